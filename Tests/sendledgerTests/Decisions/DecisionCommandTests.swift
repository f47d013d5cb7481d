import Foundation
import TestSupport
import Testing

/// Requests decided by one person and approved by another, through the commands.
struct DecisionCommandTests {
  @Test func `recording a decision posts nothing, and approving a grant posts it`() async throws {
    let made = try await DecisionLedger.made()
    let before = await made.balances()
    try await made.record("D-2026-0403").require()
    #expect(await made.balances() == before)
    let approved = await made.approve("D-2026-0403")
    try approved.require()
    #expect(approved.out.contains("Uncommitted, full year          1,155.00"))
    #expect(approved.out.contains("Uncommitted, rest of this year  382.89"))
    #expect(approved.out.contains("States less sources             0.00"))
    let after = await made.balances()
    // 121 days from 1 December: 26,325 released, and 25,170 committed.
    #expect(before["High needs committed"] == "231290.14")
    #expect(after["High needs committed"] == "230907.25")
    #expect(after["High needs notified"] == before["High needs notified"])
  }

  @Test func `whoever records a decision cannot approve it, and nobody approves it twice`()
    async throws
  {
    let made = try await DecisionLedger.made()
    try await made.record("D-2026-0403").require()
    let same = await made.approve("D-2026-0403", by: "j.osei")
    #expect(same.status == 3)
    #expect(same.err.contains("error decider-cannot-approve: you recorded the decision"))
    try await made.approve("D-2026-0403").require()
    let again = await made.approve("D-2026-0403", by: "m.ford")
    #expect(again.status == 3)
    #expect(again.err.contains("error decision-approved-already: D-2026-0403 is approved already"))
  }

  @Test func `a dry run of an approval shows the entries and writes none`() async throws {
    let made = try await DecisionLedger.made()
    try await made.record("D-2026-0403").require()
    let head = await made.ledger.head()
    let dry = await made.approve("D-2026-0403", ["--dry-run"])
    #expect(dry.out.hasPrefix("D-2026-0403 would be approved. Nothing was written."))
    #expect(dry.out.contains("sum-released"))
    #expect(await made.ledger.head() == head)
  }

  @Test func `a refusal is added to the demand that commissioners read`() async throws {
    let made = try await DecisionLedger.made()
    try await made.record("D-2026-0402").require()
    #expect(await made.ledger.type("decision demand --format csv").out.contains("OT-2026") == false)
    try await made.approve("D-2026-0402").require()
    let demand = CommaSeparated(await made.ledger.type("decision demand --format csv").out).rows
    #expect(demand.count == 1)
    #expect(demand.first?["decision"] == "D-2026-0402")
    #expect(demand.first?["units"] == "24 sessions")
    #expect(demand.first?["floor_gbp"] == "1632.00")
  }

  @Test func `a letter waits for approval, and its digest is kept`() async throws {
    let made = try await DecisionLedger.made()
    try await made.record("D-2026-0402").require()
    let early = await made.ledger.on("2026-11-23").type("decision letter D-2026-0402")
    #expect(early.status == 3)
    #expect(early.err.contains("error decision-not-approved"))
    try await made.approve("D-2026-0402").require()
    let file = made.ledger.terminal.scratch.path + "/letter.txt"
    try await made.ledger.on("2026-11-23").type([
      "decision", "letter", "D-2026-0402", "--output", file,
    ]).require()
    let letter = try String(contentsOfFile: file, encoding: .utf8)
    #expect(letter.contains("We cannot split this money from a bigger contract yet."))
    #expect(letter.contains("If 15 families ask together, our price drops by £21,600."))
    #expect(letter.contains("“Mia trusts the"))
    let report = await made.ledger.on("2026-11-23").type("decision report D-2026-0402")
    try report.require()
    #expect(report.out.contains("1,632.00"))
    #expect(await made.ledger.type("audit log --last 1").out.contains("decision-letter"))
  }

  @Test func `the figures have to be those on which it was decided`() async throws {
    let made = try await DecisionLedger.made()
    try await made.record("D-2026-0402").require()
    // A cheaper therapist is found between the decision and its approval.
    try await made.ledger.on("2026-11-21").bring(
      """
      About,Shows,Finding,Document,Page,Day,Basis
      D-2026-0402,quote,10.00,Letter of a third therapist,1,20/11/2026,found
      """, named: "more.csv", "--as evidence")
    let moved = await made.approve("D-2026-0402")
    #expect(moved.status == 3)
    #expect(moved.err.contains("error figures-have-moved"))
  }

  @Test(arguments: [
    ("monthly,01/11/2026,,", "monthly,01/11/2026,31/12/2026,"), ("45.00,585", "45.00,590"),
  ])
  func `the line that was asked about has to be what it was when it was decided`(
    before: String, after: String
  ) async throws {
    let made = try await DecisionLedger.made()
    try await made.record("D-2026-0403").require()
    let packages = try Project.text("imports/example/decisions/packages.csv").split(separator: "\n")
    let line = try #require(packages.first { $0.hasPrefix("SPB-004711,1,") })
    let later = line.replacing("01/09/2026", with: "01/11/2026")
    #expect(later.contains(before))
    try await made.ledger.on("2026-11-21").bring(
      "\(packages[0])\n\(later.replacing(before, with: after))\n", named: "again.csv",
      "--as packages")
    let moved = await made.approve("D-2026-0403")
    #expect(moved.status == 3)
    #expect(moved.err.contains("error figures-have-moved"))
  }
}
