public import Bookkeeping

/// The largest set of live requests for one contract that can be granted together, and in what order.
///
/// Requests are taken in order of the day on which they were asked. Of sets of one size the one that
/// costs least goes first, and of those the one with the earliest requests.
public struct Recommendation: Hashable, Sendable {
  /// Those that can be granted, in order, each with what it adds.
  public let granted: [Share]
  public let left: [Leaver]
  /// What granting them comes to; none where nobody's can be granted.
  public let effect: Effect?
  public let method: Method

  /// What one request adds when it is granted behind those before it.
  public struct Share: Hashable, Sendable {
    public let leaver: Leaver
    public let releasable: Money
    public let backfill: Money

    public var netCost: Money { leaver.floor - releasable - backfill }
  }

  /// How the set was looked for.
  public enum Method: String, Hashable, Sendable {
    /// Every set was looked at, or shown to be no better.
    case exact
    /// With more requests than ``most``, only the sets of those who cost least, in all and for each
    /// unit. There may be a larger one.
    case byCost = "by cost"
  }

  /// The most requests for which every set is looked at.
  public static let most = 20

  public init(of requests: [Leaver], from position: ContractPosition) {
    let ordered = requests.sorted(by: Leaver.isEarlier)
    method = ordered.count <= Recommendation.most ? .exact : .byCost
    let search = SetSearch(ordered, position)
    let chosen = method == .exact ? search.largest() : search.cheapest()
    let set = chosen.sorted().map { ordered[$0] }
    left = ordered.indices.filter { !chosen.contains($0) }.map { ordered[$0] }
    effect = set.isEmpty ? nil : Effect(set, from: position)
    granted = Recommendation.shares(of: set, from: position)
  }

  /// What each adds behind those before it.
  static func shares(of set: [Leaver], from position: ContractPosition) -> [Share] {
    var exits = Fraction.zero
    var before = position.margin(of: exits)
    return set.map { leaver in
      exits = exits + leaver.units
      let after = position.margin(of: exits)
      defer { before = after }
      return Share(
        leaver: leaver, releasable: after.releasable - before.releasable,
        backfill: after.backfill - before.backfill)
    }
  }
}
