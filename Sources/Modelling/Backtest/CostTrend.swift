public import Bookkeeping

/// How a cost has grown from year to year, as far as its own past shows it.
///
/// The growth of cost is taken as a whole: a ledger's totals do not tell demand from price. What is
/// supposed of the future is the mean of the yearly rates; how sure anybody is of it, their standard
/// deviation, which is also that of each later year, and over the root of their number that of the
/// mean.
public struct CostTrend: Hashable, Sendable {
  /// The yearly rates, in millionths.
  public let rates: [Int64]
  public let mean: Int64
  public let deviation: Int64

  /// - Throws: a refusal where the years do not tell of growth, or of how it varies.
  public init(of known: [YearCost]) throws(Backtest.Refusal) {
    if let refusal = Backtest.Refusal.first(in: known) { throw refusal }
    guard known.count >= CostTrend.fewestYears else { throw .tooFewYears(known.count) }
    rates = zip(known, known.dropFirst()).map { before, after in
      let change = after.cost - before.cost
      return change.times(Fraction(1_000_000, over: before.cost.pence)).pence
    }
    let count = Int64(rates.count)
    let mean = Money(pence: rates.reduce(0, +)).times(Fraction(1, over: count)).pence
    let squares = rates.map { Int128($0 - mean) * Int128($0 - mean) }.reduce(0, +)
    self.mean = mean
    deviation = Int64(Elementary.root(UInt64(squares / Int128(count - 1))))
  }

  /// Two rates are the fewest that differ.
  public static let fewestYears = 3

  /// What the trend lets anybody suppose from a year's cost on.
  public func assumptions(from cost: Money) -> Simulation.Assumptions {
    // The standard error of the mean; the numbers are small, so their squares hold.
    let error = Elementary.root(UInt64(deviation * deviation / Int64(rates.count)))
    return Simulation.Assumptions(
      baseCost: cost, growth: Simulation.Estimate(mean, deviation: Int64(error)),
      price: Simulation.Estimate(0), yearlyDeviation: deviation)
  }
}
