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

  /// How far an error of one standard deviation moves a year from the one before.
  struct Spread: Hashable, Sendable {
    let growth: Double
    let price: Double

    /// How many times the projected step a drawn one is.
    @inline(__always)
    func times(demand: Double, price deviate: Double) -> Double {
      max(0, 1 + growth * demand) * max(0, 1 + price * deviate)
    }
  }

  let years: Int
  /// Option by option, and in each year by year.
  let centres: [Centre]
  private let keys: [UInt64]
  /// One standard deviation of growth and of price in each year, as parts of that year's factor.
  private let spreads: [Spread]
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
    spreads = (0..<years).map {
      Spread(growth: assumptions.growth.part(in: $0), price: assumptions.price.part(in: $0))
    }
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
  /// An error that would make a cost negative makes it nil.
  func drawn(_ runs: Range<Int>, from table: NormalTable) -> [[Double]] {
    let demand = runs.map { table.deviate(Draws.word(keys[0], $0)) }
    let price = zip(runs, demand).map { run, demand in
      shared * demand + own * table.deviate(Draws.word(keys[1], run))
    }
    var each: [Double] = []
    var now = runs.map { max(0, 1 + first * table.deviate(Draws.word(keys[2], $0))) }
    var times = [now]
    for year in 1..<max(1, years) {
      if each.isEmpty || spreads[year] != spreads[year - 1] {
        each = zip(demand, price).map { spreads[year].times(demand: $0, price: $1) }
      }
      let key = keys[2 + year]
      for (index, run) in runs.enumerated() {
        now[index] *= each[index] * max(0, 1 + yearly * table.deviate(Draws.word(key, run)))
      }
      times.append(now)
    }
    return times
  }
}

extension Simulation.Estimate {
  /// One standard deviation as a part of the factor that it is an error of.
  fileprivate func part(in year: Int) -> Double {
    Double(deviation) / Double(1_000_000 + central(into: year))
  }
}
