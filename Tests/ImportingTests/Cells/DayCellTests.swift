import Bookkeeping
import TestSupport
import Testing

@testable import Importing

/// Days as files write them, in a row of a file.
struct DayCellTests {
  private func trial(_ day: String) throws -> Trial {
    try Trial(Trial.heading + "\(day),12.00,Acorn,1,X\n02/10/2026,5.00,Birch,2,X\n")
  }

  @Test(arguments: [
    ("31/10/2026", "2026-10-31"), ("1/4/2026", "2026-04-01"), ("31-10-2026", "2026-10-31"),
    ("31.10.2026", "2026-10-31"), ("2026-10-31", "2026-10-31"),
    ("2017-04-05 00:00:00", "2017-04-05"), ("05/04/2017 0:00", "2017-04-05"),
    ("03 Jun 2026", "2026-06-03"), ("3 September 2026", "2026-09-03"),
    ("03-Sept-2026", "2026-09-03"), ("2022-Sep-28 00:00:00", "2022-09-28"),
    ("29/02/2028", "2028-02-29"), (" 01/10/2026 ", "2026-10-01"),
  ])
  func `a day is read in each of the forms that files use`(text: String, day: String) throws {
    let trial = try trial(text)
    #expect(trial.days == [day, "2026-10-02"])
  }

  /// A day, the code of the message that refuses it, and why.
  private static let refused: [(text: String, code: String, why: String?)] = [
    ("31/09/2026", "date-impossible", "September has 30 days"),
    ("29/02/2027", "date-impossible", "February has 28 days"),
    ("00/10/2026", "date-impossible", "October has 31 days"),
    ("00/00/0000", "date-impossible", "there is no month 0"),
    ("09/20/2012", "date-impossible", "there is no month 20"),
    ("2026-13-01", "date-impossible", "there is no month 13"),
    ("09/10/1202", "date-out-of-range", "no payment is of such a year"),
    ("01/04/9999", "date-out-of-range", "no payment is of such a year"),
    ("41180", "date-is-number", "a spreadsheet counts days so"),
    ("31/09", "date-unreadable", "it is not a day, month and year"),
    ("17/042015", "date-unreadable", "it is not a day, month and year"),
    ("0708/2014", "date-unreadable", "it is not a day, month and year"),
    ("15/0/72014", "date-unreadable", "it is not a day, month and year"),
    ("09/0772020", "date-unreadable", "it is not a day, month and year"),
    (" 19/102015 ", "date-unreadable", "it is not a day, month and year"),
    ("25/06/2012725", "date-unreadable", "it is not a day, month and year"),
    ("01/10/26", "date-two-digit-year", "two digits do not say which century"),
    ("26-10-01", "date-two-digit-year", "two digits do not say which century"),
    ("REDACTED", "date-unreadable", "it is not a day, month and year"),
    ("99999", "date-unreadable", "it is not a day, month and year"),
    ("31 Ma 2026", "date-unreadable", "it is not a day, month and year"),
    ("2026-10-31 Smith", "date-unreadable", "it is not a day, month and year"),
    ("", "date-missing", nil),
  ]

  @Test(arguments: refused.indices)
  func `a day that is none is refused with its place and the reason`(index: Int) throws {
    let (text, code, why) = Self.refused[index]
    let trial = try trial(text)
    let diagnostic = try #require(trial.refusals.first)
    #expect(trial.refusals.count == 1)
    #expect(diagnostic.code == code)
    #expect(diagnostic.why == why)
    #expect(diagnostic.place == Place(file: "trial.csv", row: 2, line: 2, column: "Date"))
    #expect(diagnostic.next != nil)
    #expect(trial.refusedAmounts == [1200], "its amount still counts")
    #expect(trial.days == ["2026-10-02"], "the other row stands")
  }

  @Test func `a message shows the text of a day and never what may be a name`() throws {
    #expect(try trial("17/042015").refusals.map(\.problem) == ["Date is “17/042015”"])
    #expect(
      try trial("2026-10-31 Smith").refusals.map(\.problem)
        == ["Date is 16 characters, not shown as they may be a name"])
  }

  @Test func `where only numbers stand the day comes first, whatever the rows around it`() throws {
    let trial = try Trial(
      Trial.heading + """
        2026-10-05,1.00,Acorn,1,X
        05/11/2026,2.00,Acorn,2,X
        10/25/2026,3.00,Acorn,3,X
        06 Dec 2026,4.00,Acorn,4,X

        """)
    #expect(trial.days == ["2026-10-05", "2026-11-05", "2026-12-06"])
    #expect(trial.refusals.map(\.why) == ["there is no month 25"])
    #expect(trial.refusals.map { $0.place?.line } == [4])
  }

  @Test func `a day before the ledger opens is refused`() throws {
    let trial = try trial("31/03/2010")
    #expect(trial.refusals.map(\.code) == ["date-before-ledger"])
    #expect(trial.refusals.map(\.problem) == ["the row is of 2010-03-31"])
    #expect(trial.refusals.map(\.why) == ["the ledger opens on 2010-04-01"])
  }
}
