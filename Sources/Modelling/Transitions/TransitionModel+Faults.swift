import Bookkeeping

extension TransitionModel.Settings {
  var faults: [PlacedTransitionFault] {
    var faults: [TransitionFault.Setting] = []
    if !(0...1_000_000).contains(weight) { faults.append(.weightOutOfRange(weight)) }
    if years < 1 { faults.append(.noYears(years)) }
    if inflation.central <= -1_000_000 || inflation.central > 1_000_000 {
      faults.append(.inflation(.central(.inflation, millionths: inflation.central)))
    }
    if !(0...1_000_000).contains(inflation.deviation) {
      faults.append(.inflation(.deviation(.inflation, millionths: inflation.deviation)))
    }
    return faults.map { PlacedTransitionFault(.setting($0)) }
  }
}

extension TransitionModel.Evidence {
  var lastYear: Int? { transitions.map(\.row.calendarYear).max() }

  func faults(years: Int) -> [PlacedTransitionFault] {
    let calendarYears = Set(transitions.map(\.row.calendarYear))
    guard let first = calendarYears.min(), let last = calendarYears.max() else {
      return [PlacedTransitionFault(.figure(.nothingToLearnFrom))]
    }
    let missing = (first...last).filter { !calendarYears.contains($0) }
      .map { PlacedTransitionFault(.figure(.yearMissing($0))) }
    return missing + costsMissing + populationFaults(first...max(last, last + years))
  }

  /// The states that children were seen in and that have no cost, in order.
  public var statesWithoutCost: [SupportState] { Array(withoutCost.keys).sorted() }

  /// The same evidence with a cost of nothing for each of them: its children are counted.
  public var countingWithoutCost: TransitionModel.Evidence {
    let nothing = withoutCost.map {
      TransitionFile.Placed(row: TransitionFile.Cost($0.key, .zero), place: $0.value.first)
    }
    return TransitionModel.Evidence(
      transitions: transitions, population: population, costs: costs + nothing, pooled: pooled)
  }

  /// Where each is first, and in how many rows.
  private var withoutCost: [SupportState: (first: Place, rows: Int)] {
    let states = Set(costs.map(\.row.state))
    var found: [SupportState: (first: Place, rows: Int)] = [:]
    for placed in transitions {
      for state in Set([placed.row.from, placed.row.to].compactMap(\.self))
      where !states.contains(state) {
        found[state, default: (placed.place, 0)].rows += 1
      }
    }
    return found
  }

  private var costsMissing: [PlacedTransitionFault] {
    withoutCost.sorted { $0.key < $1.key }.map { state, seen in
      PlacedTransitionFault(.child(.stateWithoutCost(state, rows: seen.rows)), at: seen.first)
    }
  }

  /// A year group that has a population in any year has one in all, and no more join than there are.
  private func populationFaults(_ years: ClosedRange<Int>) -> [PlacedTransitionFault] {
    var counts: [YearOfGroup: Int64] = [:]
    for placed in population { counts[YearOfGroup(placed.row)] = placed.row.count }
    var joined: [YearOfGroup: Int64] = [:]
    for placed in transitions where placed.row.from == nil {
      joined[YearOfGroup(placed.row), default: 0] += 1
    }
    let groups = Set(counts.keys.map(\.group)).union(joined.keys.map(\.group)).sorted()
    let found = years.flatMap { year -> [TransitionFault.Figure] in
      let missing = groups.filter { counts[YearOfGroup(year: year, group: $0)] == nil }
      let absent = missing.first.map {
        TransitionFault.Figure.residentsMissing(
          calendarYear: year, yearGroup: $0, groups: missing.count)
      }
      return [absent].compactMap(\.self)
        + groups.compactMap { group in
          let key = YearOfGroup(year: year, group: group)
          guard let count = counts[key], let arrived = joined[key], arrived > count else {
            return nil
          }
          return .ratePastOne(
            calendarYear: year, yearGroup: group, joined: arrived, residents: count)
        }
    }
    return found.map { PlacedTransitionFault(.figure($0)) }
  }
}

/// A year group in a calendar year.
struct YearOfGroup: Hashable {
  let year: Int
  let group: YearGroup

  init(year: Int, group: YearGroup) {
    self.year = year
    self.group = group
  }

  init(_ residents: Residents) {
    self.init(year: residents.calendarYear, group: residents.yearGroup)
  }

  init(_ transition: Transition) {
    self.init(year: transition.calendarYear, group: transition.yearGroup)
  }
}
