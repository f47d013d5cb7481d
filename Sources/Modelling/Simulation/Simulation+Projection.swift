public import Bookkeeping

extension Simulation.Estimate {
  /// A rate of an outlook, whose first year is given, with a standard deviation.
  public init(_ rate: YearlyRate, after first: FinancialYear, deviation: Int64) {
    let changes = rate.changes.map { ($0.from.start - first.start, $0.rate.millionths) }
    self.init(
      rate.first.millionths, deviation: deviation,
      changes: Dictionary(uniqueKeysWithValues: changes))
  }
}

extension Percentage {
  /// A thousandth of one per cent is ten millionths.
  fileprivate var millionths: Int64 { thousandths * 10 }
}

extension Simulation {
  /// Every option's cost by year with nothing left to chance, each year rounded once to the penny.
  public var projection: [[Money]] {
    options.map { option in
      (0..<years).map { Money(pence: central(option, year: $0).rounded) }
    }
  }

  /// The base cost after so many years of both rates, less what the option saves, not yet rounded.
  func central(_ option: Option, year: Int) -> LongQuotient {
    let kept = Fraction.one - option.savings[year]
    var dividend = UnboundedNumber(UInt64(assumptions.baseCost.pence)) * UInt64(kept.numerator)
    var divisors = [UInt64(kept.denominator)]
    for rate in [assumptions.growth, assumptions.price] {
      for later in 0..<year {
        dividend = dividend * UInt64(1_000_000 + rate.central(into: later + 1))
        divisors.append(1_000_000)
      }
    }
    return LongQuotient(dividend, by: divisors)
  }

  /// How far the cost of a year is likely to be from the projection, in millionths of it.
  ///
  /// Only the width of the bins rests on it, so that products of small errors are left out.
  func likelyDeviation(year: Int) -> Int64 {
    let (growth, price) = (assumptions.growth.deviation, assumptions.price.deviation)
    let together =
      Int128(growth) * Int128(growth) + Int128(price) * Int128(price)
      + 2 * Int128(growth) * Int128(price) * Int128(assumptions.correlation) / 1_000_000
    let noise = Int128(assumptions.yearlyDeviation) * Int128(assumptions.yearlyDeviation)
    let first = Int128(assumptions.firstYearDeviation) * Int128(assumptions.firstYearDeviation)
    let square = Int128(year * year) * together + Int128(year) * noise + first
    return Int64(Elementary.root(UInt64(max(0, square))))
  }
}
