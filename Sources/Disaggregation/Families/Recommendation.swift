public import Bookkeeping
import Funding

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

/// A walk over the sets of some requests that leaves out what cannot be better.
private final class SetSearch {
  private let position: ContractPosition
  private let units: [Int64]
  private let scale: Int64
  /// What each would be paid, less its tolerance, in pence.
  private let costs: [Int64]
  private let floors: [Int64]
  private var values: [Int64: Int64] = [:]
  private var best: (cost: Int64, set: [Int])?

  init(_ requests: [Leaver], _ position: ContractPosition) {
    self.position = position
    let weights = Fraction.weights(requests.map(\.units) + [.one])
    units = Array(weights.dropLast())
    scale = weights.last ?? 1
    costs = requests.map { ($0.floor - $0.tolerance).pence }
    floors = requests.map { $0.floor.pence }
  }

  /// The largest set that can be granted, by the places of its members.
  func largest() -> [Int] {
    for size in stride(from: units.count, to: 0, by: -1) {
      best = nil
      walk(from: 0, left: size, chosen: [], cost: 0, units: 0)
      if let best { return best.set }
    }
    return []
  }

  private func walk(from start: Int, left: Int, chosen: [Int], cost: Int64, units taken: Int64) {
    if left == 0 {
      guard isGranted(cost: cost, units: taken) else { return }
      let net = chosen.map { floors[$0] }.reduce(0, +) - value(of: taken)
      if best.map({ net < $0.cost }) ?? true { best = (net, chosen) }
      return
    }
    guard units.count - start >= left else { return }
    let rest = start..<units.count
    let leastCost = rest.map { costs[$0] }.sorted().prefix(left).reduce(cost, +)
    let mostUnits = rest.map { units[$0] }.sorted(by: >).prefix(left).reduce(taken, +)
    // More exits never release less, so that if these cannot be met, no set from here can.
    guard leastCost <= value(of: mostUnits) else { return }
    for next in rest {
      walk(
        from: next + 1, left: left - 1, chosen: chosen + [next], cost: cost + costs[next],
        units: taken + units[next])
    }
  }

  /// The best of the sets of those who cost least, in all or for each unit.
  func cheapest() -> [Int] {
    let byCost = units.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
    let byUnit = units.indices.sorted { one, other in
      let (first, second) = (
        Int128(costs[one]) * Int128(units[other]), Int128(costs[other]) * Int128(units[one])
      )
      return first == second ? one < other : first < second
    }
    let byUnits = units.indices.sorted { (-units[$0], $0) < (-units[$1], $1) }
    for size in stride(from: units.count, to: 0, by: -1) {
      for order in [byCost, byUnit, byUnits] {
        let set = Array(order.prefix(size))
        let cost = set.map { costs[$0] }.reduce(0, +)
        if isGranted(cost: cost, units: set.map { units[$0] }.reduce(0, +)) { return set }
      }
    }
    return []
  }

  private func isGranted(cost: Int64, units: Int64) -> Bool {
    let exits = Fraction(units, over: scale)
    if let left = position.unitsLeft, exits > left { return false }
    return cost <= value(of: units) && !position.isBelowMinimum(after: exits)
  }

  /// R and B together for so many units, in pence.
  private func value(of units: Int64) -> Int64 {
    if let known = values[units] { return known }
    let margin = position.margin(of: Fraction(units, over: scale))
    let value = (margin.releasable + margin.backfill).pence
    values[units] = value
    return value
  }
}
