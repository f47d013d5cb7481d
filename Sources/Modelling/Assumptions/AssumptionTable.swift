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

  /// The row that moves a figure, if there is one.
  public func row(driving driver: Driver) -> Assumption? {
    rows.first { $0.use == .drives(driver) }
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

  /// The switches of the deficit by year that are on centrally.
  ///
  /// - Throws: a refusal where the table has no row for one of them; none is supposed.
  public func switchesOn() throws(Assumption.Refusal) -> Set<DeficitSwitch> {
    var on: Set<DeficitSwitch> = []
    for matter in DeficitSwitch.allCases {
      guard let row = rows.first(where: { $0.use == .turns(matter) }),
        case .policy(let spread) = row.values
      else { throw .missingSwitch(matter) }
      if spread.central == .on { on.insert(matter) }
    }
    return on
  }

  /// The outlook that the central values give.
  ///
  /// - Throws: a refusal where a growth or the uplift has no row, or where the outlook refuses it.
  public func outlook(
    over years: ClosedRange<FinancialYear>, cost: BaseCost, contributions: [PartnerContribution]
  ) throws(Outlook.Refusal) -> Outlook {
    func central(_ driver: Driver) throws(Outlook.Refusal) -> YearlyRate {
      do { return YearlyRate(try spread(of: driver).central) } catch { throw .assumption(error) }
    }
    return try Outlook(
      over: years, cost: cost, demand: central(.demandGrowth), price: central(.priceGrowth),
      contributions: contributions, uplift: central(.contributionUplift))
  }
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
