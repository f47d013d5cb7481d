import Foundation
import TestSupport
import Testing

/// Commands put together by chance out of values at the ends of what can be written.
struct CommandGrammarTests {
  private static let days = [
    "9999-12-31", "0001-01-01", "1900-01-01", "2199-12-31", "2200-01-01", "2026-02-30",
    "2026-11-12",
    "", "-1", "2026-11", "0000-00-00",
  ]
  private static let months = [
    "9999-12", "0001-01", "1900-01", "2199-12", "2026-10", "2026-13", "",
  ]
  private static let years = [
    "9998-99", "0001-02", "1900-01", "2198-99", "2199-00", "2026-27", "0",
  ]
  private static let amounts = [
    "999999999999.99", "1000000000000", "-999999999999.99", "0", "-0.01", "9e99", "0.001", "12.50",
    "99999999999999999999",
  ]
  private static let references = [
    "SPB-004655", "SPB-999999", "D-2026-0402", "POOL-2026", "POOL-9999", "", "-", "high-needs",
    "99999999999999999999", "0", "2147483648",
  ]

  /// Each with its options; the first letters of a word in capitals are what is drawn for it.
  private static let lines = [
    "check --as-of DAY", "block position --as-of DAY", "block position --period MONTH",
    "block position --period 2026-10 --as-known-at DAY",
    "block position --period 2026-10 --as-known-at REF",
    "block transfer --from schools --to high-needs --amount SUM --base SUM --day DAY --document A -n",
    "block transfers --year YEAR", "budget list --as-of DAY",
    "budget set --fund high-needs --line 1.2.3 --amount SUM --budget-version REF --day DAY --authority A -n",
    "pool costs --as-of DAY", "pool position REF --as-of DAY", "pool share REF --as-of DAY",
    "pool share POOL-2026 --result SUM", "statement build --period MONTH --output-folder OUT",
    "statement build --period 2026-10 --issue-date DAY --output-folder OUT",
    "period prepare MONTH -n",
    "period close MONTH -n", "period reopen MONTH --reason A -n", "year show YEAR",
    "year open YEAR -n",
    "year close YEAR -n", "trace position/MONTH/high-needs/line/1.2.2/actual", "trace REF",
    "trial-balance --as-of DAY", "trial-balance --as-of DAY --layer budget",
    "child show REF --as-of DAY",
    "event record payment-made --day DAY --amount SUM --child REF --plan-line REF --document A -n",
    "event record pool-agreed --day DAY --due DAY --amount SUM --fund pool-general-POOL-2026 --partner ICB --document A -n",
    "event record direct-payment-advanced --day DAY --due DAY --amount SUM --child SPB-004655 --plan-line 3 --document A -n",
    "event record suspense-placed --day DAY --record REF --fund high-needs --line 1.2.3 --document A -n",
    "event reverse REF --reason A -n", "decision assess REF --as-known-at DAY",
    "audit log --last REF",
    "import show REF", "import undo REF --reason A -n",
    "import preview imports/example/01-april/dsg-2026-03.csv --as dsg-allocation --published DAY",
    "scenario new OUT/one.yaml --fund high-needs --as-of DAY --force",
  ]

  @Test func `none ends by a signal, or in a way that nobody foresaw`() async throws {
    var chance = Seeded.fresh(ProcessInfo.processInfo.environment)
    let seed = "seed \(chance.seed)"
    let ledger = try await TestLedger.october()
    let program = try Program(
      Binary.path, environment: ["SENDLEDGER_TODAY": "2026-11-12", "SENDLEDGER_USER": "a.khan"])
    let before = await ledger.head()
    for line in Self.lines + Self.lines {
      let words = line.split(separator: " ").map { word in
        [
          ("DAY", Self.days), ("MONTH", Self.months), ("YEAR", Self.years), ("SUM", Self.amounts),
          ("REF", Self.references), ("OUT", [ledger.terminal.scratch.path + "/out"]),
        ].reduce(String(word)) { word, drawn in
          word.replacing(drawn.0, with: drawn.1.randomElement(using: &chance) ?? "")
        }
      }
      let ending = try program.run(words + ["-C", ledger.path])
      #expect(ending.signal == nil && ending.status != 1, "\(seed), \(words): \(ending.summary)")
      if ending.status == 0 { #expect(!ending.out.isEmpty, "\(seed), \(words)") }
      #expect(ending.status == 0 || ending.status == 2 || !ending.err.isEmpty, "\(seed), \(words)")
    }
    // Nothing was written, for all that was tried.
    #expect(await ledger.head() == before)
  }
}
