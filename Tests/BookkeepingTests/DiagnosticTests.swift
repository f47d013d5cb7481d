import Bookkeeping
import Testing

struct DiagnosticTests {
  @Test func `a message says where, what, why and what next`() {
    let diagnostic = Diagnostic(
      .error, "entry-unbalanced", at: Place(file: "top-ups.csv", row: 14, line: 14),
      problem: "debits are £10.00 and credits are £9.99", why: "they are £0.01 apart",
      next: "correct the amounts")
    #expect(
      diagnostic.description == """
        top-ups.csv:14: error entry-unbalanced: debits are £10.00 and credits are £9.99
          why     they are £0.01 apart
          next    correct the amounts
        """)
  }

  @Test func `a step is in the words of whoever shows it`() {
    let month = "2026-10"
    let diagnostic = Diagnostic.error(
      "period-not-closed", "\(month) is not closed",
      next: "close it first: \(.prepare(month)), for \(2) people" + ", or leave it")
    let text = diagnostic.text { step in
      if case .prepare(let month) = step { "Prepare \(month) ▸" } else { "another step" }
    }
    #expect(
      text == """
        error period-not-closed: 2026-10 is not closed
          next    close it first: Prepare 2026-10 ▸, for 2 people, or leave it
        """)
  }

  @Test func `a place carries the row and the line where they part company`() {
    #expect(Place(file: "a.csv", row: 3, line: 3).description == "a.csv:3")
    #expect(Place(file: "a.csv", row: 3, line: 7).description == "a.csv:7 (row 3)")
  }
}
