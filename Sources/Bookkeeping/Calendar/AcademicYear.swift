/// A school year for funding: 1 September to 31 August.
///
/// Places are counted by it while money is counted by ``FinancialYear``, so the two are different
/// types and neither can stand for the other.
public struct AcademicYear: Hashable, Sendable {
  /// The calendar year in which it begins.
  public let start: Int

  public init(starting start: Int) {
    precondition((1...9998).contains(start), "an academic year outside the calendar")
    self.start = start
  }

  public init(of day: Day) {
    let (year, month, _) = day.parts
    self.init(starting: month >= 9 ? year : year - 1)
  }

  public var first: Day { firstDay(ofMonth: 9, in: start) }

  public var last: Day { firstDay(ofMonth: 9, in: start + 1).advanced(by: -1) }

  public var days: ClosedRange<Day> { first...last }
}

extension AcademicYear: CustomStringConvertible {
  /// The year as schools write it: `2026/27`.
  public var description: String { "\(start)/\(twoDigits((start + 1) % 100))" }
}
