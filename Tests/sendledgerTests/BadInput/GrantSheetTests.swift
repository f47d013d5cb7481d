import TestSupport
import Testing

/// The department's sheet: counts and sums of one kind.
struct GrantSheetTests {
  private func preview(england: [String], other: [String]) async throws -> Terminal.Answer {
    let ledger = try await TestLedger.october()
    let blocks =
      ["Schools", "Central school services", "High needs", "Early years"].map { $0 + " block (£s)" }
      + ["Total DSG allocation (£s)"]
    let title = "2026 to 2027 DSG allocations, "
    let rows = [
      ["Dedicated schools grant", ""]
        + ["\"\(title)before recoupment and deductions\"", "", "", "", ""]
        + ["\"\(title)after deductions for recoupment\"", "", "", "", ""],
      ["", ""] + blocks + blocks, ["ENGLAND", ""] + england + england,
      ["998", "Otherton"] + other + other,
      ["999", "Anyshire"] + ["100", "20", "30", "10", "160"] + ["100", "20", "30", "10", "160"],
    ]
    let text = rows.map { $0.joined(separator: ",") + "\n" }.joined()
    return try await ledger.preview(
      text: text, named: "dsg.csv", "--as dsg-allocation --published 2026-11-20"
    ).answer
  }

  @Test func `an authority of a refused row counts for its total`() async throws {
    let answer = try await preview(
      england: ["200", "40", "60", "20", "320"], other: ["100", "20", "30", "10", "161"])
    #expect(answer.rows("Refused")?.amount == "161.00", "\(answer)")
    #expect(answer.rows("New")?.amount == "160.00", "\(answer)")
    #expect(answer.err.contains("error figures-do-not-add"))
  }

  @Test func `a row for England that does not add is that, and not a missing one`() async throws {
    let answer = try await preview(
      england: ["200", "40", "60", "20", "321"], other: ["100", "20", "30", "10", "160"])
    #expect(answer.err.contains("error figures-do-not-add"), "\(answer)")
    #expect(answer.err.contains("the sheet’s row for England cannot be used"), "\(answer)")
    #expect(!answer.err.contains("has no row for England"), "\(answer)")
    #expect(answer.out.contains("It cannot be committed"), "\(answer)")
  }
}
