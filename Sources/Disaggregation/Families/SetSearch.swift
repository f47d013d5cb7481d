import Bookkeeping
import Funding

/// A walk over the sets of some requests that leaves out what cannot be better.
final class SetSearch {
  private let position: ContractPosition
  private let units: [Int64]
  private let scale: Int64
  /// What each would be paid, less its tolerance, in pence.
  private let costs: [Int64]
  private let floors: [Int64]
  private var values: [Int64: Int64] = [:]
  private var best: (cost: Int64, set: [Int])?
  private var bounds = Bounds()
  /// The most units that may leave.
  private var limit: Int64 = 0

  /// What so many of the requests from a place on come to: at the least, and in units at the most.
  private struct Bounds {
    var costs: [[Int64]] = []
    var floors: [[Int64]] = []
    var units: [[Int64]] = []
    var fewest: [[Int64]] = []
  }

  init(_ requests: [Leaver], _ position: ContractPosition) {
    self.position = position
    let weights = Fraction.weights(requests.map(\.units) + [.one])
    units = Array(weights.dropLast())
    scale = weights.last ?? 1
    costs = requests.map { ($0.floor - $0.tolerance).pence }
    floors = requests.map { $0.floor.pence }
    limit = mostThatMayLeave
  }

  /// The largest set that can be granted, by the places of its members.
  ///
  /// No more is looked at than may matter, and nothing that may is left out.
  func largest() -> [Int] {
    let all = 0...units.count
    bounds = Bounds(
      costs: all.map { SetSearch.sums(costs[$0...].sorted()) },
      floors: all.map { SetSearch.sums(floors[$0...].sorted()) },
      units: all.map { SetSearch.sums(units[$0...].sorted(by: >)) },
      fewest: all.map { SetSearch.sums(units[$0...].sorted()) })
    for size in stride(from: units.count, to: 0, by: -1) {
      best = nil
      walk(Step(next: 0, left: size))
      if let best { return best.set }
    }
    return []
  }

  /// What has been chosen so far.
  private struct Step {
    var next: Int
    var left: Int
    var cost: Int64 = 0
    var floor: Int64 = 0
    var units: Int64 = 0
    /// The places chosen, a bit for each.
    var chosen: UInt32 = 0
  }

  private func walk(_ step: Step) {
    if step.left == 0 {
      guard isGranted(cost: step.cost, units: step.units) else { return }
      let net = step.floor - value(of: step.units)
      if best.map({ net < $0.cost }) ?? true { best = (net, places(step.chosen)) }
      return
    }
    guard units.count - step.next >= step.left, mayBeBetter(step) else { return }
    var with = step
    with.next += 1
    with.left -= 1
    with.cost += costs[step.next]
    with.floor += floors[step.next]
    with.units += units[step.next]
    with.chosen |= 1 << UInt32(step.next)
    walk(with)
    var without = step
    without.next += 1
    walk(without)
  }

  /// Whether any set that goes on from here can be met, and cost less than the best.
  ///
  /// More exits never bring less. So if the dearest that they could bring does not meet the least
  /// that they could cost, no set from here can be met.
  private func mayBeBetter(_ step: Step) -> Bool {
    guard step.units + bounds.fewest[step.next][step.left] <= limit else { return false }
    let most = value(of: step.units + bounds.units[step.next][step.left])
    guard step.cost + bounds.costs[step.next][step.left] <= most else { return false }
    guard let best else { return true }
    return step.floor + bounds.floors[step.next][step.left] - most < best.cost
  }

  private func places(_ chosen: UInt32) -> [Int] {
    units.indices.filter { chosen >> UInt32($0) & 1 == 1 }
  }

  /// The sums of the first none, one, two and so on.
  private static func sums(_ amounts: [Int64]) -> [Int64] {
    amounts.reduce(into: [0]) { sums, amount in sums.append(sums[sums.count - 1] + amount) }
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
    units <= limit && cost <= value(of: units)
  }

  /// The most units that are there, and that leave the minimum: if some are too many, more are.
  private var mostThatMayLeave: Int64 {
    var most: Int64 = 0
    var tooMany = units.reduce(1, +)
    while tooMany - most > 1 {
      let between = most + (tooMany - most) / 2
      if mayLeave(between) { most = between } else { tooMany = between }
    }
    return most
  }

  private func mayLeave(_ units: Int64) -> Bool {
    let exits = Fraction(units, over: scale)
    if let left = position.unitsLeft, exits > left { return false }
    return !position.isBelowMinimum(after: exits)
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
