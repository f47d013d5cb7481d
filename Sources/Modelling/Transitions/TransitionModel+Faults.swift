extension TransitionModel.Settings {
  var faults: [RowFault<TransitionModel.Evidence.Row>] {
    var faults: [TransitionFault.Setting] = []
    if !(0...1_000_000).contains(weight) { faults.append(.weightOutOfRange(weight)) }
    if years < 1 { faults.append(.noYears(years)) }
    if inflation.central <= -1_000_000 || inflation.central > 1_000_000 {
      faults.append(.inflation(.central(.inflation, millionths: inflation.central)))
    }
    if !(0...1_000_000).contains(inflation.deviation) {
      faults.append(.inflation(.deviation(.inflation, millionths: inflation.deviation)))
    }
    return faults.map { RowFault(.setting($0)) }
  }
}

extension TransitionModel.Evidence {
  var lastYear: Int? { transitions.map(\.calendarYear).max() }

  func faults(years: Int) -> [RowFault<Row>] {
    let calendarYears = Set(transitions.map(\.calendarYear))
    guard let first = calendarYears.min(), let last = calendarYears.max() else {
      return [RowFault(.figure(.nothingToLearnFrom))]
    }
    let missing: [RowFault<Row>] = (first...last).filter { !calendarYears.contains($0) }
      .map { RowFault(.figure(.yearMissing($0))) }
    return givenTwice + missing + costsMissing + populationFaults(first...max(last, last + years))
  }

  /// The rows that give a second figure where one has been given.
  public var givenTwice: [RowFault<Row>] {
    let counts = population.map(YearOfGroup.init).repeated.map { row in
      let again = population[row]
      return RowFault(
        .figure(.residentsTwice(calendarYear: again.calendarYear, yearGroup: again.yearGroup)),
        in: Row.residents(row))
    }
    return counts
      + costs.map(\.state).repeated.map { row in
        RowFault(.figure(.costTwice(costs[row].state)), in: .cost(row))
      }
  }

  /// The states that children were seen in and that have no cost, in order.
  public var statesWithoutCost: [SupportState] { Array(withoutCost.keys).sorted() }

  /// The same evidence with a nil cost for each of them: its children are counted.
  public var countingWithoutCost: TransitionModel.Evidence {
    TransitionModel.Evidence(
      transitions: transitions, population: population,
      costs: costs + withoutCost.keys.map { StateCost($0, .zero) }, pooled: pooled)
  }

  /// In which row each is first, and in how many it is.
  private var withoutCost: [SupportState: (first: Int, moves: Int)] {
    let states = Set(costs.map(\.state))
    var found: [SupportState: (first: Int, moves: Int)] = [:]
    for (row, move) in transitions.enumerated() {
      for state in Set([move.from, move.to].compactMap(\.self)) where !states.contains(state) {
        found[state, default: (row, 0)].moves += 1
      }
    }
    return found
  }

  private var costsMissing: [RowFault<Row>] {
    withoutCost.sorted { $0.key < $1.key }.map { state, seen in
      RowFault(.figure(.stateWithoutCost(state, moves: seen.moves)), in: .transition(seen.first))
    }
  }

  /// A year group that has a population in any year has one in all, and no more join than there are.
  private func populationFaults(_ years: ClosedRange<Int>) -> [RowFault<Row>] {
    var counts: [YearOfGroup: Int64] = [:]
    for residents in population { counts[YearOfGroup(residents)] = residents.count }
    var joined: [YearOfGroup: Int64] = [:]
    for move in transitions where move.from == nil {
      joined[YearOfGroup(move), default: 0] += 1
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
    return found.map { RowFault(.figure($0)) }
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
