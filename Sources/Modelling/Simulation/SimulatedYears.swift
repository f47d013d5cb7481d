import Bookkeeping

/// All that a run needs, worked out before the first: the projection, and how to move from it.
struct SimulatedYears: Sendable {
  /// The projection of an option's cost in a year, to the penny, and what was rounded away.
  struct Centre: Sendable {
    let whole: Int64
    let rest: Double
    let pence: Double

    init(_ exact: LongQuotient) {
      whole = exact.rounded
      let parts = exact.inParts - Int128(whole) << 32
      // A half is rounded up, so that what was rounded away is below a half.
      rest = min(Double(Int64(parts)), 2_147_483_647) / 4_294_967_296
      pence = Double(whole) + rest
    }

    /// The cost in each run, where it is that many times the projection; each is rounded once.
    ///
    /// Where it is once, it is the projection to the penny.
    func costs(_ times: [Double]) -> [Int64] {
      times.map { times in
        let moved = rest + pence * (times - 1) + 0.5
        let cut = Int64(moved)
        return whole + cut - (Double(cut) > moved ? 1 : 0)
      }
    }
  }

  let years: Int
  /// Option by option, and in each year by year.
  let centres: [Centre]
  private let keys: [UInt64]
  private let growth: Double
  private let price: Double
  private let shared: Double
  private let own: Double
  private let yearly: Double
  private let first: Double

  init(_ simulation: Simulation, seed: UInt64) {
    let assumptions = simulation.assumptions
    years = simulation.years
    let years = simulation.years
    centres = simulation.options.flatMap { option in
      (0..<years).map { Centre(simulation.central(option, year: $0)) }
    }
    keys = (0..<UInt64(years + 2)).map { Draws.key(seed: seed, variable: $0) }
    // In parts of the factor that they are errors of.
    growth =
      Double(assumptions.growth.deviation) / Double(1_000_000 + assumptions.growth.central)
    price = Double(assumptions.price.deviation) / Double(1_000_000 + assumptions.price.central)
    let correlation = UInt64(assumptions.correlation.magnitude)
    shared = Double(assumptions.correlation) / 1_000_000
    own =
      Double(Elementary.root((1_000_000_000_000 - correlation * correlation) * 1_000_000))
      / 1_000_000_000
    yearly = Double(assumptions.yearlyDeviation) / 1_000_000
    first = Double(assumptions.firstYearDeviation) / 1_000_000
  }

  /// How many times the projection each year's cost is, year by year and in each run by run.
  ///
  /// An error that would take a cost below nothing takes it to nothing.
  func drawn(_ runs: Range<Int>, from table: NormalTable) -> [[Double]] {
    let demand = runs.map { table.deviate(Draws.word(keys[0], $0)) }
    let each = zip(runs, demand).map { run, demand in
      let price = price * (shared * demand + own * table.deviate(Draws.word(keys[1], run)))
      return max(0, 1 + growth * demand) * max(0, 1 + price)
    }
    var now = runs.map { max(0, 1 + first * table.deviate(Draws.word(keys[2], $0))) }
    var times = [now]
    for year in 1..<max(1, years) {
      let key = keys[2 + year]
      for (index, run) in runs.enumerated() {
        now[index] *= each[index] * max(0, 1 + yearly * table.deviate(Draws.word(key, run)))
      }
      times.append(now)
    }
    return times
  }
}
