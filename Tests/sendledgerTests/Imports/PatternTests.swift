import TestSupport
import Testing

/// A payment for a plan line is a question before it is a posting, where it is not what was decided.
struct PatternTests {
  private static let heading = "Child,Line,Due,Paid,Covers,Amount,Payment reference\n"

  private func preview(_ row: String) async throws -> Terminal.Answer {
    let ledger = try await TestLedger.october()
    return try await ledger.preview(
      text: Self.heading + row + "\n", named: "dp.csv", "--as direct-payments"
    ).answer
  }

  @Test(arguments: ["2800.00", "280000.00", "280.01"])
  func `more than is due for a line waits for a person`(amount: String) async throws {
    let answer = try await preview(
      "SPB-004655,1,01/11/2026,02/11/2026,November 2026,\(amount),DP-1")
    #expect(answer.rows("Held for a person")?.rows == 1, "\(answer)")
    #expect(answer.rows("New") == nil)
  }

  @Test(arguments: ["280.00", "140.00"])
  func `what is due, or a part of it, is posted`(amount: String) async throws {
    let answer = try await preview(
      "SPB-004655,1,01/11/2026,02/11/2026,November 2026,\(amount),DP-1")
    #expect(answer.rows("New")?.rows == 1, "\(answer)")
    #expect(answer.status == 0)
  }

  @Test func `a payment for a day before a line was decided, or after its end, waits`() async throws
  {
    let early = try await preview("SPB-004655,1,01/08/2026,02/08/2026,August 2026,280.00,DP-1")
    #expect(early.rows("Held for a person")?.rows == 1, "\(early)")
    let ledger = try await TestLedger.october()
    try await ledger.type(
      "event record placement-ended --day 2026-10-31 --child SPB-004655 --plan-line 1 --document x"
    ).require()
    let late = try await ledger.preview(
      text: Self.heading + "SPB-004655,1,01/11/2026,02/11/2026,November 2026,280.00,DP-1\n",
      named: "dp.csv", "--as direct-payments"
    ).answer
    #expect(late.rows("New") == nil, "\(late)")
  }

  @Test func `a payment of a day that has not come waits, to a family too`() async throws {
    let answer = try await preview(
      "SPB-004655,1,01/11/2026,02/12/2026,November 2026,280.00,DP-1")
    #expect(answer.rows("Held for a person")?.rows == 1, "\(answer)")
  }
}
