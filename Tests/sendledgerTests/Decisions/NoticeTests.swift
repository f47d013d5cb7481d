import TestSupport
import Testing

/// What notice, and a year that has not been opened, leave of a grant.
struct NoticeTests {
  /// A contract of 365 sessions for £36,500.00, of which a child has 73 at £90.00 each.
  private func made(notice: Int, ends: String = "31/03/2029") async throws -> DecisionLedger {
    let made = try await DecisionLedger.made()
    let ledger = made.ledger.on("2026-11-17")
    try await ledger.bring(
      ReleaseTests.contractHead
        + "HYDRO-2026,01/04/2026,contract,special-education,High needs,1.2.13,,Hydrotherapy,Waters,"
        + "36500.00,365,session,90.00,,,,,,,,,10,SPB-004730/1 73,\(notice),01/04/2026,\(ends),,,"
        + "monthly,Contract,2,01/03/2026\n", named: "c.csv", "--as contracts")
    try await ledger.bring(
      ReleaseTests.requestHead
        + "D-2026-0501,HYDRO-2026,SPB-004730,1,hydrotherapy,05/11/2026,review,,cash,73,,0.00,no,"
        + "01/12/2026,,\n", named: "r.csv", "--as requests")
    try await ledger.bring(
      ReleaseTests.evidence("D-2026-0501", price: "92.00"), named: "e.csv", "--as evidence")
    try await made.ledger.on("2026-11-20", by: "j.osei").type([
      "decision", "record", "D-2026-0501",
      try made.words("D-2026-0403", ["outcome": "DISAGGREGATE", "panel": "2026-11-20"]),
    ]).require()
    return made
  }

  private func requireWhole(_ ledger: TestLedger) async throws {
    let answer = await ledger.type("check")
    #expect(!answer.err.contains("division-part-lost"), "\(answer.err)")
  }

  @Test(arguments: [0, 1, 2, 3])
  func `what is released once notice has run is no part lost`(notice: Int) async throws {
    let made = try await made(notice: notice)
    try await made.approve("D-2026-0501").require()
    try await requireWhole(made.ledger.on("2026-11-24"))
  }

  @Test func `what is released from a contract that ends within the year is no part lost`()
    async throws
  {
    let made = try await made(notice: 1, ends: "28/02/2027")
    try await made.approve("D-2026-0501").require()
    try await requireWhole(made.ledger.on("2026-11-24"))
  }
}
