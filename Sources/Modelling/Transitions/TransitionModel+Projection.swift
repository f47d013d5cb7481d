public import Bookkeeping

/// Children and cost in a year of a projection.
public struct ProjectedChildren: Hashable, Sendable {
  public let calendarYear: Int
  /// Those in each state, in the order of the model's states: in the children's lines.
  public let children: [Headcount]
  /// Those in each state whose cost stands in the adults' lines.
  public let adults: [Headcount]
  public let childrenCost: [Money]
  public let adultsCost: [Money]
  public let joined: Headcount
  public let left: Headcount
  /// Those who are in another state than the year before.
  public let moved: Headcount

  /// All in any state.
  public var count: Headcount { children.total() + adults.total() }
  public var cost: Money { childrenCost.total() + adultsCost.total() }
}

extension TransitionModel {
  /// What is expected: the last children known, and each year after them.
  public var projection: [ProjectedChildren] {
    var here = known.map { $0.map { Headcount($0) } }
    var flow = Flow()
    return (0...settings.years).map { year in
      if year > 0 { (here, flow) = next(here, year: year - 1) }
      return projected(here, flow, year: year)
    }
  }

  /// Those who came, went and changed between two years.
  private struct Flow {
    var joined = Headcount.zero
    var left = Headcount.zero
    var moved = Headcount.zero
  }

  private func next(_ here: [[Headcount]], year: Int) -> ([[Headcount]], Flow) {
    var flow = Flow()
    var next = here.map { $0.map { _ in Headcount.zero } }
    for (group, counts) in here.enumerated() {
      for (state, count) in counts.enumerated() where count > .zero {
        for (place, part) in moves[group][state].divided(count) {
          guard place < states.count else {
            flow.left += part
            continue
          }
          next[group + 1][place] += part
          if place != state { flow.moved += part }
        }
      }
      let joined = group + 1 < here.count ? arrivals[group].expected(year) : .zero
      guard joined > .zero else { continue }
      flow.joined += joined
      for (place, part) in arrivals[group].states.divided(joined) { next[group + 1][place] += part }
    }
    return (next, flow)
  }

  private func projected(_ here: [[Headcount]], _ flow: Flow, year: Int) -> ProjectedChildren {
    func count(_ isAdult: Bool) -> [Headcount] {
      states.indices.map { state in
        YearGroup.all.filter { settings.isAdult($0) == isAdult }.map { here[$0.index][state] }
          .total()
      }
    }
    let (children, adults) = (count(false), count(true))
    func costs(_ counts: [Headcount]) -> [Money] {
      zip(counts, prices).map { count, price in
        Money(pence: inflated(Int128(count.millionths) * Int128(price), over: year).rounded)
      }
    }
    return ProjectedChildren(
      calendarYear: start + year, children: children, adults: adults,
      childrenCost: costs(children), adultsCost: costs(adults), joined: flow.joined,
      left: flow.left, moved: flow.moved)
  }

  /// An amount in millionths of pence, so many years on, not yet rounded.
  func inflated(_ millionths: Int128, over years: Int) -> LongQuotient {
    let rate = UInt64(1_000_000 + settings.inflation.central)
    let (high, low) = UInt64(1 << 32).dividing(millionths)
    var dividend = UnboundedNumber(high) * (1 << 32) + UnboundedNumber(low)
    for _ in 0..<years { dividend = dividend * rate }
    return LongQuotient(dividend, by: [UInt64](repeating: 1_000_000, count: years + 1))
  }
}

extension UInt64 {
  /// How often this goes into a number from nothing up, and what is over.
  fileprivate func dividing(_ number: Int128) -> (UInt64, UInt64) {
    (UInt64(number / Int128(self)), UInt64(number % Int128(self)))
  }
}
