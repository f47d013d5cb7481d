import Bookkeeping
import TestSupport
import Testing

@testable import Importing

/// What publishers do to their files that a reader has to take in its stride.
struct PublishersHabitsTests {
  private static let rows = "01/10/2026,1.00,Acorn,1,X\n02/10/2026,2.00,Birch,2,X\n"

  @Test(arguments: [Trial.heading, "\"Date\",\"Amount\",\"Supplier\",Reference,Code\n"])
  func `a mark before the first heading is passed over`(heading: String) throws {
    let trial = try Trial([0xEF, 0xBB, 0xBF] + Array((heading + Self.rows).utf8))
    #expect(trial.amounts == [100, 200])
    #expect(trial.file?.hasMark == true)
    #expect(trial.file?.encoding == .utf8)
  }

  @Test func `CP1252 is read as that, and its letters and signs are kept`() throws {
    let text = Trial.heading + "01/10/2026,\u{A3}1.00,St Thomas \u{E0} Becket\u{AD},1,X\n"
    let quote = "02/10/2026,2.00,Children\u{92}s home \u{96} north,2,X\n"
    let trial = try Trial((text + quote).unicodeScalars.map { UInt8($0.value) })
    #expect(trial.file?.encoding == .windows1252)
    #expect(trial.amounts == [100, 200])
    #expect(
      trial.readings.map { $0.hidden?.cells.first?.text }
        == ["St Thomas à Becket\u{AD}", "Children’s home – north"])
  }

  @Test func `a file of CR alone is records, and not one giant line`() throws {
    let trial = try Trial((Trial.heading + Self.rows).replacing("\n", with: "\r"))
    #expect(trial.amounts == [100, 200])
    #expect(trial.readings.map(\.place.line) == [2, 3])
  }

  @Test(arguments: [1, 2, 9, 22, 49])
  func `headings are found by their names behind a preamble`(length: Int) throws {
    let lost = "Payments over †500,,,,\n"
    let trial = try Trial(
      String(repeating: lost, count: length) + Trial.heading + Self.rows)
    #expect(trial.amounts == [100, 200])
    #expect(trial.summary.preamble == length)
    #expect(trial.readings.first?.place.row == length + 2)
  }

  @Test func `columns are known by their names, whatever stands before and behind them`() throws {
    let tail = String(repeating: ",", count: 247)
    let trial = try Trial(
      """
      "setparameter select to_char(sysdate,'DD/MM/YYYY' ) as today from dual ",Code,Supplier,Amount,Reference,Date\(tail)
      ,X,Acorn,1.00,1,01/10/2026\(tail)
      sort,X,Birch,2.00,2,02/10/2026\(tail)

      """)
    #expect(trial.amounts == [100, 200])
    #expect(trial.refusals.isEmpty)
  }

  @Test(arguments: [
    "DATE, Amount ,supplier,Reference,Code", "date,AMOUNT,Supplier ,Ref-erence,code",
    "Date:,Amount (£),SUPPLIER,reference.,C o d e",
  ])
  func `headings are the same whatever their case, spacing and punctuation`(heading: String) throws
  {
    let trial = try Trial(heading + "\n" + Self.rows)
    #expect(trial.amounts == [100, 200])
  }

  @Test func `thousands of blank records are counted, and are nothing else`() throws {
    let trial = try Trial(
      Trial.heading + Self.rows + String(repeating: ",,,,\n", count: 2800) + "\n \n")
    #expect(trial.amounts == [100, 200])
    #expect(trial.summary.blanks == 2800)
    #expect(trial.refusals.isEmpty)
  }

  @Test func `an unlabelled total is checked and never booked`() throws {
    let trial = try Trial(Trial.heading + Self.rows + ",\" 3.00 \",,,\n")
    #expect(trial.amounts == [100, 200])
    #expect(trial.totals == [300])
    #expect(trial.summary.controls.map(\.agrees) == [true])
  }

  @Test func `a labelled total counts every row, outside and refused ones too`() throws {
    let mapping = Trial.payments.replacing("otherwise: suspense", with: "otherwise: outside")
    let trial = try Trial(
      Trial.heading + Self.rows + "31/09/2026,4.00,Cedar,3,X\n,7.00,Grand Total,,\n",
      mapping: mapping + "\ncodes: {Y: suspense}\n")
    #expect(trial.outside.total() == 300)
    #expect(trial.refusedAmounts == [400])
    let control = try #require(trial.summary.controls.first)
    #expect((control.stated, control.found) == (Money(pence: 700), Money(pence: 700)))
  }

  @Test func `a total that the rows do not add to is stated beside what they add to`() throws {
    let trial = try Trial(
      Trial.heading + Self.rows + "03/10/2026,,Inter School740.00,3,X\n,743.00,Grand Total,,\n")
    #expect(trial.refusals.map(\.problem) == ["Amount is empty"])
    let control = try #require(trial.summary.controls.first)
    #expect(!control.agrees)
    #expect((control.stated, control.found) == (Money(pence: 74_300), Money(pence: 300)))
    #expect(control.place == Place(file: "trial.csv", row: 5, line: 5))
  }

  @Test(arguments: ["Total", "GRAND TOTAL", "Total:", "Totals", "Total for October 2026"])
  func `a label of a total is known, and the name of a supplier that begins so is none`(
    label: String
  ) throws {
    let mapping = "kind: payments\nname: Lists\ncolumns: {payee: Supplier, amount: Total}\n"
    let trial = try Trial(
      "Supplier,Total\nTotal Gas & Power Ltd,3.00\nTotalEnergies,4.00\n\(label),7.00\n",
      mapping: mapping)
    #expect(trial.outside == [300, 400])
    #expect(trial.totals == [700])
    #expect(trial.summary.controls.map(\.agrees) == [true])
  }

  @Test func `equal rows are payments, every one of them`() throws {
    let row = "28/02/2022,\"2,227.68\",Oak Homes,51830239,R6107\n"
    let trial = try Trial(Trial.heading + String(repeating: row, count: 138))
    #expect(trial.amounts == Array(repeating: 222_768, count: 138))
    #expect(Set(trial.readings.map(\.identity)).count == 1)
  }

  @Test func `an invoice of many rows is many rows`() throws {
    let trial = try Trial(
      Trial.heading + "01/10/2026,1.00,Acorn,T9,X\n01/10/2026,2.00,Acorn,T9,X\n")
    #expect(Set(trial.readings.map(\.identity.twin)).count == 2)
  }

  @Test func `references keep their noughts and are never taken for numbers`() throws {
    let references = ["0980", "2018/2019", "2011.13049", "PT348115,1"]
    let trial = try Trial(
      Trial.heading + references.map { "01/10/2026,1.00,Acorn,\"\($0)\",X\n" }.joined())
    #expect(trial.readings.map { $0.hidden?.cells.last?.text } == references)
  }

  @Test func `a publisher's headings and days of fifteen years read under one mapping`() throws {
    let devon = try Trial.shipped("devon")
    let files = [
      "Body,Name of Body,Date,Transaction Number,Invoice Number,Amount,Supplier Name,Supplier ID,VAT Reg no,Expense Area,Expense Type,Expense Code,Creditor Type\nD,D,01/10/2026,T1,0980,1.00,Acorn,7,,A,B,9052,C\n",
      "Body,Name of  Body,Date,Transaction Number,Invoice Number,Amount,Supplier Name,Supplier ID,Vat Reg No,Expense Area,Expense Type,Expense Code,Creditor Type\nD,D,2026-10-01 00:00:00,T1,0980,1.0000000000000001,Acorn,7,,A,B,9052,C\n",
      "\u{FEFF}Body,Name of Body,Date paid,Transaction number, Amount ,Supplier name,Supplier ID,VAT reg no,Expense area,Expense type,Expense code,Costcuk,Creditor type\nD,D,01/10/2026,T1,\" 1.00 \",Acorn,7,,A,B,9052,X,C\n",
    ]
    let readings = try files.map { try Trial($0, mapping: devon) }.flatMap(\.readings)
    #expect(readings.map(\.amount.pence) == [100, 100, 100])
    #expect(readings.map(\.day.description) == Array(repeating: "2026-10-01", count: 3))
    #expect(readings[0].identity == readings[1].identity)
    #expect(readings[0].identity.twin == readings[2].identity.twin)
  }
}
