/// A council's year of account: 1 April to 31 March.
public struct FinancialYear: Hashable, Sendable {
  /// The calendar year in which it begins.
  public let start: Int

  public init(starting start: Int) {
    precondition((1...9998).contains(start), "a financial year outside the calendar")
    self.start = start
  }

  public init(of day: Day) {
    let (year, month, _) = day.parts
    self.init(starting: month >= 4 ? year : year - 1)
  }

  public var first: Day { firstDay(ofMonth: 4, in: start) }

  public var last: Day { next.first.advanced(by: -1) }

  public var days: ClosedRange<Day> { first...last }

  /// 365, or 366 where it holds a 29 February.
  public var length: Int { first.distance(to: last) + 1 }

  /// April to March.
  public var months: [Month] {
    var month = Month(of: first)
    return (0..<12).map { _ in
      defer { month = month.next }
      return month
    }
  }

  public var next: FinancialYear { FinancialYear(starting: start + 1) }
}

extension FinancialYear: Comparable, Strideable {
  public func distance(to other: FinancialYear) -> Int { other.start - start }

  public func advanced(by years: Int) -> FinancialYear { FinancialYear(starting: start + years) }
}

extension FinancialYear: LosslessStringConvertible {
  /// Reads `2026-27`, of days that people may write.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), let start = decimal(bytes[0..<4]),
      let end = decimal(bytes[5..<7]), Day.years.dropLast().contains(start),
      (start + 1) % 100 == end
    else { return nil }
    self.init(starting: start)
  }

  /// The year as codes and tables write it: `2026-27`.
  public var description: String { "\(start)-\(twoDigits((start + 1) % 100))" }
}

/// The first day of a month that the calendar has.
func firstDay(ofMonth month: Int, in year: Int) -> Day {
  guard let day = Day(year: year, month: month, day: 1) else {
    preconditionFailure("every month has a first day")
  }
  return day
}
