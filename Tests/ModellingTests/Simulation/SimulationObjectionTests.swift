import Bookkeeping
import Modelling
import Testing

@Suite struct SimulationObjectionTests {
  private typealias Objection = Simulation.Objection

  private func objection(
    _ assumptions: Simulation.Assumptions = SimulatedPool.assumptions,
    options: [Simulation.Option] = [SimulatedPool.noChange],
    contributions: [Money] = SimulatedPool.contributions
  ) -> Simulation.Objection? {
    #expect(throws: Simulation.Objection.self) {
      try Simulation(assumptions, options: options, contributions: contributions)
    }
  }

  private func assuming(
    base: Money = 1, growth: Int64 = 0, deviation: Int64 = 0, correlation: Int64 = 0
  ) -> Simulation.Assumptions {
    Simulation.Assumptions(
      baseCost: base, growth: Simulation.Estimate(growth, deviation: deviation),
      price: Simulation.Estimate(0), correlation: correlation)
  }

  @Test func `what no simulation can be made of is refused`() {
    #expect(objection(contributions: []) == .noYears)
    #expect(objection(options: []) == .noOptions)
    #expect(objection(assuming(base: -1)) == .costNegative(-1))
    #expect(
      objection(contributions: [1]) == .savingsOfOtherYears(option: "no change", given: 5, years: 1)
    )
    let over = Simulation.Option("over", savings: SimulatedPool.savings(0, 10_001, 0, 0, 0))
    #expect(
      objection(options: [over])
        == .savingPastTheWhole(option: "over", year: 2, saving: Fraction(10_001, over: 10_000)))
  }

  @Test func `a rate that is out of range is refused`() {
    #expect(
      objection(assuming(growth: -1_000_000))
        == .rate(.central(.growth, millionths: -1_000_000)))
    #expect(
      objection(assuming(deviation: -1)) == .rate(.deviation(.growth, millionths: -1)))
    #expect(
      objection(assuming(correlation: 1_000_001)) == .rate(.correlation(millionths: 1_000_001)))
  }

  @Test func `too few runs are refused`() async throws {
    let simulation = try SimulatedPool.simulation()
    await #expect(throws: Simulation.Objection.tooFewRuns(99)) {
      try await simulation.simulated(runs: 99, seed: 1)
    }
  }

  @Test func `each objection has its own code, and says what next`() {
    let objections: [Simulation.Objection] = [
      .noYears, .noOptions, .costNegative(-1),
      .savingsOfOtherYears(option: "A", given: 4, years: 5),
      .savingPastTheWhole(option: "A", year: 2, saving: Fraction(3, over: 2)),
      .rate(.central(.price, millionths: -1_000_000)),
      .rate(.deviation(.firstYear, millionths: -1)),
      .rate(.correlation(millionths: 2_000_000)), .tooFewRuns(3),
    ]
    let diagnostics = objections.map { $0.diagnostic() }
    #expect(Set(diagnostics.map(\.code)).count == objections.count)
    #expect(diagnostics.allSatisfy { $0.next != nil })
    #expect(
      diagnostics[4].description == """
        error simulation-saving-past-whole: “A” saves 150% of the cost of year 2
          why     a saving is a share of the cost, and no more than all of it can be saved or added
          next    give savings of 100% at most, and a cost to deliver below what the year costs
        """)
  }
}
