public import Bookkeeping

/// Every assumption that a pack rests on, in the order of their references.
///
/// A pack is not built without one.
public struct AssumptionTable: Hashable, Sendable {
  public let rows: [Assumption]

  /// - Throws: a refusal where there is no row, where two have one reference, or where two drive or
  ///   turn one figure.
  public init(_ rows: [Assumption]) throws(Assumption.Refusal) {
    guard !rows.isEmpty else { throw .noAssumptions }
    let sorted = rows.sorted { $0.reference < $1.reference }
    for (one, next) in zip(sorted, sorted.dropFirst()) where one.reference == next.reference {
      throw .namedTwice(one.reference)
    }
    for (index, row) in sorted.enumerated() where row.use.isAlone {
      if let other = sorted[..<index].first(where: { $0.use == row.use }) {
        throw .usedTwice(other.reference, row.reference, row.use)
      }
    }
    self.rows = sorted
  }

  /// The row that moves a figure from the beginning, if there is one.
  public func row(driving driver: Driver) -> Assumption? {
    rows.first { $0.use == .drives(driver) }
  }

  /// The rows that move a figure from a later year on, in the order of their years.
  public func changes(of driver: Driver) -> [AssumedChange] {
    rows.compactMap { row in
      guard case .drives(driver, from: let year?) = row.use, case .rate(let spread, _) = row.values
      else { return nil }
      return AssumedChange(row: row.reference, from: year, spread: spread)
    }.sorted { $0.from < $1.from }
  }

  /// The low, central and high value of a figure.
  ///
  /// - Throws: a refusal where the table has no row for it; none is supposed.
  public func spread(
    of driver: Driver
  ) throws(Assumption.Refusal) -> Assumption.Spread<Percentage> {
    guard let row = row(driving: driver), case .rate(let spread, _) = row.values else {
      throw .missing(driver)
    }
    return spread
  }

  /// The low, central and high state of a switch of the deficit by year.
  ///
  /// - Throws: a refusal where the table has no row for it; none is supposed.
  public func spread(
    of matter: DeficitSwitch
  ) throws(Assumption.Refusal) -> Assumption.Spread<Assumption.PolicyState> {
    guard let row = rows.first(where: { $0.use == .turns(matter) }),
      case .policy(let spread) = row.values
    else { throw .missingSwitch(matter) }
    return spread
  }

  /// The central state of every switch of the deficit by year.
  ///
  /// - Throws: a refusal where the table has no row for one of them.
  public func switches() throws(Assumption.Refusal) -> DeficitSwitches {
    var states: DeficitSwitches = [:]
    for matter in DeficitSwitch.allCases { states[matter] = try spread(of: matter).central }
    return states
  }

  /// The outlook that the central values give.
  ///
  /// - Throws: a refusal where a growth or the uplift has no row, where a change of it reaches no
  ///   year, or where the outlook refuses it.
  public func outlook(
    over years: ClosedRange<FinancialYear>, cost: BaseCost, contributions: [PartnerContribution]
  ) throws(Outlook.Refusal) -> Outlook {
    func central(_ driver: Driver) throws(Outlook.Refusal) -> YearlyRate {
      do { return try rate(of: driver, over: years) } catch { throw .assumption(error) }
    }
    return try Outlook(
      over: years, cost: cost, demand: central(.demandGrowth), price: central(.priceGrowth),
      contributions: contributions, uplift: central(.contributionUplift))
  }
}

extension AssumptionTable {
  /// The central rate of each year.
  ///
  /// The first rate reaches the second year, so that a change reaches the third at the earliest.
  private func rate(
    of driver: Driver, over years: ClosedRange<FinancialYear>
  ) throws(Assumption.Refusal) -> YearlyRate {
    let first = try spread(of: driver).central
    var later: [FinancialYear: Percentage] = [:]
    for change in changes(of: driver) {
      guard change.from > years.lowerBound.next, change.from <= years.upperBound else {
        throw .changeOutOfReach(change.row, change.from)
      }
      later[change.from] = change.spread.central
    }
    return YearlyRate(first, changes: later)
  }
}

/// A rate that is supposed from a later year on: the row that says so, its year and its values.
public struct AssumedChange: Hashable, Sendable {
  public let row: AssumptionReference
  public let from: FinancialYear
  public let spread: Assumption.Spread<Percentage>
}

extension Assumption.Use {
  /// Whether only one row of a table may have it.
  fileprivate var isAlone: Bool {
    switch self {
    case .drives, .turns: true
    case .stated, .notModelled: false
    }
  }
}
