import Bookkeeping
import Funding
import TestSupport
import Testing

@testable import Importing

/// Statements in the layout of each bank whose mapping comes with the program.
struct BankLayoutTests {
  /// A statement, and what its lines come to: day, payee, pence and balance.
  struct Statement: Sendable {
    let bank: String
    let text: String
    let lines: [Line]
    var remarks = 0
    var preamble = 0
  }

  struct Line: Equatable, Sendable {
    let day: String
    let payee: String
    let pence: Int64
    let balance: Int64?

    init(_ day: String, _ payee: String, _ pence: Int64, _ balance: Int64? = nil) {
      self.day = day
      self.payee = payee
      self.pence = pence
      self.balance = balance
    }

    init(_ reading: Reading) {
      day = reading.day.description
      payee = reading.hidden?.cells.first { $0.field == "payee" }?.text ?? ""
      pence = reading.amount.pence
      if case .statementLine(let line) = reading.intent {
        balance = line.balance?.pence
      } else {
        balance = nil
      }
    }
  }

  private static let statements = [
    Statement(
      bank: "natwest",
      text: """

        Date, Type, Description, Value, Balance, Account Name, Account Number
        30/09/2026,,Balance as at 30/09/2026,,-125.80,"'MX A ROWAN","'600000-12345678",
        29/09/2026,POS,"'4321 28SEP26 OAK TUTORS , ANYTOWN GB",-125.80,.54,"'MX A ROWAN","'600000-12345678",
        20 Sep 2026,BAC,"ANYSHIRE , SEPTEMBER",.54,126.34,"'MX A ROWAN","'600000-12345678",

        """,
      lines: [
        Line("2026-09-29", "4321 28SEP26 OAK TUTORS , ANYTOWN GB", -12_580, 54),
        Line("2026-09-20", "ANYSHIRE , SEPTEMBER", 54, 12_634),
      ], remarks: 1),
    Statement(
      bank: "starling",
      text: """
        Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP),Spending Category,Notes
        01/09/2026,Opening Balance,,,0.00,1000.00,,
        02/09/2026,Oak Tutors,SEPT,CONTACTLESS,-12.34,987.66,EDUCATION,
        03/09/2026,Anyshire Council,PB SEPT,FASTER PAYMENT,2000.00,2987.66,INCOME,

        """,
      lines: [
        Line("2026-09-02", "Oak Tutors", -1234, 98_766),
        Line("2026-09-03", "Anyshire Council", 200_000, 298_766),
      ], remarks: 1),
    Statement(bank: "monzo", text: monzo(""), lines: monzoLines()),
    Statement(
      bank: "monzo", text: monzo(",Money Out,Money In", "-4.50,", ",2450.00"), lines: monzoLines()),
    Statement(
      bank: "monzo",
      text: monzo(
        ",Money Out,Money In,Balance,Balance currency", "-4.50,,95.50,GBP", ",2450.00,2545.50,GBP"),
      lines: monzoLines(9550, 254_550)),
    Statement(
      bank: "barclays",
      text: """
        Number,Date,Account,Amount,Subcategory,Memo
        \(" "),05/09/2026,20-00-00 12345678,-60.00,DIRECTDEBIT,OAK TUTORS        1234567            DDR
        ,03/09/2026,20-00-00 12345678,2000.00,DIRECTDEP,ANYSHIRE           PB             BGC

        """,
      lines: [
        Line("2026-09-05", "OAK TUTORS        1234567            DDR", -6000),
        Line("2026-09-03", "ANYSHIRE           PB             BGC", 200_000),
      ]),
    Statement(
      bank: "lloyds",
      text: """
        Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance
        05/09/2026,DD,'30-00-00,12345678,OAK TUTORS,60.00,,2940.00
        05/09/2026,DD,'30-00-00,12345678,OAK TUTORS,60.00,,3000.00
        03/09/2026,BGC,'30-00-00,12345678,ANYSHIRE COUNCIL,,2000.00,3060.00

        """,
      lines: [
        Line("2026-09-05", "OAK TUTORS", -6000, 294_000),
        Line("2026-09-05", "OAK TUTORS", -6000, 300_000),
        Line("2026-09-03", "ANYSHIRE COUNCIL", 200_000, 306_000),
      ]),
    Statement(
      bank: "hsbc",
      text: """
        01/09/2026,OAK TUTORS,-£10.99
        03/09/2026,ANYSHIRE COUNCIL,"2,000.00"

        """,
      lines: [
        Line("2026-09-01", "OAK TUTORS", -1099), Line("2026-09-03", "ANYSHIRE COUNCIL", 200_000),
      ]),
    Statement(
      bank: "nationwide",
      text: """
        "Account Name:","FlexDirect ****12345"
        "Account Balance:","£2,940.00"
        "Available Balance: ","£2,940.00"

        "Date","Transaction type","Description","Paid out","Paid in","Balance"
        "01 Sep 2026","Visa purchase","OAK TUTORS","£12.34","","£1,000.00"
        "03 Sep 2026","Bank credit","ANYSHIRE","","£2,000.00","£3,000.00"

        """,
      lines: [
        Line("2026-09-01", "OAK TUTORS", -1234, 100_000),
        Line("2026-09-03", "ANYSHIRE", 200_000, 300_000),
      ], preamble: 3),
  ]

  /// Monzo's statements of three ages: the later ones have columns at the end that earlier lack.
  private static func monzo(_ headings: String, _ first: String = "", _ second: String = "")
    -> String
  {
    func end(_ cells: String) -> String { cells.isEmpty ? "" : "," + cells }
    return """
      Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,Notes and #tags,Address,Receipt,Description,Category split\(headings)
      tx_0000B1,01/09/2026,08:12:44,Card payment,Oak Tutors,🎓,Education,-4.50,GBP,-4.50,GBP,,1 High St,,OAK TUTORS,\(end(first))
      tx_0000B2,01/09/2026,17:02:10,Faster payment,Anyshire Council,,Income,2450.00,GBP,2450.00,GBP,,,,PB SEPT,\(end(second))

      """
  }

  private static func monzoLines(_ first: Int64? = nil, _ second: Int64? = nil) -> [Line] {
    [
      Line("2026-09-01", "Oak Tutors", -450, first),
      Line("2026-09-01", "Anyshire Council", 245_000, second),
    ]
  }

  @Test(arguments: statements.indices)
  func `a statement of a bank reads under the mapping that comes with the program`(index: Int)
    throws
  {
    let statement = Self.statements[index]
    let mapping = try Trial.shipped(statement.bank)
    for text in [statement.text, statement.text.replacing("\n", with: "\r\n")] {
      let trial = try Trial(text, as: .bank, mapping: mapping)
      #expect(trial.unusable == nil)
      #expect(trial.refusals.isEmpty)
      #expect(trial.readings.map(Line.init) == statement.lines)
      #expect(trial.headings.count == statement.remarks)
      #expect(trial.summary.preamble == statement.preamble)
      #expect(trial.summary.controls.isEmpty)
    }
  }

  @Test func `every bank mapping that comes with the program has a statement here`() {
    #expect(
      Set(Self.statements.map(\.bank))
        == ["natwest", "starling", "monzo", "barclays", "lloyds", "hsbc", "nationwide"])
  }

  @Test func `a statement in CP1252 is read as that`() throws {
    let found = Self.statements.first { $0.bank == "nationwide" }
    let statement = try #require(found)
    let bytes = statement.text.unicodeScalars.map { UInt8($0.value) }
    let trial = try Trial(bytes, as: .bank, mapping: try Trial.shipped("nationwide"))
    #expect(trial.file?.encoding == .windows1252)
    #expect(trial.readings.map(Line.init) == statement.lines)
  }

  @Test func `a credit card prints spending without a sign, and its mapping says so`() throws {
    let text =
      "Date,Type,Description,Value,Balance,Account Name,Account Number\n"
      + "20 Sep 2026,Purchase,OAK TUTORS,12.34,,X,1\n21 Sep 2026,Payment,THANK YOU,-50.00,,X,1\n"
    let mapping = "extends: natwest\nname: A card\namounts: spending is positive\n"
    let trial = try Trial(text, as: .card, mapping: mapping)
    #expect(trial.amounts == [-1234, 5000])
  }

  @Test func `a file without headings whose first row is of another shape is refused`() throws {
    let hsbc = try Trial.shipped("hsbc")
    for first in ["Date,Payee,Amount", "01/09/2026,OAK,x", "01/09/2026,OAK", "1/9/26,OAK,1.00"] {
      let trial = try Trial(first + "\n02/09/2026,OAK,1.00\n", as: .bank, mapping: hsbc)
      #expect(trial.readings.isEmpty)
      #expect(
        trial.unusable?.description == """
          trial.csv:1: error columns-not-found: the first row is not date, payee, amount
            why     files of this layout have no headings, and are known by their columns
            next    check the mapping, or take out what stands before the first row
          """)
    }
  }

  @Test func `a statement's line without an amount is refused, and the others stand`() throws {
    let text = """
      Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance
      05/09/2026,DD,'30-00-00,12345678,OAK TUTORS,,,2940.00
      05/09/2026,DD,'30-00-00,12345678,OAK TUTORS,60.00,,3000.00

      """
    let trial = try Trial(text, as: .bank, mapping: try Trial.shipped("lloyds"))
    #expect(trial.refusals.map(\.problem) == ["Debit Amount is empty"])
    #expect(trial.refusals.map(\.code) == ["amount-missing"])
    #expect(trial.amounts == [-6000])
  }
}
