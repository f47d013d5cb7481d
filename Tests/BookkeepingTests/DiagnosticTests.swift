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

  @Test func `a place carries the row and the line where they part company`() {
    #expect(Place(file: "a.csv", row: 3, line: 3).description == "a.csv:3")
    #expect(Place(file: "a.csv", row: 3, line: 7).description == "a.csv:7 (row 3)")
  }
}
