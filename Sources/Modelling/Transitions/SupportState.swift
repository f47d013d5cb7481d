public import Bookkeeping

/// What a child with special educational needs is in: a need, met in a setting.
public struct SupportState: Hashable, Sendable {
  public let setting: String
  public let need: String

  public init(setting: String, need: String) {
    self.setting = setting
    self.need = need
  }

  /// The word that the files have for a child who is in no such state.
  public static let outside = "NONSEND"
}

extension SupportState: Comparable, CustomStringConvertible {
  public static func < (left: SupportState, right: SupportState) -> Bool {
    (left.setting, left.need) < (right.setting, right.need)
  }

  public var description: String { "\(setting)-\(need)" }
}

/// A year of school or, before it and after it, of age: the files' `academic-year`.
///
/// Year 0 is reception, −4 the year after birth, and 20 the last in which there can be a plan.
public struct YearGroup: Hashable, Sendable, Comparable {
  public let number: Int

  public static let numbers = -4...20

  /// - Returns: None where there is no such year group.
  public init?(_ number: Int) {
    guard YearGroup.numbers.contains(number) else { return nil }
    self.number = number
  }

  /// Every one, the youngest first.
  public static let all = numbers.compactMap { YearGroup($0) }

  /// Its place among them.
  var index: Int { number - YearGroup.numbers.lowerBound }

  public static func < (left: YearGroup, right: YearGroup) -> Bool { left.number < right.number }
}

/// Where a child was in one calendar year, and where in the next.
///
/// None is outside: a child who joins comes from there, and one who leaves goes there.
public struct Transition: Hashable, Sendable {
  public let calendarYear: Int
  /// The year group in the first of the two years; in the second it is the next.
  public let yearGroup: YearGroup
  public let from: SupportState?
  public let to: SupportState?

  public init(
    calendarYear: Int, yearGroup: YearGroup, from: SupportState?, to: SupportState?
  ) {
    self.calendarYear = calendarYear
    self.yearGroup = yearGroup
    self.from = from
    self.to = to
  }
}

/// How many children of a year group live in the area in a calendar year, with needs or without.
public struct Residents: Hashable, Sendable {
  public let calendarYear: Int
  public let yearGroup: YearGroup
  public let count: Int64

  public init(calendarYear: Int, yearGroup: YearGroup, count: Int64) {
    self.calendarYear = calendarYear
    self.yearGroup = yearGroup
    self.count = count
  }
}

/// What a child in a state costs in a year.
public struct StateCost: Hashable, Sendable {
  public let state: SupportState
  public let price: Money

  public init(_ state: SupportState, _ price: Money) {
    self.state = state
    self.price = price
  }
}

/// A number of children, exact to the millionth.
///
/// What is expected of many children is not a whole number of them.
public struct Headcount: Hashable, Sendable, Comparable, AdditiveArithmetic {
  public let millionths: Int64

  public init(millionths: Int64) { self.millionths = millionths }

  public init(_ children: Int64) { millionths = children * 1_000_000 }

  public static let zero = Headcount(0)

  public static func + (left: Headcount, right: Headcount) -> Headcount {
    Headcount(millionths: left.millionths + right.millionths)
  }

  public static func - (left: Headcount, right: Headcount) -> Headcount {
    Headcount(millionths: left.millionths - right.millionths)
  }

  public static func < (left: Headcount, right: Headcount) -> Bool {
    left.millionths < right.millionths
  }
}

extension Sequence where Element == Headcount {
  public func total() -> Headcount { reduce(.zero, +) }
}
