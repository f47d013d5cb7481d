public import Bookkeeping

/// How far a projection from an earlier point was from what happened.
public struct BacktestScore: Hashable, Sendable {
  public let runs: Int
  public let seed: UInt64
  /// One at least, in order.
  public let years: [Year]

  /// A year that was projected, and what it came to.
  public struct Year: Hashable, Sendable {
    public let year: FinancialYear
    public let actual: Money
    public let band: Band

    /// The share of the runs that the actual was not below: 1/2 where it fell in the middle.
    public var percentile: Fraction { .one - band.chanceAbove }

    /// What was projected: half the runs are below it.
    public var projected: Money { band.amount(at: 50) }

    /// The band that holds four runs in five.
    public var likely: ClosedRange<Money> { band.amount(at: 10)...band.amount(at: 90) }

    public var isWithinBand: Bool { likely.contains(actual) }

    /// Positive where too much was projected.
    public var error: Money { projected - actual }
  }

  /// The share of the years that fell within their band of 80%.
  public var coverage: Fraction {
    Fraction(Int64(years.count(where: \.isWithinBand)), over: Int64(years.count))
  }

  /// Positive where the model was too high on the whole.
  public var meanError: Money { mean(years.map(\.error)) }

  public var meanAbsoluteError: Money { mean(years.map(\.error.magnitude)) }

  private func mean(_ errors: [Money]) -> Money {
    errors.total().times(Fraction(1, over: Int64(years.count)))
  }
}
