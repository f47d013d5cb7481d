import Bookkeeping
import Modelling
import Testing

@Suite struct SimulationTests {
  private static let runs = 20_000

  /// The costs of an option in a year, run by run, in order.
  private func sorted(_ simulation: Simulation, _ option: Int, _ year: Int, seed: UInt64) -> [Money]
  {
    (0..<Self.runs).map { simulation.run($0, seed: seed)[option][year] }.sorted()
  }

  @Test func `the same seed gives the same figures on one task, two and seven`() async throws {
    let simulation = try SimulatedPool.simulation()
    let one = try await simulation.simulated(runs: Self.runs, seed: 20_261_120, tasks: 1)
    for tasks in [2, 7] {
      let other = try await simulation.simulated(runs: Self.runs, seed: 20_261_120, tasks: tasks)
      #expect(one == other)
      #expect("\(one)" == "\(other)")
    }
  }

  @Test func `another seed gives other figures`() async throws {
    let simulation = try SimulatedPool.simulation()
    let one = try await simulation.simulated(runs: 1_000, seed: 1)
    let other = try await simulation.simulated(runs: 1_000, seed: 2)
    #expect(one.options != other.options)
  }

  @Test func `the figures of a seed are the same on every machine`() async throws {
    let outcome = try await SimulatedPool.simulation().simulated(runs: 20_000, seed: 20_261_120)
    let last = outcome.options[0].years[4].percentiles.map(\.amount.pence)
    #expect(
      last == [885_158_762, 957_794_569, 1_011_433_744, 1_067_945_749, 1_154_345_258])
  }

  @Test func `a percentile is within its bin of the runs sorted one by one`() async throws {
    let simulation = try SimulatedPool.simulation()
    let outcome = try await simulation.simulated(runs: Self.runs, seed: 3)
    for (option, year) in [(0, 0), (0, 4), (1, 2)] {
      let band = outcome.options[option].years[year]
      let costs = sorted(simulation, option, year, seed: 3)
      #expect(band.lowest == costs.first && band.highest == costs.last)
      #expect(band.mean == (costs.total().times(Fraction(1, over: Int64(Self.runs)))))
      for percentile in band.percentiles {
        let rank = Self.runs * percentile.percent / 100
        #expect((percentile.amount - costs[rank - 1]).magnitude <= percentile.binError)
        #expect(percentile.low < percentile.amount && percentile.amount < percentile.high)
        // A bin is a small part of what the sampling itself leaves open.
        #expect(percentile.binError < percentile.high - percentile.low)
      }
    }
  }

  @Test func `the chance that cost is above contributions is a count of runs`() async throws {
    let simulation = try SimulatedPool.simulation()
    let outcome = try await simulation.simulated(runs: Self.runs, seed: 3)
    let above = sorted(simulation, 0, 1, seed: 3).count { $0 > SimulatedPool.contributions[1] }
    #expect(outcome.options[0].years[1].runsAbove == above)
    #expect(
      outcome.options[0].years[1].chanceAbove == Fraction(Int64(above), over: Int64(Self.runs)))
  }

  @Test func `options meet the same draws`() async throws {
    let twin = Simulation.Option("the same again", savings: SimulatedPool.noChange.savings)
    let options = [SimulatedPool.noChange, twin, SimulatedPool.earlyHelp]
    let outcome = try await SimulatedPool.simulation(options: options)
      .simulated(runs: 5_000, seed: 9)
    #expect(outcome.options[0].years == outcome.options[1].years)
    // Each run alone shows that it costs less; the two fans, which overlap, would not.
    #expect(outcome.options[2].runsDearer == 0)
    #expect(outcome.options[2].whole.amount(at: 90) > outcome.options[0].whole.amount(at: 10))
  }

  @Test func `another option moves no draw`() async throws {
    let alone = try await SimulatedPool.simulation(options: [SimulatedPool.noChange])
      .simulated(runs: 1_000, seed: 9)
    let beside = try await SimulatedPool.simulation().simulated(runs: 1_000, seed: 9)
    #expect(alone.options[0] == beside.options[0])
  }

  @Test func `a percentile says how the second half of the runs moved it`() async throws {
    let simulation = try SimulatedPool.simulation()
    let half = try await simulation.simulated(runs: 10_000, seed: 5)
    let all = try await simulation.simulated(runs: 20_000, seed: 5)
    for (before, after) in zip(
      half.options[0].years[4].percentiles, all.options[0].years[4].percentiles)
    {
      #expect(after.movement == after.amount - before.amount)
      #expect(after.movement.magnitude.pence < 5 * (after.high - after.low).pence)
    }
  }

  @Test func `progress is told from the first runs to the last`() async throws {
    var told: [Int] = []
    _ = try await SimulatedPool.simulation()
      .simulated(runs: 12_001, seed: 5, tasks: 2) { told.append($0) }
    #expect(told.last == 12_001)
    #expect(told == told.sorted() && told.count > 4)
  }

  /// A tier by shares, a tier by halves, and what nobody is given: invented.
  private static let agreement = Division(parts: ["council", "board", "reserve", "unallocated"]) {
    _, variances in
    var reserve: Money = 150_000_00
    return variances.map { variance in
      let drawn = max(.zero, min(reserve, variance))
      reserve = reserve - drawn
      let shares = (variance - drawn).shared(in: [60, 30, 10])
      return [shares[0], shares[1], drawn, shares[2]]
    }
  }

  @Test func `what falls to the parts adds to the variance in every run`() async throws {
    let simulation = try SimulatedPool.simulation()
    // The simulation itself stops where they do not add.
    let outcome = try await simulation.simulated(runs: 2_000, seed: 8, dividing: Self.agreement)
    #expect(outcome.parts.count == 4)
    for option in outcome.options {
      for (year, parts) in option.parts.enumerated() {
        let mean = parts.map(\.mean).total()
        let expected = option.years[year].mean - SimulatedPool.contributions[year]
        #expect((mean - expected).magnitude.pence <= 4)
        #expect(parts.allSatisfy { $0.runs == 2_000 })
      }
    }
    for run in 0..<200 {
      let costs = simulation.run(run, seed: 8)[0]
      let variances = zip(costs, SimulatedPool.contributions).map { $0 - $1 }
      #expect(Self.agreement.divided(0, variances).map { $0.total() } == variances)
    }
  }

  @Test func `a division that loses a penny stops the program`() async {
    await #expect(processExitsWith: .failure) {
      let lossy = Division(parts: ["council"]) { _, variances in
        variances.map { [$0 - Money(pence: 1)] }
      }
      _ = try await SimulatedPool.simulation().simulated(runs: 100, seed: 1, dividing: lossy)
    }
  }
}
