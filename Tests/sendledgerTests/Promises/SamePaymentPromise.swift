import TestSupport
import Testing

/// L5: a payment is the same by whose it is, when, how much, to whom, its number and its code, however a
/// later list writes it.
struct SamePaymentPromise {
  private static let heading =
    "Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,Expense code,"
    + "Amount\n"
  private static let options = "--as payments --mapping anyshire"
  private static let row =
    "OAKFIELD ACADEMY,000417,11/11/2026,0042,Education,Top-up funding,HN122,\"1,430.14\"\n"

  @Test(arguments: [
    "OAKFIELD ACADEMY,000417,11/11/2026,0042,Education,Top-up funding (mainstream),HN122,1430.14",
    "Oakfield  Academy ,417,11/11/2026,42,Education,Top-up funding,HN122,1430.14",
    "“OAKFIELD ACADEMY”,,2026-11-11,42,Schools,Top-up,hn 122,\"£1,430.14\"",
  ])
  func `L5: the same payment, written otherwise, is known`(again: String) async throws {
    let ledger = try await TestLedger.october()
    try await ledger.bring(Self.heading + Self.row, named: "a.csv", Self.options)
    let head = await ledger.head()
    let (answer, batch) = try await ledger.preview(
      text: Self.heading + again + "\n", named: "b.csv", Self.options)
    #expect(answer.rows("Known: imported before")?.rows == 1, "\(answer)")
    _ = await ledger.type("import commit \(batch)")
    #expect(await ledger.head() == head)
  }

  @Test(arguments: [
    // Another code, another number, none.
    "OAKFIELD ACADEMY,417,11/11/2026,42,Education,Top-up,HN123,1430.14",
    "OAKFIELD ACADEMY,417,11/11/2026,43,Education,Top-up,HN122,1430.14",
    "OAKFIELD ACADEMY,417,11/11/2026,,Education,Top-up,HN122,1430.14",
    "OAKFIELD ACADEMY,417,13/11/2026,42,Education,Top-up,HN122,1430.14",
  ])
  func `L5: one that is near waits for a person`(near: String) async throws {
    let ledger = try await TestLedger.october()
    try await ledger.bring(Self.heading + Self.row, named: "a.csv", Self.options)
    let head = await ledger.head()
    let (answer, batch) = try await ledger.preview(
      text: Self.heading + near + "\n", named: "b.csv", Self.options)
    #expect(answer.rows("Possible twins")?.rows == 1, "\(answer)")
    #expect(await ledger.type("import commit \(batch)").status == 3)
    #expect(await ledger.head() == head)
    // Beside the row itself it is another payment: the earlier row is accounted for.
    if !near.contains("13/11") {
      let both = try await ledger.preview(
        text: Self.heading + Self.row + near + "\n", named: "c.csv", Self.options)
      #expect(both.answer.rows("New")?.rows == 1, "\(both.answer)")
    }
  }

  @Test func `L5: a corrected list posts what is new of it alone`() async throws {
    let ledger = try await TestLedger.october()
    func list(_ rows: ClosedRange<Int>, _ remark: String) -> String {
      Self.heading
        + rows.map {
          "SCHOOL \($0 % 7),\($0 % 7),\($0 % 9 + 1)/11/2026,\(5_000 + $0),Education,\(remark),HN122,"
            + "\($0 * 3).25\n"
        }.joined()
    }
    try await ledger.bring(list(1...60, "Fees"), named: "a.csv", Self.options)
    let (answer, batch) = try await ledger.preview(
      text: list(1...65, "Fees (mainstream)"), named: "b.csv", Self.options)
    #expect(answer.rows("Known: imported before")?.rows == 60, "\(answer)")
    #expect(answer.rows("New")?.rows == 5)
    try await ledger.type("import commit \(batch)").require()
    let count = "SELECT count(*) FROM record WHERE kind = 'payment-made' AND number > 176"
    #expect(try RawFile(ledger).number(count) == 65)
  }

  @Test func `L5: a payment of one family is never known as another's`() async throws {
    let ledger = try await TestLedger.october()
    let text =
      "Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,"
      + "Debit Amount,Credit Amount,Balance\n"
      + "05/11/2026,FPO,'30-00-00,12345678,RUTH WAGES NOV,45.00,,100.00\n"
    let options = "--as bank --mapping spb-004655 --child "
    try await ledger.bring(text, named: "a.csv", options + "SPB-004655")
    let again = try await ledger.preview(text: text, named: "b.csv", options + "SPB-004655")
    #expect(again.answer.rows("Known: imported before")?.rows == 1, "\(again.answer)")
    let file = try await ledger.preview(text: text, named: "b.csv", options + "SPB-100110")
    #expect(file.answer.err.contains("error file-of-another-family"), "\(file.answer)")
    let more = text + "06/11/2026,FPO,'30-00-00,12345678,RUTH WAGES NOV,10.00,,90.00\n"
    let other = try await ledger.preview(text: more, named: "c.csv", options + "SPB-100110")
    #expect(other.answer.rows("Known: imported before") == nil, "\(other.answer)")
    #expect(other.answer.rows("Rows of data")?.rows == 2, "\(other.answer)")
  }

  @Test func `L5: an event whose document is reworded is known, and another document's waits`()
    async throws
  {
    let ledger = try await TestLedger.october()
    func event(_ document: String) -> String {
      "Event,Day,Amount,Child,Plan line,Document\n"
        + "invoice-received,05/11/2026,60.00,SPB-004655,2,\"\(document)\"\n"
    }
    try await ledger.bring(event("Invoice 771 Oaklands"), named: "a.csv", "--as events")
    let again = try await ledger.preview(
      text: event("Invoice 771, Oaklands"), named: "b.csv", "--as events")
    #expect(again.answer.rows("Known: imported before")?.rows == 1, "\(again.answer)")
    let other = try await ledger.preview(text: event("Invoice 772"), named: "c.csv", "--as events")
    #expect(other.answer.rows("Possible twins")?.rows == 1, "\(other.answer)")
  }
}
