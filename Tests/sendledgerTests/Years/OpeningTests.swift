import TestSupport
import Testing

/// A ledger begins once.
struct OpeningTests {
  private static let heading = "Fund,Carried,Amount,Line,Plan line,Contract\n"

  @Test(arguments: [
    "High needs,deficit,900000.00,,,\n", "High needs,surplus,1.00,,,\n",
  ])
  func `a second sum that a fund began with is refused`(row: String) async throws {
    let ledger = try await TestLedger.october()
    let (answer, batch) = try await ledger.preview(
      text: Self.heading + row, named: "openings.csv", "--as openings")
    #expect(
      answer.err.contains("opening-stands: high-needs began with £5,000.00 already"), "\(answer)")
    let head = await ledger.head()
    #expect(await ledger.type("import commit \(batch)").out.contains("nothing to write"))
    #expect(await ledger.head() == head)
  }

  @Test func `another fund begins with its own`() async throws {
    let ledger = try await TestLedger.october()
    try await ledger.bring(
      Self.heading + "Early years,surplus,100.00,,,\n", named: "openings.csv", "--as openings")
  }

  @Test func `a grant is not taken back under a transfer`() async throws {
    let ledger = try await TestLedger.october()
    try await ledger.type("import undo B-0006 --reason Slip").require()
    let answer = await ledger.type("import undo B-0002 --reason Slip")
    #expect(answer.status == 3, "\(answer)")
    #expect(answer.err.contains("later-record-rests-on-it"), "\(answer)")
  }
}
