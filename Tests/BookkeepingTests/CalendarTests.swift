import Bookkeeping
import Foundation
import Testing

struct CalendarTests {
  @Test func `a day knows its date, as another calendar does`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for number in stride(from: Int32(-40_000), through: 80_000, by: 13) {
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day], from: date)
      let day = Day(number: number)
      #expect(day.year == parts.year)
      #expect(day.monthOfYear == parts.month)
      #expect(day.dayOfMonth == parts.day)
      #expect(Day(year: day.year, month: day.monthOfYear, day: day.dayOfMonth) == day)
      #expect(Day(written: day.description) == day)
    }
  }

  @Test(arguments: [
    ("1900-01-01", true), ("2199-12-31", true), ("1899-12-31", false), ("2200-01-01", false),
    ("0001-01-01", false), ("9999-12-31", false),
  ])
  func `what people write is far from the ends of the calendar`(text: String, isRead: Bool) throws {
    #expect((Day(text) != nil) == isRead)
    #expect((Month(String(text.prefix(7))) != nil) == isRead)
    #expect((Day.whyFarOff(text) == nil) == isRead)
    #expect(
      Day.whyFarOff(text) ?? "days are reckoned with from 1900 to 2199"
        == "days are reckoned with from 1900 to 2199")
    // It was written by the program, which may have gone on from what people wrote.
    #expect(Day(written: text)?.description == text)
  }

  @Test(arguments: [
    ("1900-01", true), ("2198-99", true), ("1899-00", false), ("2199-00", false),
    ("9998-99", false),
  ])
  func `a year that people write ends in one that they may`(text: String, isRead: Bool) {
    #expect((FinancialYear(text) != nil) == isRead)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "31/10/2026", "", "2026-10-32",
  ])
  func `a date that the calendar does not have is no day`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `a leap year is the one that holds a 29 February`() {
    #expect(FinancialYear(starting: 2027).length == 366)
    #expect(FinancialYear(starting: 2026).length == 365)
    #expect(Day(year: 2028, month: 2, day: 29) != nil)
    #expect(Day(year: 2100, month: 2, day: 29) == nil)
  }

  @Test func `a financial year runs from April to March`() throws {
    let year = try #require(FinancialYear("2026-27"))
    #expect(year.first.description == "2026-04-01")
    #expect(year.last.description == "2027-03-31")
    #expect(year.months.map(\.description).first == "2026-04")
    #expect(year.months.map(\.description).last == "2027-03")
    #expect(FinancialYear(of: try #require(Day("2027-03-31"))) == year)
    #expect(FinancialYear(of: try #require(Day("2027-04-01"))) == year.next)
    #expect(FinancialYear("2026-28") == nil)
    #expect(FinancialYear("1999-00")?.description == "1999-00")
  }

  @Test func `an academic year runs from September to August`() throws {
    let year = AcademicYear(of: try #require(Day("2026-09-01")))
    #expect(year.description == "2026/27")
    #expect(AcademicYear(of: try #require(Day("2026-08-31"))).start == 2025)
    #expect(year.last.description == "2027-08-31")
  }

  @Test func `a month knows its first and last day and its neighbours`() throws {
    let month = try #require(Month("2026-12"))
    #expect(month.first.description == "2026-12-01")
    #expect(month.last.description == "2026-12-31")
    #expect(month.next.description == "2027-01")
    #expect(month.previous.description == "2026-11")
    #expect(Month("2026-13") == nil)
  }
}
