import TestSupport
import Testing

/// What commissioners read when a contract is let anew.
struct DemandTests {
  @Test(arguments: [("cash", ["D-2026-0505"]), ("statement", [])])
  func `cash that was asked for and is not paid is demand, though the budget is stated`(
    asks: String, expected: [String]
  ) async throws {
    let made = try await DecisionLedger.made()
    let ledger = made.ledger.on("2026-11-17")
    try await ledger.bring(
      ReleaseTests.contractHead
        + "VISION-2026,01/04/2026,in-house,special-education,High needs,1.2.5,,Vision help,Council,"
        + "320000.00,4000,hour,,,,,,,,,,,SPB-004734/1 30,,01/04/2026,,,,monthly,Budget book,2,"
        + "01/03/2026\n", named: "c.csv", "--as contracts")
    try await ledger.bring(
      ReleaseTests.requestHead
        + "D-2026-0505,VISION-2026,SPB-004734,1,vision help,05/11/2026,review,,\(asks),30,,0.00,no,"
        + "01/12/2026,,\n", named: "r.csv", "--as requests")
    try await ledger.bring(
      ReleaseTests.evidence("D-2026-0505", price: "75.00"), named: "e.csv", "--as evidence")
    try await made.ledger.on("2026-11-20", by: "j.osei").type([
      "decision", "record", "D-2026-0505",
      try made.words(
        "D-2026-0402", ["outcome": "ORGANISED_ARRANGEMENT", "panel": "2026-11-20"]),
    ]).require()
    try await made.approve("D-2026-0505").require()
    let demand = await made.ledger.on("2026-11-24").type("decision demand --format csv")
    let found = CommaSeparated(demand.out).rows.compactMap { $0["decision"] }
    #expect(found.filter { !$0.isEmpty } == expected)
  }
}
