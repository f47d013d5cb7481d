import TestSupport
import Testing

/// A family's statement that is brought for another, or through a mapping that names other lines now.
struct AnotherFamilyTests {
  private static let rows = [
    "05/11/2026,FPO,BRIGHTSTEPS TUTORS,5.00,,95.00", "06/11/2026,DEB,APPWORLD,7.00,,88.00",
    "07/11/2026,FPO,RUTH WAGES,8.00,,80.00",
  ]
  private static let other = "--as bank --mapping spb-004655 --child SPB-004217"

  @Test func `the same file for another child is refused with that reason`() async throws {
    let ledger = try await TestLedger.october()
    let batch = try await ledger.statement(Self.rows[0], Self.rows[1], Self.rows[2])
    let answer = try await ledger.preview(
      text: BankStatement.text(Self.rows), named: "again.csv", Self.other
    ).answer
    #expect(answer.status == 3, "\(answer)")
    #expect(
      answer.err.contains(
        "error file-of-another-family: this file was posted as \(batch), as the account of SPB-004655"
      ),
      "\(answer)")
  }

  @Test func `a statement saved anew for another child is told`() async throws {
    let ledger = try await TestLedger.october()
    let batch = try await ledger.statement(Self.rows[0], Self.rows[1], Self.rows[2])
    let anew = BankStatement.text(Self.rows).replacing("/2026", with: "/26")
      .replacing("/26", with: "/2026").replacing("\n", with: "\r\n")
    let answer = try await ledger.preview(text: anew, named: "anew.csv", Self.other).answer
    #expect(
      answer.err.contains(
        "warning statement-like-another: it has the days, the 3 rows and the sum of \(batch)"),
      "\(answer)")
    #expect(answer.status == 2)
  }

  @Test func `known rows that the mapping puts on another line now are told`() async throws {
    let ledger = try await TestLedger.october()
    let batch = try await ledger.statement(Self.rows[0], Self.rows[1], Self.rows[2])
    let mapping = try Project.text("ledgers/example/mappings/spb-004655.yaml")
      .replacing("BrightSteps: 1", with: "BrightSteps: 3")
    try ledger.terminal.scratch.write(mapping, to: "ledger/mappings/spb-004655.yaml")
    let more = Self.rows + ["08/11/2026,DEB,SEALS SWIM CLUB,1.00,,79.00"]
    let answer = try await ledger.preview(
      text: BankStatement.text(more), named: "more.csv", BankStatement.options
    ).answer
    #expect(
      answer.err.contains(
        "warning known-rows-placed-before: rows of \(batch) are known: its row 2 was put on"
          + " SPB-004655/1, and the mapping names SPB-004655/3 now"), "\(answer)")
  }
}
