import TestSupport
import Testing

/// Files that would once have come to other figures without a word.
struct SilentFiguresTests {
  private static let heading = "Account,Paid on,Payee,Net,VAT,Gross,Document\n"

  private func mapping(_ name: String, amount: String = "Net", _ more: String = "") -> String {
    """
    kind: payments
    name: \(name)
    columns: {date: Paid on, amount: \(amount), payee: Payee, code: Account, reference: Document}
    codes:
      E100: {fund: high-needs, line: 1.2.2}
    otherwise: outside
    \(more)
    """
  }

  /// A ledger with mappings: by the net amount, by the gross, and with spending written as negative.
  private func ledger() async throws -> TestLedger {
    let ledger = try await TestLedger.october()
    let scratch = ledger.terminal.scratch
    try scratch.write(mapping("net"), to: "ledger/mappings/net.yaml")
    try scratch.write(mapping("gross", amount: "Gross"), to: "ledger/mappings/gross.yaml")
    try scratch.write(
      mapping("negative", "amounts: spending is negative"), to: "ledger/mappings/negative.yaml")
    return ledger
  }

  private func preview(
    _ rows: String, _ name: String = "net", _ more: String = "", named file: String = "list.csv",
    in ledger: TestLedger
  ) async throws -> (answer: Terminal.Answer, batch: String) {
    try await ledger.preview(
      text: Self.heading + rows, named: file, "--as payments --mapping \(name)" + more)
  }

  private func bring(
    _ rows: String, _ name: String = "net", named file: String = "list.csv", to ledger: TestLedger
  ) async throws -> String {
    let (answer, batch) = try await preview(rows, name, named: file, in: ledger)
    #expect(answer.rows("New") != nil, "\(answer)")
    await ledger.type("import commit \(batch)")
    return batch
  }

  @Test(arguments: [
    "E100,04/11/2026,20.00,24.00,4.00,70002\n", "E100,04/11/2026,Hilltop,24.00,4.00,70002\n",
    "E100,04/11/2026,20.00,24.00,4.00,70002,\n", "E200,04/11/2026,Hilltop,24.00,4.00,70002\n",
  ])
  func `a row of which a cell is missing is refused, and the others stand`(row: String)
    async throws
  {
    let answer = try await preview(
      "E100,03/11/2026,Oakfield,100.00,20.00,120.00,70001\n" + row, in: try await ledger()
    ).answer
    #expect(answer.rows("New")?.rows == 1, "\(answer)")
    #expect(answer.rows("Refused")?.rows == 1, "\(answer)")
    #expect(answer.err.contains("error cells-differ: "), "\(answer)")
  }

  @Test func `a refund under another mapping is not the payment that it gives back`() async throws {
    let ledger = try await ledger()
    _ = try await bring("E100,03/11/2026,Oakfield,100.00,0,100.00,70001\n", to: ledger)
    let refund = try await preview(
      "E100,03/11/2026,Oakfield,100.00,0,100.00,70001\n", "negative", named: "refund.csv",
      in: ledger
    ).answer
    #expect(refund.rows("Known") == nil, "\(refund)")
    let same = try await preview(
      "E100,03/11/2026,Oakfield,-100.00,0,-100.00,70001\n", "negative", named: "same.csv",
      in: ledger
    ).answer
    #expect(same.rows("Known")?.rows == 1, "\(same)")
    #expect(same.rows("New") == nil)
  }

  @Test func `a file that was posted is not posted otherwise, though some of it is known`()
    async throws
  {
    let ledger = try await ledger()
    let rows =
      "E100,03/11/2026,Oakfield,100.00,20.00,120.00,70001\n"
      + "E100,04/11/2026,Hilltop,50.00,0,50.00,70002\n"
    let batch = try await bring(rows, to: ledger)
    let (answer, _) = try await preview(rows, "gross", in: ledger)
    #expect(
      answer.err.contains(
        "error file-posted-already: this file was posted as \(batch), and a row of it would be posted"
          + " again, row 2 first"), "\(answer)")
    #expect(answer.status != 0)
  }

  @Test func `an import is not taken back under a later one that knew its rows`() async throws {
    let ledger = try await ledger()
    let shared = "E100,04/11/2026,Hilltop,50.00,0,50.00,70002\n"
    let last = "E100,06/11/2026,Larkspur,70.00,0,70.00,70003\n"
    let first = try await bring(
      "E100,03/11/2026,Oakfield,100.00,0,100.00,70001\n" + shared, to: ledger)
    let later = try await bring(shared + last, named: "later.csv", to: ledger)
    let refused = await ledger.type("import undo \(first) --reason x")
    #expect(
      refused.err.contains(
        "error rows-known-through-it: a row of \(later) was known already, and may be known through"
          + " \(first)"), "\(refused)")
    #expect(refused.status != 0)
    try await ledger.type("import undo \(first) --reason x --even-so").require()
    let again = try await preview(shared + last, named: "later.csv", in: ledger).answer
    #expect(again.rows("New")?.rows == 1, "\(again)")
    #expect(again.rows("Known")?.rows == 1)
  }

  @Test func `a point that may part thousands is refused`() async throws {
    let answer = try await preview(
      "E100,03/11/2026,Oakfield,1.500,0,1.500,70001\nE100,03/11/2026,Oakfield,12.750,0,12.750,70002\n"
        + "E100,03/11/2026,Oakfield,1250.500,0,1250.500,70003\n", in: try await ledger()
    ).answer
    #expect(answer.rows("New")?.rows == 1, "\(answer)")
    #expect(answer.err.contains("error amount-fraction-of-penny"), "\(answer)")
  }

  @Test func `numbers that are parted otherwise are asked about`() async throws {
    let ledger = try await ledger()
    _ = try await bring("E100,03/11/2026,Oakfield,100.00,0,100.00,1/23\n", to: ledger)
    let other = try await preview(
      "E100,03/11/2026,Oakfield,100.00,0,100.00,12/3\n", named: "other.csv", in: ledger
    ).answer
    #expect(other.rows("Known") == nil, "\(other)")
    #expect(other.rows("Possible twins")?.rows == 1, "\(other)")
    let same = try await preview(
      "E100,03/11/2026,OAKFIELD,100.0,0,100.00,1-23\n", named: "same.csv", in: ledger
    ).answer
    #expect(same.rows("Known")?.rows == 1, "\(same)")
  }

  @Test func `a list that comes again with a row less is told`() async throws {
    let ledger = try await ledger()
    let rows = (1...4).map { "E100,0\($0)/11/2026,Payee \($0),\($0)0.00,0,\($0)0.00,7000\($0)\n" }
    let batch = try await bring(rows.joined(), to: ledger)
    let outside = "E900,02/11/2026,Payee 2,20.00,0,20.00,70002\n"
    for less in [rows[..<1] + rows[2...], rows[..<1] + [outside] + rows[2...]] {
      let answer = try await preview(less.joined(), named: "less.csv", in: ledger).answer
      #expect(answer.rows("Known")?.rows == 3, "\(answer)")
      #expect(answer.err.contains("warning may-correct-another: 1 row of \(batch)"), "\(answer)")
      #expect(answer.status == 2)
    }
  }

  @Test func `a file in two encodings is told`() async throws {
    let ledger = try await ledger()
    let row = "E100,03/11/2026,Zo\u{EB},100.00,0,100.00,70001\n"
    let bytes =
      Array((Self.heading + row).utf8) + Array("E100,04/11/2026,M".utf8) + [0xF8]
      + Array("ller,50.00,0,50.00,70002\n".utf8)
    let path = try ledger.terminal.scratch.write(bytes, to: "mixed.csv")
    let answer = await ledger.preview(path, "--as payments --mapping net").answer
    #expect(answer.err.contains("warning encoding-mixed: mixed.csv is read as CP1252"), "\(answer)")
    #expect(answer.status == 2)
  }
}
