import Bookkeeping
import Testing

@testable import Modelling

@Suite struct TransitionRunTests {
  /// The mean of numbers, and one standard error of it.
  private func moments(_ numbers: [Double]) -> (mean: Double, error: Double, variance: Double) {
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count - 1)
    return (mean, (variance / Double(numbers.count)).squareRoot(), variance)
  }

  @Test func `an urn draws as a distribution of Dirichlet and the counts from it`() throws {
    let (count, draws) = (10.0, 20_000)
    let found = try (0..<draws).map { run in
      var urn = try #require(Urn([3, 1], pooled: [5, 5], 4))
      var draws = Draws(seed: 6, variable: 1, run: run)
      return Double((0..<10).count { _ in urn.draw(&draws) == 0 })
    }
    // Seen 3 and 1, and 4 pooled children half and half: weights of 5 and 3.
    let (part, whole) = (5.0 / 8, 8.0)
    let expected = count * part * (1 - part) * (count + whole) / (1 + whole)
    let (mean, error, variance) = moments(found)
    #expect(abs(mean - count * part) < 3 * error)
    #expect(abs(variance / expected - 1) < 0.03)
  }

  @Test func `small counts go towards the pooled ones, by the weight`() throws {
    let few = try #require(Urn([1, 0], pooled: [30, 70], 10))
    let many = try #require(Urn([1_000, 0], pooled: [30, 70], 10))
    // (1 + 10 × 0.3) / 11 and (1,000 + 10 × 0.3) / 1,010.
    #expect(few.divided(11).first { $0.place == 0 }?.children == 4)
    #expect(many.divided(1_010).first { $0.place == 0 }?.children == 1_003)
  }

  @Test func `the means of many runs are what is expected`() async throws {
    let model = try InventedMoves.model(weight: 10, inflation: Simulation.Estimate(25_000))
    let runs = 10_000
    let years = try await model.simulated(runs: runs, seed: 12)
    let projection = Array(model.projection.dropFirst())
    let found = (0..<runs).map { model.run($0, seed: 12) }
    for year in 0..<5 {
      for state in 0..<2 {
        let counts = found.map { run in Double(run[year].reduce(0) { $0 + $1[state] }) }
        let (mean, error, _) = moments(counts)
        let expected = projection[year].children[state] + projection[year].adults[state]
        #expect(abs(mean - Double(expected.millionths) / 1_000_000) < 3 * error)
        let told = years[year].states[state]
        #expect(abs(Double(told.numerator) / Double(told.denominator) - mean) < 1e-9)
      }
      #expect(years[year].calendarYear == projection[year].calendarYear)
    }
  }

  @Test func `those who join are as many, and as uncertain, as their rate`() throws {
    let model = try InventedMoves.model()
    let group = try #require(YearGroup(5))
    let found = (0..<20_000).map { run -> Double in
      var draws = Draws(seed: 2, variable: 7, run: run)
      return Double(model.arrivals[group.index].drawn(years: 2, &draws)[1])
    }
    // Two of forty: of twenty residents one, with a variance of 1 × (1 + 20/40).
    let (mean, error, variance) = moments(found)
    #expect(abs(mean - 1) < 3 * error)
    #expect(abs(variance / 1.5 - 1) < 0.05)
  }

  @Test func `the same seed gives the same children on one task and on two`() async throws {
    let model = try InventedMoves.model(
      weight: 10, inflation: Simulation.Estimate(25_000, deviation: 10_000))
    let one = try await model.simulated(runs: 6_000, seed: 1, tasks: 1)
    #expect(try await model.simulated(runs: 6_000, seed: 1, tasks: 2) == one)
    #expect(try await model.simulated(runs: 6_000, seed: 2, tasks: 2) != one)
  }

  @Test func `where nothing can differ every run is the projection to the penny`() async throws {
    let stay = [InventedMoves.move(2024, InventedMoves.special, 5, InventedMoves.special)]
    let model = try TransitionModel.made(
      from: InventedMoves.evidence(transitions: stay),
      TransitionModel.Settings(weight: 10, inflation: Simulation.Estimate(25_000))
    ).get()
    let years = try await model.simulated(runs: 100, seed: 3)
    for (year, expected) in zip(years, model.projection.dropFirst()) {
      #expect(year.cost.lowest == expected.cost && year.cost.highest == expected.cost)
    }
  }

  @Test func `too few runs are refused`() async throws {
    let model = try InventedMoves.model()
    await #expect(throws: TransitionFault.setting(.tooFewRuns(5))) {
      try await model.simulated(runs: 5, seed: 1)
    }
  }
}
