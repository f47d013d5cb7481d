import Foundation
import TestSupport
import Testing

/// Agreements that are varied within their period, through the commands.
struct PoolVaryTests {
  private static let january = "2027-01-31"

  /// The example ledger with its agreement and the variation of it, in January.
  private static func varied() async throws -> PoolLedger {
    let made = try await PoolLedger.made()
    try await made.ledger.type(["pool", "agree", PoolLedger.variation]).require()
    return PoolLedger(ledger: made.ledger.on(january))
  }

  private static func general(
    _ made: PoolLedger, _ line: String, _ partner: String = "ICB"
  ) async -> [String: String] {
    let parts = await made.tables(line)["parts"] ?? []
    return parts.rows(["part": "Pool (general)", "partner": partner]).first ?? [:]
  }

  @Test func `a variation is adopted once, and a dry run adopts nothing`() async throws {
    let made = try await PoolLedger.made()
    let words = "varied from 2027-01-01 by clause 5.1: contributions, risk share."
    let head = await made.ledger.head()
    let dry = await made.ledger.type(["pool", "agree", PoolLedger.variation, "--dry-run"])
    #expect(dry.out.hasPrefix("Would adopt: POOL-2026, pooled fund, \(words)"))
    #expect(await made.ledger.head() == head)
    let done = await made.ledger.type(["pool", "agree", PoolLedger.variation])
    #expect(done.out.contains(words))
    let again = await made.ledger.type(["pool", "agree", PoolLedger.variation])
    #expect(again.out == "POOL-2026 has been adopted in these words.\n")
    let first = await made.ledger.type(["pool", "agree", PoolLedger.agreement])
    #expect(first.out == "POOL-2026 has been adopted in these words.\n")
    #expect(await made.ledger.on(Self.january).type("audit verify").status == 0)
  }

  @Test func `before its day the old figures hold, from it on the new, as then known`()
    async throws
  {
    let made = try await PoolLedger.made()
    let known = await made.ledger.lastRecord() ?? ""
    try await made.ledger.type(["pool", "agree", PoolLedger.variation]).require()
    let show = "pool show POOL-2026 --as-of"
    #expect(await Self.general(made, "\(show) 2026-12-31")["agreed_gbp"] == "2000.00")
    #expect(await Self.general(made, "\(show) 2027-01-01")["agreed_gbp"] == "2200.00")
    #expect(
      await Self.general(made, "\(show) 2027-01-01 --as-known-at \(known)")["agreed_gbp"]
        == "2000.00")
    #expect(await Self.general(made, "\(show) 2027-01-01", "All")["due_gbp"] == "3800.00")
    let before = await made.ledger.type("\(show) 2026-12-31").out
    #expect(before.contains("Section 75 agreement, 1 April 2026"))
    let words = before.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("Varied from 1 January 2027 by clause 5.1"))
    #expect(words.contains("not yet in these figures"))
    let after = await made.ledger.type("\(show) 2027-01-01").out
    #expect(after.contains("Varied     from 1 January 2027 by clause 5.1, agreed by all by"))
    #expect(after.contains("More speech and language therapy"))
    #expect(!after.contains("not yet in these figures"))
  }

  @Test func `what is not yet due follows the new sum, and what was due stays`() async throws {
    let made = try await Self.varied()
    func agreed(_ day: String) async -> [String] {
      let rows = await made.tables("pool contributions POOL-2026 --as-of \(day)")["contributions"]
      return (rows ?? []).rows(["partner": "ICB"]).map { $0["agreed_gbp"] ?? "" }
    }
    #expect(await agreed("2026-12-31") == ["1000.00", "1000.00"])
    #expect(await agreed("2027-01-01") == ["1000.00", "1200.00"])
  }

  @Test func `the risk share is that of the day`() async throws {
    let made = try await Self.varied()
    // 4,316.40 in all: an overspend of 716.40 over 3,600.00, and of 516.40 over 3,800.00.
    let spent = await made.ledger.type([
      "event", "record", "pool-spent", "--day", "2026-12-30", "--amount", "3816.40", "--fund",
      "pool-general-POOL-2026", "--document", "Pool invoice 18",
    ])
    // It is an overspend, and is told.
    #expect(spent.status == 2)
    func rest(_ day: String) async throws -> [String] {
      let rows = await made.tables("pool share POOL-2026 --as-of \(day)")["risk-share"] ?? []
      let row = try #require(rows.rows(["clause": "9.4"]).first)
      return ["amount", "council_social_care", "icb"].map { row["\($0)_gbp"] ?? "" }
    }
    #expect(try await rest("2026-12-31") == ["436.40", "218.20", "218.20"])
    #expect(try await rest("2027-01-01") == ["226.40", "90.56", "135.84"])
  }

  @Test func `spending is divided by the terms of its day, and an event for the rest adds nothing`()
    async throws
  {
    let made = try await Self.varied()
    func spend(_ day: String) async throws -> [String] {
      try await made.ledger.type([
        "event", "record", "pool-spent", "--day", day, "--amount", "380.00", "--fund",
        "pool-general-POOL-2026", "--document", "Pool invoice 18",
      ]).require()
      let line = "pool show POOL-2026 --as-of \(Self.january)"
      return [
        await Self.general(made, line, "Council, social care")["spent_gbp"] ?? "",
        await Self.general(made, line)["spent_gbp"] ?? "",
      ]
    }
    // 222.22 and 277.78 before; 380.00 in ninths, and then in nineteenths.
    #expect(try await spend("2026-12-31") == ["391.11", "488.89"])
    #expect(try await spend("2027-01-01") == ["551.11", "708.89"])
    let differs = await made.ledger.type("pool show POOL-2026 --as-of \(Self.january)")
    #expect(differs.status == 2)
    try await made.ledger.type([
      "event", "record", "pool-agreed", "--day", "2027-01-01", "--amount", "200.00", "--fund",
      "pool-general-POOL-2026", "--partner", "ICB", "--due", "2027-01-01", "--document",
      "Deed of variation",
    ]).require()
    let agrees = await made.ledger.type("pool show POOL-2026 --as-of \(Self.january)")
    #expect(agrees.status == 0)
    #expect(try await spend("2027-01-02") == ["711.11", "928.89"])
    let line = "pool show POOL-2026 --as-of \(Self.january)"
    #expect(await Self.general(made, line)["agreed_gbp"] == "2200.00")
  }

  @Test func `a sum varied below what was due is to be paid back`() async throws {
    let made = try await PoolLedger.made()
    try await made.vary(("amount: 2200.00", "amount: 900.00")).require()
    let rows = await made.tables("pool contributions POOL-2026 --as-of 2027-01-01")["contributions"]
    let board = (rows ?? []).rows(["partner": "ICB"])
    #expect(board.map { $0["agreed_gbp"] } == ["1000.00", "-100.00"])
    #expect(board.last?["state"] == "to be paid back")
    #expect(board.last?["late_gbp"] == "0.00")
    let all = await Self.general(made, "pool show POOL-2026 --as-of 2027-01-01")
    #expect(all["agreed_gbp"] == "900.00")
  }

  @Test(arguments: [
    ("  from: 2027-01-01", "  from: 2027-04-01", "variation-outside-period: POOL-2026", 3),
    ("  ICB: health", "  ICB: council", "variation-needs-new-agreement: the variation", 3),
    ("to: 2027-03-31", "to: 2027-06-30", "variation-needs-new-agreement: the variation", 3),
    ("fund: social-care", "fund: general-fund", "variation-needs-new-agreement: the variation", 3),
    ("    ICB: 2026-10-20\n", "", "variation-not-agreed: ICB is not said", 3),
    ("ICB: 2026-10-20", "ICB: 2026-12-01", "variation-not-agreed: ICB is said to agree", 3),
    (
      "  clause: 5.1\n  reason", "  reason",
      "written-value-missing: varies does not say its clause", 65
    ),
    (
      "ICB: 2026-10-20", "ICB: October",
      "written-value-unreadable: a value of varies, agreed cannot", 65
    ),
  ])
  func `what is not a variation is refused with its line, and nothing is adopted`(
    text: String, other: String, words: String, status: Int32
  ) async throws {
    let made = try await PoolLedger.made()
    let head = await made.ledger.head()
    let answer = try await made.vary((text, other))
    #expect(answer.status == status)
    #expect(answer.err.contains("error \(words)"), "\(answer.err)")
    #expect(answer.err.contains("  next    "))
    if status == 3 { #expect(answer.err.contains("agreement.yaml:9: ")) }
    #expect(await made.ledger.head() == head)
  }

  @Test func `what does not exist, is closed, is silent or changes nothing is not varied`()
    async throws
  {
    let bare = PoolLedger(ledger: try await TestLedger.october())
    let none = try await bare.vary()
    #expect(none.err.contains("error variation-without-agreement: no agreement POOL-2026"))
    let made = try await PoolLedger.made()
    let same = try await made.vary(
      ("amount: 2200.00", "amount: 2000.00"), ("CARE: 40%", "CARE: 50%"), ("ICB: 60%", "ICB: 50%"))
    #expect(same.err.contains("error variation-changes-nothing: the terms of POOL-2026"))
    try await made.ledger.type("period prepare 2026-04 --carry Late").require()
    try await made.ledger.on("2026-11-30", by: "b.lowe").type("period close 2026-04").require()
    let closed = try await made.vary(("  from: 2027-01-01", "  from: 2026-04-01"))
    #expect(closed.err.contains("error variation-in-closed-month: the variation would hold"))
    let item = "    clause: 5.1\n    words: Two halves a year, varied by agreement in writing\n"
    let silent = try await PoolLedger.made(replacing: "  b:\n" + item, with: "")
    let refused = try await silent.vary()
    #expect(refused.err.contains("error variation-not-allowed: “contributions” would be varied"))
    #expect(refused.err.contains("regulation 7(3)(b)"))
  }

  @Test func `one day takes one variation, and days go forwards`() async throws {
    let made = try await Self.varied()
    let other = try await made.vary(("amount: 2200.00", "amount: 2300.00"))
    #expect(other.err.contains("error variation-day-taken: POOL-2026 is varied from 2027-01-01"))
    let earlier = try await made.vary(("  from: 2027-01-01", "  from: 2026-12-01"))
    #expect(earlier.err.contains("error variation-out-of-order"))
    let later = try await made.vary(
      ("  from: 2027-01-01", "  from: 2027-02-01"), ("amount: 2200.00", "amount: 2300.00"))
    #expect(later.status == 0)
    #expect(later.out.contains("varied from 2027-02-01 by clause 5.1: contributions."))
  }

  @Test func `why it was varied may name somebody, and goes to the register`() async throws {
    let made = try await PoolLedger.made()
    try await made.vary(("reason: More", "reason: Wilhelmina Quackenbush asks for more")).require()
    let bytes = try String(
      decoding: Data(contentsOf: URL(fileURLWithPath: made.ledger.path + "/ledger.sqlite")),
      as: UTF8.self)
    #expect(!bytes.contains("Quackenbush"))
    for command in ["show", "contributions", "share"] {
      let said = await made.ledger.type("pool \(command) POOL-2026 --as-of 2027-01-01").out
      #expect(said.contains("Quackenbush"), "\(command)")
    }
  }
}
