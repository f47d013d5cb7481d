import Bookkeeping

/// What the runs of a simulation are counted into.
struct SimulationTally: RunTally {
  private let years: Int
  private let contributions: [Int64]
  private let division: Division?
  /// Option by option: each year, and all together behind them.
  private var costs: [Histogram]
  /// Option by option, year by year: what fell to each part.
  private var shares: [Histogram]
  private(set) var dearer: [Int]

  init(_ simulation: Simulation, division: Division?) {
    years = simulation.years
    contributions = simulation.contributions.map(\.pence)
    self.division = division
    dearer = simulation.options.map { _ in 0 }
    costs = []
    shares = []
    let projection = simulation.projection
    for (index, option) in projection.enumerated() {
      let centres = SimulationTally.centres(of: option, at: index, contributions, division)
      var reach: Int64 = 0
      for (year, cost) in option.enumerated() {
        let far = SimulationTally.reach(simulation.likelyDeviation(year: year), of: cost)
        let put = contributions[year]
        costs.append(Histogram(Bins(around: cost.pence, reaching: far), mark: put))
        let most = max((cost.pence - put).magnitude, 0) + far.magnitude
        shares += (centres?[year] ?? (division?.parts ?? []).map { _ in 0 }).map { centre in
          Histogram(Bins(around: centre, reaching: centres == nil ? Int64(most) : far))
        }
        reach += far
      }
      let bins = Bins(around: option.total().pence, reaching: reach)
      costs.append(Histogram(bins, mark: contributions.reduce(0, +)))
    }
  }

  /// Year by year what falls to each part without chance, where the division is counted around it.
  private static func centres(
    of costs: [Money], at option: Int, _ contributions: [Int64], _ division: Division?
  ) -> [[Int64]]? {
    guard let division, division.isCentred else { return nil }
    let variances = zip(costs, contributions).map { $0 - Money(pence: $1) }
    return division.divided(option, variances).map { $0.map(\.pence) }
  }

  /// Six standard deviations, and a penny.
  private static func reach(_ millionths: Int64, of cost: Money) -> Int64 {
    Int64(Int128(cost.pence) * 6 * Int128(millionths) / 1_000_000) + 1
  }

  mutating func count(_ runs: Range<Int>, of simulated: SimulatedYears, _ table: NormalTable) {
    let times = simulated.drawn(runs, from: table)
    var first: [Int64] = []
    for option in dearer.indices {
      let found = times.indices.map { simulated.centres[option * years + $0].costs(times[$0]) }
      var sums = [Int64](repeating: 0, count: runs.count)
      for (year, costs) in found.enumerated() {
        self.costs[option * (years + 1) + year].count(costs)
        for run in sums.indices { sums[run] += costs[run] }
      }
      costs[option * (years + 1) + years].count(sums)
      if option == 0 { first = sums }
      dearer[option] += zip(sums, first).count { $0 > $1 }
      if let division { divide(found, option, by: division) }
    }
  }

  /// Counts what falls to each part in each run.
  private mutating func divide(_ found: [[Int64]], _ option: Int, by division: Division) {
    let names = division.parts.count
    var columns = [[Int64]](repeating: [], count: years * names)
    for run in (found.first ?? []).indices {
      let variances = found.indices.map { Money(pence: found[$0][run] - contributions[$0]) }
      let divided = division.divided(option, variances)
      precondition(divided.count == years, "a division of other years")
      for (year, parts) in divided.enumerated() {
        precondition(parts.count == names, "a division into other parts")
        precondition(parts.total() == variances[year], "parts that do not add to the whole")
        for (part, share) in parts.enumerated() { columns[year * names + part].append(share.pence) }
      }
    }
    for (index, column) in columns.enumerated() {
      shares[option * columns.count + index].count(column)
    }
  }

  mutating func add(_ other: SimulationTally) {
    for index in costs.indices { costs[index].add(other.costs[index]) }
    for index in shares.indices { shares[index].add(other.shares[index]) }
    for index in dearer.indices { dearer[index] += other.dearer[index] }
  }
}

extension SimulationTally {
  func year(_ option: Int, _ year: Int) -> Histogram { costs[option * (years + 1) + year] }

  func whole(_ option: Int) -> Histogram { costs[option * (years + 1) + years] }

  func parts(_ option: Int, _ year: Int) -> ArraySlice<Histogram> {
    let count = division?.parts.count ?? 0
    let start = (option * years + year) * count
    return shares[start..<start + count]
  }
}
