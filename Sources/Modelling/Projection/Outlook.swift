public import Bookkeeping

/// What is supposed of a pool: its cost in the first year, how that grows, and what partners put in.
///
/// It is the whole input of a projection, together with what may be done about it, a ``Scenario``.
public struct Outlook: Hashable, Sendable {
  public let years: ClosedRange<FinancialYear>
  public let cost: BaseCost
  /// Growth in the number of children helped.
  public let demand: YearlyRate
  /// Growth in the price of helping one.
  public let price: YearlyRate
  /// In the first year, in the order in which the partners are printed.
  public let contributions: [PartnerContribution]
  /// Growth in the contributions, the same for every partner.
  public let uplift: YearlyRate
  /// How far the first year's cost is from ``cost``; nothing unless the figure was moved.
  public let costMoved: Percentage

  /// The least and the most that a rate may be in a year.
  ///
  /// England's plans grew by 9% to 13% in each year from 2020 to 2026, so a rate beyond half again
  /// or twice as much is a point in the wrong place, and not a forecast.
  public static let rates = Percentage(thousandths: -50_000)...Percentage(thousandths: 100_000)

  /// The most years that are projected.
  public static let mostYears = 30

  /// What no year's cost or contributions come to: a trillion pounds, as with an amount that is read.
  public static let mostInYear: Money = 1_000_000_000_000_00

  /// - Throws: a ``Refusal`` where a price, a rate or a contribution cannot be.
  public init(
    over years: ClosedRange<FinancialYear>, cost: BaseCost, demand: YearlyRate, price: YearlyRate,
    contributions: [PartnerContribution], uplift: YearlyRate, costMoved: Percentage = .zero
  ) throws(Refusal) {
    self.years = years
    self.cost = cost
    self.demand = demand
    self.price = price
    self.contributions = contributions
    self.uplift = uplift
    self.costMoved = costMoved
    if let refusal { throw refusal }
  }

  /// Every year, in order.
  public var everyYear: [FinancialYear] {
    (years.lowerBound.start...years.upperBound.start).map { FinancialYear(starting: $0) }
  }

  /// The cost of a year if nothing is done, times what a scenario leaves of it, rounded once.
  func cost(in year: FinancialYear, leaving share: Fraction = .one) -> Money {
    cost.price.times(
      [cost.units, costMoved.growth, share] + demand.factors(from: years.lowerBound, to: year)
        + price.factors(from: years.lowerBound, to: year))
  }

  /// What each partner puts in in a year, each rounded once.
  func contributions(in year: FinancialYear) -> [PartnerContribution] {
    contributions.map { PartnerContribution($0.partner, raised($0.amount, to: year)) }
  }

  /// An amount of the first year as the uplift of contributions has it in another, rounded once.
  public func raised(_ amount: Money, to year: FinancialYear) -> Money {
    amount.times(uplift.factors(from: years.lowerBound, to: year))
  }
}

extension Outlook {
  /// The rate by which a figure grows in the first place, before any later change.
  public func rate(of driver: Driver) -> Percentage { yearlyRate(of: driver).first }

  /// The rates of a figure by their years; the first year's cost has one.
  public func yearlyRate(of driver: Driver) -> YearlyRate {
    switch driver {
    case .demandGrowth: demand
    case .priceGrowth: price
    case .firstYearCost: YearlyRate(costMoved)
    case .contributionUplift: uplift
    }
  }

  /// The same outlook with one figure moved by as much in every year.
  ///
  /// - Throws: a ``Refusal`` where the rate that comes out cannot be.
  public func moving(_ driver: Driver, by step: Percentage) throws(Refusal) -> Outlook {
    try changing(driver, costMoved: costMoved + step) { $0.moved(by: step) }
  }

  /// The same outlook with one rate of a figure moved: the first, or the one from a year on.
  ///
  /// - Throws: a ``Refusal`` where the rate that comes out cannot be.
  public func moving(
    _ driver: Driver, from year: FinancialYear?, by step: Percentage
  ) throws(Refusal) -> Outlook {
    try changing(driver, costMoved: costMoved + step) { $0.moved(from: year, by: step) }
  }

  private func changing(
    _ driver: Driver, costMoved moved: Percentage, _ change: (YearlyRate) -> YearlyRate
  ) throws(Refusal) -> Outlook {
    try Outlook(
      over: years, cost: cost, demand: driver == .demandGrowth ? change(demand) : demand,
      price: driver == .priceGrowth ? change(price) : price, contributions: contributions,
      uplift: driver == .contributionUplift ? change(uplift) : uplift,
      costMoved: driver == .firstYearCost ? moved : costMoved)
  }
}
