import Bookkeeping
import TestSupport
import Testing

@testable import Importing

/// What publishers get wrong: the row is refused with its place, its text, the reason and the way
/// out, and the rows around it stand.
struct PublishersFaultsTests {
  /// A row that cannot be used, and what is said of it.
  private struct Fault: Sendable {
    let row: String
    let problem: String
    let column: String
    var amount: Int64?
    var code = "date-unreadable"
  }

  private static let faults = [
    // The comma before the amount is lost where the amount is below a thousand.
    Fault(
      row: "25/06/2012725,RENT,Acorn,1,X", problem: "Amount is 4 characters", column: "Amount",
      code: "amount-unreadable"),
    Fault(
      row: "25/06/2012725,12.00,Acorn,1,X", problem: "Date is “25/06/2012725”", column: "Date",
      amount: 1200),
    // A date has slipped into the column of the amount.
    Fault(
      row: "Acorn,09/10/2014,1.00,1,X", problem: "Amount is “09/10/2014”", column: "Amount",
      code: "amount-unreadable"),
    Fault(
      row: "VARIOUS,12.00,Acorn,1,X", problem: "Date is “VARIOUS”", column: "Date", amount: 1200),
    Fault(
      row: "01/10/2026,REDACTED,Acorn,1,X", problem: "Amount is “REDACTED”", column: "Amount",
      code: "amount-unreadable"),
    Fault(
      row: "01/10/2026,\u{153}12.00,Acorn,1,X", problem: "Amount is 6 characters", column: "Amount",
      code: "amount-unreadable"),
    Fault(
      row: ",12.00,Acorn,1,X", problem: "Date is empty", column: "Date", amount: 1200,
      code: "date-missing"),
    Fault(
      row: "01/10/2026,12.00,Aco\u{0}rn,1,X", problem: "Supplier holds a NUL byte",
      column: "Supplier", amount: 1200, code: "cell-holds-nul"),
    Fault(
      row: "01/10/2026,12.00,\(String(repeating: "x", count: 32_768)),1,X",
      problem: "Supplier is 32768 bytes long", column: "Supplier", amount: 1200,
      code: "cell-too-long"),
    Fault(row: "only", problem: "Amount is empty", column: "Amount", code: "amount-missing"),
  ]

  @Test(arguments: faults.indices)
  func `a row at fault is refused with its place and its text, and the others stand`(index: Int)
    throws
  {
    let fault = Self.faults[index]
    // A line break in a cell parts the row's number from the line's.
    let before = "01/10/2026,1.00,\"Acorn\nCare\",1,X\n"
    let trial = try Trial(Trial.heading + before + fault.row + "\n02/10/2026,2.00,Birch,2,X\n")
    #expect(trial.amounts == [100, 200])
    let diagnostic = try #require(trial.refusals.first)
    #expect(trial.refusals.count == 1)
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.code == fault.code)
    #expect(diagnostic.problem.hasPrefix(fault.problem))
    #expect(diagnostic.place == Place(file: "trial.csv", row: 3, line: 4, column: fault.column))
    #expect(diagnostic.next != nil)
    #expect(trial.refusedAmounts == [fault.amount.map { Money(pence: $0) }])
  }

  @Test func `a quotation mark that swallows the tail of a file stops it, with the rows before it`()
    throws
  {
    let start = Trial.heading + "01/10/2026,1.00,Acorn,1,X\n"
    let trial = try Trial(start + "02/10/2026,2.00,\"Birch,2,X\n03/10/2026,3.00,Cedar\",3,\"X\"y\n")
    #expect(trial.amounts == [100])
    // The mark opened in row 3 is closed in the next line, and reading stops behind the last mark.
    #expect(
      trial.unusable?.description == """
        trial.csv:3: error quoting-broken: a quotation mark at byte 117 stands where it may not
          why     nothing of the file is used, since every row after this place is in doubt
          next    put the cell between quotation marks and double those within it
        """)
    let open = try Trial(start + "02/10/2026,2.00,\"Birch,2,X\n03/10/2026,3.00,Cedar,3,X\n")
    #expect(open.amounts == [100])
    #expect(
      open.unusable?.description == """
        trial.csv:3: error quote-never-closed: a quotation mark opened here is not closed by the end \
        of the file
          why     nothing of the file is used, since every row after this place is in doubt
          next    close it, or take it out
        """)
  }

  @Test func `a heading cut over two rows is refused, and its second half is never a row`() throws {
    let text = "Transaction,Supplier,Net,Date\nNumber,,Amount,\n39810,Oak,£25.00,06/12/2021\n"
    let refused = try Trial(text)
    #expect(refused.unusable?.problem == "the file has no column for amount")
    #expect(refused.unusable?.why == "it has: date, payee")
    #expect(refused.readings.isEmpty && refused.refusals.isEmpty)

    // A mapping that gives both halves reads it.
    let mapping = Trial.payments.replacing("amount: Amount", with: "amount: Net Amount")
    let read = try Trial(text, mapping: mapping)
    #expect(read.unusable == nil)
    #expect(read.amounts == [2500])
    #expect(read.refusals.isEmpty)
    #expect(read.summary.headings == 2)
  }

  @Test func `two columns under one heading are refused, since neither can be trusted`() throws {
    let trial = try Trial("Title,,\nDate,Amount,Amount,Supplier\n01/10/2026,1,2,Oak\n")
    #expect(
      trial.unusable?.description == """
        trial.csv:2: error heading-twice: two columns have the heading “Amount”
          why     neither can be trusted
          next    say in the mapping which is meant: {heading: NAME, nth: 1}
        """)
  }

  @Test func `two columns for one field are refused by the headings of both`() throws {
    let mapping = Trial.payments.replacing("date: Date", with: "date: [Date, Date paid]")
    let trial = try Trial("Date,Date paid,Amount,Supplier\n,,1,Oak\n", mapping: mapping)
    #expect(trial.unusable?.problem == "two columns may be date: “Date” and “Date paid”")
    #expect(trial.unusable?.next == "name one of them in a mapping")
  }

  @Test(arguments: [";", "\t", "|"])
  func `cells that something else than commas parts are read`(mark: String) throws {
    let text = "Payments of October\n" + Trial.heading + "01/10/2026,1.00,Oak,1,X\n"
    let trial = try Trial(text.replacing(",", with: mark))
    #expect(trial.unusable == nil)
    #expect(trial.summary.separator.mark == mark.utf8.first)
    let prose = try Trial("Dear all; the date and the amount follow | soon\n")
    #expect(prose.unusable?.code == "columns-not-found")
  }

  @Test func `headings that stand too far down are not looked for`() throws {
    let trial = try Trial(
      String(repeating: "Remark,,\n", count: 50) + Trial.heading + "01/10/2026,1.00,Oak,1,X\n")
    #expect(trial.readings.isEmpty)
    #expect(
      trial.unusable?.description == """
        trial.csv:1: error columns-not-found: no row of the file looks like headings of payments
          why     the headings needed are: amount, payee
          next    check the kind of file, or name its columns in a mapping
        """)
  }
}
