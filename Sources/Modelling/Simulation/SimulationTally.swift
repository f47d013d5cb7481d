import Bookkeeping

/// What the runs of a simulation are counted into.
struct SimulationTally: RunTally {
  private let years: Int
  private let contributions: [Money]
  private let division: Division?
  /// Option by option: each year, and all together behind them.
  private var costs: [Histogram]
  /// Option by option, year by year: what fell to each part.
  private var shares: [Histogram]
  private(set) var dearer: [Int]

  init(_ simulation: Simulation, division: Division?, reaching parts: PartReach) {
    years = simulation.years
    contributions = simulation.contributions
    self.division = division
    dearer = simulation.options.map { _ in 0 }
    costs = []
    shares = parts.bins.map { Histogram($0) }
    let projection = simulation.projection
    for option in projection {
      var reach: Int64 = 0
      for (year, cost) in option.enumerated() {
        let far = SimulationTally.reach(simulation.likelyDeviation(year: year), of: cost)
        let bins = Bins(around: cost.pence, reaching: far)
        costs.append(Histogram(bins, mark: contributions[year].pence))
        reach += far
      }
      let bins = Bins(around: option.total().pence, reaching: reach)
      costs.append(Histogram(bins, mark: contributions.total().pence))
    }
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
    let columns = division.columns(found, option, less: contributions)
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
