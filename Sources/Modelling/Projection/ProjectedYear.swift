public import Bookkeeping

/// A year of a projection.
///
/// Every amount is in whole pence, and the cost is rounded once, from exact arithmetic.
public struct ProjectedYear: Hashable, Sendable {
  public let year: FinancialYear
  public let contributions: [PartnerContribution]
  /// The cost if nothing is done.
  public let unmitigated: Money
  /// What each lever does, in the order of the scenario.
  public let levers: [Effect]

  /// What one lever does in one year.
  public struct Effect: Hashable, Sendable {
    public let name: String
    /// The saving before what it costs.
    public let gross: Money
    public let costToDeliver: Money
    /// The part of the gross saving that may not come.
    public let atRisk: Money

    public var net: Money { gross - costToDeliver }
  }

  public var contributed: Money { contributions.total }

  /// The cost with the levers: what is left, and what delivering them costs.
  public var cost: Money { unmitigated - levers.map(\.net).total() }

  /// How much the cost is above what partners put in; negative where it is less.
  public var gap: Money { cost - contributed }
}
