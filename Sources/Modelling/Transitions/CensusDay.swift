public import Bookkeeping

/// The day of the year on which children are counted: `01-15`.
///
/// SEN2 is collected in the middle of January, on another day each year. One day is kept for all
/// years, so that a year lies between two counts.
public struct CensusDay: Hashable, Sendable, LosslessStringConvertible {
  public let month: Int
  public let dayOfMonth: Int

  /// Reads a month and a day, each of two digits.
  ///
  /// - Returns: None where some year has no such day; 29 February is not one.
  public init?(_ text: String) {
    // A year without a leap day shows which days every year has.
    guard let day = Day("2001-" + text) else { return nil }
    month = day.monthOfYear
    dayOfMonth = day.dayOfMonth
  }

  /// The middle of January.
  public static let usual = CensusDay(month: 1, dayOfMonth: 15)

  private init(month: Int, dayOfMonth: Int) {
    self.month = month
    self.dayOfMonth = dayOfMonth
  }

  public var description: String { String(day(in: 2001).description.dropFirst(5)) }

  /// The census of a calendar year.
  public func day(in year: Int) -> Day {
    guard let day = Day(year: year, month: month, day: dayOfMonth) else {
      preconditionFailure("a census day that every year has")
    }
    return day
  }

  /// The calendar years whose census falls between two days, both counted.
  ///
  /// - Returns: None where there is no census between them.
  public func years(from first: Day, through last: Day) -> ClosedRange<Int>? {
    let begin = day(in: first.year) >= first ? first.year : first.year + 1
    let end = day(in: last.year) <= last ? last.year : last.year - 1
    return begin <= end ? begin...end : nil
  }

  /// The calendar year whose census falls in a financial year.
  public func year(in year: FinancialYear) -> Int {
    day(in: year.start) >= year.first ? year.start : year.start + 1
  }
}
