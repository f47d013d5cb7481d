public import Bookkeeping
public import Funding

/// What an agreement says of a year that costs more, or less, than its contributions.
///
/// The two are separate: an underspend may go back by other rules than an overspend is borne by.
/// Where the agreement is silent on one there are no tiers for it, and nothing is divided.
public struct RiskShare: Hashable, Sendable {
  public let overspend: [Tier]
  public let underspend: [Tier]

  /// - Throws: a ``Refusal`` where fixed shares do not come to 100%, or a tier cannot be reached.
  public init(overspend: [Tier], underspend: [Tier]) throws(Refusal) {
    for (direction, tiers) in [(Direction.over, overspend), (.under, underspend)] {
      if let refusal = RiskShare.refusal(of: tiers, for: direction) { throw refusal }
    }
    self.overspend = overspend
    self.underspend = underspend
  }

  private init(silent: Void) {
    overspend = []
    underspend = []
  }

  /// An agreement that says nothing of either.
  public static let silent = RiskShare(silent: ())

  /// Which way a year differs from its contributions.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    case over = "overspend"
    case under = "underspend"

    /// An overspend is positive, and no variance counts as one.
    public init(of variance: Money) { self = variance < .zero ? .under : .over }
  }

  public func tiers(for direction: Direction) -> [Tier] {
    switch direction {
    case .over: overspend
    case .under: underspend
    }
  }

  /// Whether each partner bears its own services and nothing else, both ways.
  public var isAligned: Bool { Direction.allCases.allSatisfy(leavesOwnServices) }

  /// Every partner whom a tier names.
  public var named: [PartnerReference] { (overspend + underspend).flatMap(\.named) }
}

/// What a division of one year's variance reads, besides the rules.
public struct PoolYear: Hashable, Sendable {
  /// Of the part that shares its risk, in the order of the columns.
  public let contributions: [PartnerContribution]
  public let host: PartnerReference?
  /// What the pool's reserve holds.
  public let reserve: Money
  /// The part of the variance that was for each partner; negative where it cost less.
  public let tagged: [PartnerReference: Money]

  public init(
    _ contributions: [PartnerContribution], host: PartnerReference?, reserve: Money,
    tagged: [PartnerReference: Money] = [:]
  ) {
    self.contributions = contributions
    self.host = host
    self.reserve = reserve
    self.tagged = tagged
  }
}
