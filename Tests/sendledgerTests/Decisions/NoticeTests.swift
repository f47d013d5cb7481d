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

  private func committed(_ ledger: TestLedger, asOf day: String) async -> [String: String] {
    CommaSeparated(await ledger.type("block position --as-of \(day) --format csv").out).rows
      .filter { $0["table"] == "lines" }
      .reduce(into: [:]) { found, row in
        if let line = row["line"] { found[line] = row["committed_gbp"] }
      }
  }

  @Test func `where notice runs into the next year, that year is opened without what is released`()
    async throws
  {
    let made = try await made(notice: 6)
    let answer = await made.approve("D-2026-0501")
    try answer.require()
    // F of the year's last 121 days, 73 × £92, and nothing is given back of it.
    #expect(answer.out.contains("Uncommitted, rest of this year  −2,226.40"))
    try await requireWhole(made.ledger.on("2026-11-24"))
    let next = made.ledger.on("2027-04-01")
    try await next.type("year open 2027-28").require()
    try await requireWhole(next)
    // £216,000 is the other contract's. From 1 June 305 of 366 days are left, of 73 × £90.
    #expect(await committed(next, asOf: "2027-03-31")["1.2.13"] == "252500.00")
    #expect(await committed(next, asOf: "2028-03-31")["1.2.13"] == "247025.00")
  }

  /// Lessons bought for one child at £45.00, with two months’ notice, paid for in another line or not.
  private func lessons(paidAs: String) async throws -> Terminal.Answer {
    let made = try await DecisionLedger.made()
    let ledger = made.ledger.on("2026-11-17")
    try await ledger.bring(
      ReleaseTests.contractHead
        + "LESSONS-2026,01/09/2026,framework,special-education,High needs,1.2.7,,Lessons,Tutors,,,"
        + "hour,45.00,,,,,,,,,,SPB-004711/1 585,2,,,,,,Framework,2,01/03/2026\n", named: "c.csv",
      "--as contracts")
    try await ledger.bring(
      ReleaseTests.requestHead
        + "D-2026-0504,LESSONS-2026,SPB-004711,1,lessons,05/11/2026,review,,cash,585,,0.00,no,"
        + "01/12/2026,,\(paidAs)\n", named: "r.csv", "--as requests")
    try await ledger.bring(
      ReleaseTests.evidence("D-2026-0504", price: "42.00"), named: "e.csv", "--as evidence")
    try await made.ledger.on("2026-11-20", by: "j.osei").type([
      "decision", "record", "D-2026-0504",
      try made.words("D-2026-0403", ["outcome": "DISAGGREGATE", "panel": "2026-11-20"]),
    ]).require()
    return await made.approve("D-2026-0504")
  }

  @Test func `a line is not a direct payment while notice of it runs`() async throws {
    let same = try await lessons(paidAs: "")
    #expect(same.status == 3)
    #expect(same.err.contains("error line-under-notice: SPB-004711/1 is paid for until 2027-02-01"))
    let another = try await lessons(paidAs: "SPB-004711/2")
    try another.require()
    // £26,325.00 × 59/365 are given back, and £24,570.00 × 121/365 are paid.
    #expect(another.out.contains("Uncommitted, rest of this year  −3,889.84"))
  }

  @Test func `an import on which an approved decision rests is not taken back`() async throws {
    let made = try await made(notice: 1)
    try await made.approve("D-2026-0501").require()
    let day = made.ledger.on("2026-11-24")
    let imports = CommaSeparated(await day.type("import list --format csv").out).rows
      .filter { ["c.csv", "r.csv", "e.csv"].contains($0["file"] ?? "") }
      .compactMap { $0["import"] }
    #expect(imports.count == 3)
    for batch in imports {
      let answer = await day.type("import undo \(batch) --reason wrong")
      #expect(answer.status == 3, "\(answer.out)")
      #expect(answer.err.contains("error decision-rests-on-it: the decision on D-2026-0501"))
    }
  }

  @Test func `what a line has given up for cash is not given up again`() async throws {
    let made = try await made(notice: 0)
    try await made.approve("D-2026-0501").require()
    let ledger = made.ledger.on("2026-11-24")
    try await ledger.bring(
      ReleaseTests.requestHead
        + "D-2026-0506,HYDRO-2026,SPB-004730,1,hydrotherapy,06/11/2026,review,,cash,73,,0.00,no,"
        + "01/01/2027,,\n", named: "r2.csv", "--as requests")
    try await ledger.bring(
      ReleaseTests.evidence("D-2026-0506", price: "92.00"), named: "e2.csv", "--as evidence")
    try await made.ledger.on("2026-11-24", by: "j.osei").type([
      "decision", "record", "D-2026-0506",
      try made.words("D-2026-0403", ["outcome": "DISAGGREGATE", "panel": "2026-11-24"]),
    ]).require()
    let answer = await made.ledger.on("2026-11-24", by: "h.lowe").type(
      "decision approve D-2026-0506")
    #expect(answer.status == 3)
    #expect(answer.err.contains("error units-beyond-served"))
  }
}
