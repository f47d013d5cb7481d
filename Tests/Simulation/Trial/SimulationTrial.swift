import Bookkeeping
import Modelling

/// Simulates the invented pool of the benchmarks: `simulation-trial [RUNS] [SEED] [TASKS]`.
///
/// It prints each option's median cost by year, in pence, and how long the work took: the first
/// time, with all that is made ready then, and the median of five times after that.
@main
struct SimulationTrial {
  static func main() async throws {
    let words = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
    let runs = Int(words.first ?? 20_000)
    let seed = words.dropFirst().first ?? 20_261_120
    let tasks = Int(words.dropFirst(2).first ?? 2)
    let simulation = try pool()
    var times: [Duration] = []
    let clock = ContinuousClock()
    for turn in 0..<6 {
      let start = clock.now
      let outcome = try await simulation.simulated(runs: runs, seed: seed, tasks: tasks)
      times.append(start.duration(to: clock.now))
      if turn == 0 { show(outcome) }
    }
    print("first \(seconds(times.removeFirst()))")
    print("median \(seconds(times.sorted()[2]))")
  }

  private static func show(_ outcome: Simulation.Outcome) {
    for option in outcome.options {
      print(option.years.map { String($0.amount(at: 50).pence) }.joined(separator: ","))
    }
  }

  /// In seconds, to the millionth.
  private static func seconds(_ time: Duration) -> String {
    let millionths = time.components.attoseconds / 1_000_000_000_000
    return "\(time.components.seconds).\(String(1_000_000 + millionths).dropFirst())"
  }

  /// Three options and five years, all invented; the comparator has the same.
  private static func pool() throws -> Simulation {
    let put = (0..<5).map { year in
      (0..<year).reduce(Fraction(800_000_000)) { put, _ in put * Fraction(103, over: 100) }
    }
    return try Simulation(
      Simulation.Assumptions(
        baseCost: Money(pence: 800_000_000),
        growth: Simulation.Estimate(35_000, deviation: 22_000),
        price: Simulation.Estimate(25_000, deviation: 10_000), correlation: 250_000,
        yearlyDeviation: 10_000, firstYearDeviation: 8_000),
      options: [
        Simulation.Option("no change", savings: [0, 0, 0, 0, 0].map(tenThousandths)),
        Simulation.Option("early help", savings: [0, 133, 267, 400, 400].map(tenThousandths)),
        Simulation.Option("local places", savings: [0, 0, 233, 467, 700].map(tenThousandths)),
      ],
      contributions: put.map { Money(pence: 1).times($0) })
  }

  private static func tenThousandths(_ part: Int64) -> Fraction { Fraction(part, over: 10_000) }
}
