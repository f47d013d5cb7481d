import TestSupport
import Testing

/// Each year's figures are its own, whether the year before is closed or not.
struct YearsApartTests {
  private static let funds = [
    "schools", "central", "early-years", "high-needs", "social-care", "general-fund", "health-ICB",
    "pool-general-POOL-2026", "pool-education-POOL-2026",
  ]

  /// The example in its second year: a budget, a payment and a grant of the new year stand beside what
  /// is left of the old.
  private func secondYear() async throws -> TestLedger {
    let ledger = try await TestLedger.october().on("2027-05-20")
    try await ledger.type(
      "budget set --fund high-needs --line 1.2.3 --amount 900.00 --budget-version 1 "
        + "--day 2027-04-01 --authority Forum"
    ).require()
    try await ledger.type(
      "event record payment-made --day 2027-04-12 --amount 140.00 --fund high-needs --line 1.2.3 "
        + "--document Invoice"
    ).require()
    return ledger
  }

  /// What reports of the second year print, figure by figure, by address.
  private func figures(of ledger: TestLedger) async -> [String: [String]] {
    var figures: [String: [String]] = [:]
    for fund in YearsApartTests.funds {
      for month in ["2027-04", "2027-05", "2028-03"] {
        let text = await ledger.type(
          "block position --block \(fund) --period \(month) --format csv"
        ).out
        figures["\(fund) \(month)"] = CommaSeparated(text).rows.flatMap { row in
          row.filter { $0.key.hasSuffix("_gbp") }.sorted { $0.key < $1.key }
            .map { "\($0.key) \($0.value)" }
        }
      }
    }
    return figures
  }

  @Test func `a position of the new year is the same before and after the old year is closed`()
    async throws
  {
    let ledger = try await secondYear()
    let open = await figures(of: ledger)
    try await ledger.on("2027-05-20", by: "j.osei").type("period prepare 2027-03 --carry Late")
      .require()
    try await ledger.type("year close 2026-27").require()
    let closed = await figures(of: ledger)
    #expect(open.count == 27)
    for (place, figures) in open { #expect(closed[place] == figures, "\(place)") }
  }

  @Test func `what was budgeted and spent in the old year is not the new year's`() async throws {
    let ledger = try await secondYear()
    let trace = await ledger.type("trace position/2027-04/high-needs/line/1.2.3/budget")
    #expect(trace.out.contains("Printed      900.00"))
    #expect(trace.out.contains("Agrees       Yes"))
    let spent = await ledger.type("trace position/2027-04/high-needs/line/1.2.3/actual")
    #expect(spent.out.contains("Printed      140.00"))
  }

  @Test func `what is brought forward says that it is provisional until the old year is closed`()
    async throws
  {
    let ledger = try await secondYear()
    let words = "What is brought forward is provisional: 2026-27 is not closed."
    #expect(await ledger.type("block position --period 2027-04").out.contains(words))
    #expect(await !ledger.type("block position --period 2027-03").out.contains("provisional"))
    let outturn = await ledger.type("year show 2026-27").out
    #expect(outturn.contains("These figures are provisional: 2026-27 is not closed."))
    try await ledger.on("2027-05-20", by: "j.osei").type("period prepare 2027-03 --carry Late")
      .require()
    try await ledger.type("year close 2026-27").require()
    #expect(await !ledger.type("block position --period 2027-04").out.contains("provisional"))
    #expect(await !ledger.type("year show 2026-27").out.contains("provisional"))
  }
}
