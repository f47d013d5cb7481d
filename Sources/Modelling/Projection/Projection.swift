public import Bookkeeping

/// A pool's cost and contributions, year by year, if a course is taken.
public struct Projection: Hashable, Sendable {
  public let outlook: Outlook
  public let scenario: Scenario
  public let years: [ProjectedYear]

  public init(of outlook: Outlook, under scenario: Scenario) {
    self.outlook = outlook
    self.scenario = scenario
    years = outlook.everyYear.map { outlook.projected($0, under: scenario) }
  }

  /// All years together.
  public var contributed: Money { years.map(\.contributed).total() }
  public var unmitigated: Money { years.map(\.unmitigated).total() }
  public var cost: Money { years.map(\.cost).total() }
  public var gap: Money { cost - contributed }
  public var gross: Money { years.flatMap(\.levers).map(\.gross).total() }
  public var costToDeliver: Money { years.flatMap(\.levers).map(\.costToDeliver).total() }
  public var atRisk: Money { years.flatMap(\.levers).map(\.atRisk).total() }
  public var net: Money { gross - costToDeliver }

  /// The first year in which the cost is above what partners put in, if there is one.
  public var firstGap: FinancialYear? { years.first { $0.gap > .zero }?.year }
}

extension Outlook {
  fileprivate func projected(_ year: FinancialYear, under scenario: Scenario) -> ProjectedYear {
    let unmitigated = cost(in: year)
    let gross = unmitigated - cost(in: year, leaving: scenario.left(in: year))
    // Two sums are rounded, the cost without the levers and that with them; the difference is
    // shared among the levers, so that what each saves adds up to it.
    let shares = scenario.levers.map { $0.share(in: year) }
    let parts = gross.shared(in: shares)
    let effects = zip(scenario.levers, parts).map { lever, gross in
      ProjectedYear.Effect(
        name: lever.name, gross: gross, costToDeliver: lever.costToDeliver[year] ?? .zero,
        atRisk: gross.times(lever.deliveryRisk.fraction))
    }
    return ProjectedYear(
      year: year, contributions: contributions(in: year), unmitigated: unmitigated, levers: effects)
  }
}

extension Money {
  /// This amount shared in proportion to some fractions, the parts adding to the whole.
  ///
  /// Where all of them are nil, each part is.
  fileprivate func shared(in fractions: [Fraction]) -> [Money] {
    guard fractions.contains(where: { $0 > .zero }) else { return fractions.map { _ in .zero } }
    let common = fractions.reduce(Int64(1)) { common, fraction in
      // The denominators of the fraction that is left are those that the common one lacks.
      common * Fraction(common, over: fraction.denominator).denominator
    }
    return shared(in: fractions.map { $0.numerator * (common / $0.denominator) })
  }
}
