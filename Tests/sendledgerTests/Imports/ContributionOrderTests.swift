import TestSupport
import Testing

/// What partners gave before it fell due, in whatever order it is told.
struct ContributionOrderTests {
  private static let heading = "Partner,Fund,Event,Day,Amount,Reference\n"

  private func row(_ event: String, _ amount: String, _ day: String, _ number: String = "")
    -> String
  {
    "ICB,Health,\(event),\(day)/11/2026,\(amount),\(number)\n"
  }

  private func balances(_ ledger: TestLedger) async -> [String] {
    var found: [String] = []
    for day in ["2026-11-04", "2026-11-08", "2026-11-30"] {
      found.append(
        await ledger.type("trial-balance --as-of \(day) --format csv").out.withoutHead)
    }
    return found
  }

  @Test func `the rows of a file come to the same in any order`() async throws {
    let rows = [
      row("due", "300.00", "05"), row("received", "500.00", "02"), row("received", "400.00", "07"),
    ]
    var all: Set<[String]> = []
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      let ledger = try await TestLedger.october()
      let text = Self.heading + order.map { rows[$0] }.joined()
      _ = try await ledger.bring(text, named: "a.csv", "--as contributions")
      all.insert(await balances(ledger))
    }
    #expect(all.count == 1)
    // £260.00 stood from October; £340.00 more came than ever fell due, and that on the last day.
    let november = try #require(all.first?.last)
    #expect(
      november.contains("0,Health,Contributions,,1420.00"), "\(november)")
    #expect(!november.contains("Health,Due from partners"), "\(november)")
  }

  @Test func `what falls due after it came is asked about, by file and by hand`() async throws {
    let ledger = try await TestLedger.october()
    _ = try await ledger.bring(
      Self.heading + row("received", "560.00", "02"), named: "a.csv", "--as contributions")
    let (answer, batch) = try await ledger.preview(
      text: Self.heading + row("due", "300.00", "20"), named: "b.csv", "--as contributions")
    #expect(answer.status == 2, "\(answer)")
    #expect(answer.rows("Held")?.rows == 1, "\(answer)")
    _ = await ledger.type("import commit \(batch)")
    let waiting = await ledger.type("import waiting")
    #expect(waiting.out.contains("received-already"), "\(waiting)")
    let before = await balances(ledger)
    let due =
      "event record contribution-due --day 2026-11-20 --amount 300.00 --fund health-ICB --partner ICB"
      + " --document Letter"
    let refused = await ledger.type(due)
    #expect(refused.status == 3, "\(refused)")
    #expect(
      refused.err.contains("error received-already: £300.00 came from ICB to health-ICB when"),
      "\(refused)")
    #expect(await balances(ledger) == before)
    #expect(await ledger.type(due + " --again").status != 3)
    #expect(await balances(ledger) != before)
    // Another partner's, or another fund's, is none of it.
    let pool = await ledger.type(
      "event record pool-due --day 2026-11-20 --amount 300.00 --fund pool-general-POOL-2026 --partner ICB"
        + " --document Letter")
    #expect(pool.status == 0, "\(pool)")
  }
}
