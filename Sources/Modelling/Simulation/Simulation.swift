public import Bookkeeping

/// Some years of a pool's cost, many times over, under each of some options.
///
/// In each run growth and price are drawn once and hold for every year, because whoever is wrong
/// about growth is wrong about it next year too: drawn afresh each year the errors cancel, and the
/// fan comes out two fifths too narrow. Besides them a run has an error of its first year's cost,
/// and each later year a small shock, which stays. Every option meets the same draws.
public struct Simulation: Hashable, Sendable {
  public let assumptions: Assumptions
  public let options: [Option]
  /// What is put in, by year.
  public let contributions: [Money]

  /// - Throws: the first thing that no simulation can be made of.
  public init(
    _ assumptions: Assumptions, options: [Option], contributions: [Money]
  ) throws(Objection) {
    try assumptions.check()
    guard !options.isEmpty else { throw .noOptions }
    guard !contributions.isEmpty else { throw .noYears }
    for option in options { try option.check(years: contributions.count) }
    self.assumptions = assumptions
    self.options = options
    self.contributions = contributions
  }

  public var years: Int { contributions.count }
}

extension Simulation {
  /// A rate that is not known: the middle of what is thought, and one standard deviation.
  ///
  /// Both are in millionths: 3.5% is 35,000. The middle may change in a later year; whoever is wrong
  /// about it is then wrong by as much.
  public struct Estimate: Hashable, Sendable {
    /// The middle before any change.
    public let central: Int64
    public let deviation: Int64
    /// Later middles, each by how many years after the first it holds from.
    public let changes: [Int: Int64]

    public init(_ central: Int64, deviation: Int64 = 0, changes: [Int: Int64] = [:]) {
      self.central = central
      self.deviation = deviation
      self.changes = changes
    }

    /// The middle at which a year, counted from the first as 0, is reached from the one before.
    public func central(into year: Int) -> Int64 {
      let from = changes.keys.filter { $0 <= year }.max()
      return from.flatMap { changes[$0] } ?? central
    }
  }

  /// What is supposed of cost, and how sure anybody is of it.
  public struct Assumptions: Hashable, Sendable {
    /// The cost of the first year.
    public let baseCost: Money
    /// How many more children need help, each year.
    public let growth: Estimate
    /// How much more the same help costs, each year.
    public let price: Estimate
    /// How far growth and price go together, in millionths from −1 to 1.
    public let correlation: Int64
    /// The standard deviation of what each later year adds of its own, in millionths.
    public let yearlyDeviation: Int64
    /// The standard deviation of the first year's cost, in millionths.
    public let firstYearDeviation: Int64

    public init(
      baseCost: Money, growth: Estimate, price: Estimate, correlation: Int64 = 0,
      yearlyDeviation: Int64 = 0, firstYearDeviation: Int64 = 0
    ) {
      self.baseCost = baseCost
      self.growth = growth
      self.price = price
      self.correlation = correlation
      self.yearlyDeviation = yearlyDeviation
      self.firstYearDeviation = firstYearDeviation
    }
  }

  /// Something that could be done, and the share of each year's cost that it saves.
  ///
  /// A negative share is a cost of doing it. The first option is what the others are held
  /// against: by custom current policy, with nothing invented.
  public struct Option: Hashable, Sendable {
    public let name: String
    public let savings: [Fraction]

    public init(_ name: String, savings: [Fraction]) {
      self.name = name
      self.savings = savings
    }
  }
}

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
