import Bookkeeping

/// What the runs of children's moves are counted into.
struct TransitionTally: RunTally {
  /// Year by year: the children's lines, the adults', and both.
  private(set) var costs: [Histogram]
  /// Year by year: how many children.
  private(set) var counts: [Histogram]
  /// By year and state, the children of all runs together.
  private(set) var children: [[Int64]]

  init(_ model: TransitionModel) {
    counts = model.projection.dropFirst().map { year in
      // Twice as many are never met; one bin a child up to thousands of them.
      let expected = year.count.millionths / 1_000_000 + 1
      return Histogram(Bins(around: expected, reaching: expected))
    }
    children = (0..<model.settings.years).map { _ in model.states.map { _ in 0 } }
    costs = model.projection.dropFirst().enumerated().flatMap { index, year in
      let reach = TransitionTally.reach(model, year, after: index + 1)
      return [year.childrenCost.total(), year.adultsCost.total(), year.cost].map { cost in
        // As far as is likely, and no further than nil.
        let far = min(Int128(cost.pence), Int128(cost.pence) * Int128(reach) / 1_000_000)
        return Histogram(Bins(around: cost.pence, reaching: Int64(far) + 1))
      }
    }
  }

  /// How far a cost may be from what is expected, in millionths of it.
  ///
  /// Children's moves scatter as the root of their number, and errors of the rates add up by the
  /// year. Four of the one and six of the other leave out next to nothing, and bins stay narrow.
  private static func reach(
    _ model: TransitionModel, _ year: ProjectedChildren, after years: Int
  ) -> Int64 {
    let root = Int64(Elementary.root(UInt64(max(1, year.count.millionths))))
    let moves = 4_000_000_000 * Int64(years + 1) / root
    return moves + 6 * Int64(years) * model.settings.inflation.deviation
  }

  mutating func count(_ runs: Range<Int>, of model: TransitionModel, seed: UInt64) {
    var columns = [[Int64]](repeating: [], count: costs.count)
    var heads = [[Int64]](repeating: [], count: counts.count)
    let isAdult = YearGroup.all.map(model.settings.isAdult)
    for run in runs {
      let times = model.priceTimes(run, seed: seed)
      for (year, groups) in model.run(run, seed: seed).enumerated() {
        var pence: (children: Int128, adults: Int128) = (0, 0)
        heads[year].append(groups.reduce(0) { $0 + $1.reduce(0, +) })
        for (group, states) in groups.enumerated() {
          for (state, count) in states.enumerated() where count > 0 {
            children[year][state] += count
            let cost = Int128(count) * Int128(model.prices[state])
            if isAdult[group] { pence.adults += cost } else { pence.children += cost }
          }
        }
        let found = [pence.children, pence.adults].map { pence in
          SimulatedYears.Centre(model.inflated(pence * 1_000_000, over: year + 1))
            .costs([times[year]])[0]
        }
        columns[3 * year].append(found[0])
        columns[3 * year + 1].append(found[1])
        columns[3 * year + 2].append(found[0] + found[1])
      }
    }
    for (index, column) in columns.enumerated() { costs[index].count(column) }
    for (year, heads) in heads.enumerated() { counts[year].count(heads) }
  }

  mutating func add(_ other: TransitionTally) {
    for index in costs.indices { costs[index].add(other.costs[index]) }
    for year in counts.indices { counts[year].add(other.counts[year]) }
    for year in children.indices {
      for state in children[year].indices { children[year][state] += other.children[year][state] }
    }
  }
}
