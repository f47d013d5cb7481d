public import Bookkeeping

/// A rate of change from each year to the next, which may be another from a named year on.
public struct YearlyRate: Hashable, Sendable {
  /// The rate before any change.
  public let first: Percentage
  /// Later rates, in the order of their years.
  public let changes: [Change]

  /// A rate, and the first year that is reached by it.
  public struct Change: Hashable, Sendable {
    public let from: FinancialYear
    public let rate: Percentage
  }

  public init(_ first: Percentage, changes: [FinancialYear: Percentage] = [:]) {
    self.first = first
    self.changes = changes.sorted { $0.key < $1.key }.map { Change(from: $0.key, rate: $0.value) }
  }

  /// The rate at which a year is reached from the one before.
  public func rate(into year: FinancialYear) -> Percentage {
    changes.last { $0.from <= year }?.rate ?? first
  }

  /// Every rate of it.
  public var rates: [Percentage] { [first] + changes.map(\.rate) }

  /// The same with every rate moved by as much.
  public func moved(by step: Percentage) -> YearlyRate {
    YearlyRate(
      first + step,
      changes: Dictionary(uniqueKeysWithValues: changes.map { ($0.from, $0.rate + step) }))
  }

  /// The same with one of its rates moved: the first, or the one from a year on.
  func moved(from year: FinancialYear?, by step: Percentage) -> YearlyRate {
    YearlyRate(
      year == nil ? first + step : first,
      changes: Dictionary(
        uniqueKeysWithValues: changes.map { ($0.from, $0.from == year ? $0.rate + step : $0.rate) })
    )
  }

  /// What an amount of the first year is multiplied by to reach a later one, year by year.
  func factors(from start: FinancialYear, to end: FinancialYear) -> [Fraction] {
    stride(from: start.next, through: end, by: 1).map { rate(into: $0).growth }
  }
}
