import Foundation
import TestSupport
import Testing

/// A clock that is set back forbids no less than the true day did.
struct SetBackClockTests {
  private func adopt(_ setting: String, in ledger: TestLedger) throws {
    let policy = try Project.text("ledgers/example/policy.yaml")
    try ledger.terminal.scratch.write(
      policy.replacing("settings:\n", with: "settings:\n  - \(setting)\n"),
      to: "ledger/policy.yaml")
  }

  @Test func `a value for a day that has passed waits, whatever day it is said to be`()
    async throws
  {
    let ledger = try await TestLedger.october()
    try adopt(
      "{setting: direct-payments-counted, from: 2026-05-02, value: when-paid, source: N}",
      in: ledger)
    for day in ["2026-11-30", "2026-04-01", "2026-05-02"] {
      let answer = await ledger.on(day).type("policy adopt")
      #expect(answer.status == 2, "on \(day): \(answer)")
      #expect(answer.out.hasPrefix("Waits until another person"), "on \(day): \(answer)")
    }
  }

  @Test func `no decision is approved before it was made`() async throws {
    let made = try await DecisionLedger.made()
    try await made.record("D-2026-0403").require()
    try await made.ledger.on("2026-01-01", by: "h.lowe").type("decision approve D-2026-0403")
      .require()
    let row = CommaSeparated(await made.ledger.type("decision list --format csv").out).rows
      .first { $0["decision"] == "D-2026-0403" }
    #expect(row?["approved"] == "2026-11-20", "\(String(describing: row))")
  }

  @Test(arguments: ["2027-06-10", "2027-03-31"])
  func `a plan line is committed for every year that has come`(day: String) async throws {
    let ledger = try await TestLedger.october(today: "2027-06-10")
    try await ledger.type("year open 2027-28").require()
    let row =
      "SPB-004999,1,Tutor,F,High needs,1.2.11,,education,3,direct-payment,,28.00,,,month,days,"
      + "monthly,01/02/2027,,D-2026-0799,Panel,20/01/2027\n"
    let headings =
      "Child,Line,For,Section,Fund,Section 251 line,Setting,Agency,Element,Held,Provider,Rate,"
      + "Quantity,Unit,Per,Pro rata,Instalments,From,To,Decision,Decided by,Decided on\n"
    try await ledger.on(day).bring(headings + row, named: "line.csv", "--as packages")
    let shown = await ledger.type("block position --block high-needs --period 2027-06 --format csv")
    let line = CommaSeparated(shown.out).rows.first { $0["line"] == "1.2.11" }
    #expect(line?["committed_gbp"] == "3696.00", "\(shown)")
  }
}
