import Bookkeeping
import Modelling
import TestSupport
import Testing

/// Projections from an earlier point, scored against what happened.
@Suite struct BacktestTests {
  private func years(_ first: Int, _ costs: Money...) -> [YearCost] {
    costs.enumerated().map { YearCost(FinancialYear(starting: first + $0.offset), $0.element) }
  }

  private func assumptions(
    _ cost: Money, growth: Int64 = 60_000, deviation: Int64 = 0
  ) -> Simulation.Assumptions {
    Simulation.Assumptions(
      baseCost: cost, growth: Simulation.Estimate(growth, deviation: deviation),
      price: Simulation.Estimate(0))
  }

  @Test func `with nothing left to chance the errors are those of the projection`() async throws {
    let backtest = try Backtest(
      known: years(2022, 800_000_000), since: years(2023, 848_000_000, 900_000_000),
      assumptions: assumptions(800_000_000))
    let score = try await backtest.scored(runs: 1_000, seed: 1)
    #expect(score.years.map(\.year.start) == [2023, 2024])
    #expect(score.years.map(\.projected) == [848_000_000, 898_880_000])
    #expect(score.years.map(\.error) == [0, -1_120_000])
    #expect(score.meanError == -560_000)
    #expect(score.meanAbsoluteError == 560_000)
    #expect(score.years.map(\.percentile) == [.one, .one])
    #expect(score.coverage == Fraction(1, over: 2))
  }

  @Test func `errors that go both ways do not cancel in the absolute`() async throws {
    let backtest = try Backtest(
      known: years(2022, 100_000), since: years(2023, 107_000, 111_360),
      assumptions: assumptions(100_000))
    let score = try await backtest.scored(runs: 1_000, seed: 1)
    #expect(score.years.map(\.error) == [-1_000, 1_000])
    #expect(score.meanError == 0)
    #expect(score.meanAbsoluteError == 1_000)
  }

  @Test func `an actual falls in the percentile that the runs give it`() async throws {
    // One standard deviation of growth above the middle: five runs in six are below it.
    let backtest = try Backtest(
      known: years(2022, 800_000_000), since: years(2023, 864_000_000),
      assumptions: assumptions(800_000_000, deviation: 20_000))
    let score = try await backtest.scored(runs: 20_000, seed: 20_261_120)
    let thousandths = score.years[0].percentile * Fraction(1000)
    #expect((Fraction(833)...Fraction(849)).contains(thousandths))
    #expect(score.years[0].isWithinBand)
    let beyond = try Backtest(
      known: years(2022, 800_000_000), since: years(2023, 880_000_000),
      assumptions: assumptions(800_000_000, deviation: 20_000))
    #expect(try await beyond.scored(runs: 20_000, seed: 20_261_120).coverage == .zero)
  }

  @Test func `the trend is the mean of the yearly rates, and varies as they do`() throws {
    let trend = try CostTrend(of: years(2020, 100_000, 110_000, 118_800, 130_680))
    #expect(trend.rates == [100_000, 80_000, 100_000])
    #expect(trend.mean == 93_333)
    #expect(trend.deviation == 11_547)
    let assumptions = trend.assumptions(from: 130_680)
    #expect(assumptions.growth == Simulation.Estimate(93_333, deviation: 6_666))
    #expect(assumptions.yearlyDeviation == 11_547)
  }

  @Test func `the same seed gives the same score on one task and on two`() async throws {
    let backtest = try Backtest(
      known: years(2020, 100_000, 110_000, 118_800), since: years(2023, 130_000, 150_000))
    let one = try await backtest.scored(runs: 6_000, seed: 7, tasks: 1)
    let two = try await backtest.scored(runs: 6_000, seed: 7, tasks: 2)
    #expect(one == two)
  }

  @Test func `the band of 80% covers four years in five of a world like the model's own`()
    async throws
  {
    var held = Fraction.zero
    let first = assumptions(800_000_000, deviation: 20_000)
    for seed in UInt64(1)...60 {
      let world = try Simulation(
        first, options: [Simulation.Option("no change", savings: [.zero, .zero])],
        contributions: [800_000_000, 800_000_000])
      let happened = world.run(0, seed: seed &* 7_919)[0][1]
      let backtest = try Backtest(
        known: years(2022, 800_000_000), since: years(2023, happened), assumptions: first)
      held = held + (try await backtest.scored(runs: 2_000, seed: 20_261_120).coverage)
    }
    // Three standard errors of sixty draws either way.
    #expect((Fraction(39)...Fraction(57)).contains(held), "\(held)")
  }

  @Test func `what cannot be held against anything is refused, and says why`() throws {
    let rates = assumptions(100)
    func refusal(_ known: [YearCost], _ since: [YearCost]) -> Backtest.Refusal? {
      #expect(throws: Backtest.Refusal.self) {
        try Backtest(known: known, since: since, assumptions: rates)
      }
    }
    #expect(refusal([], years(2023, 1)) == .tooFewYears(0))
    #expect(refusal(years(2022, 100), []) == .nothingSince)
    #expect(
      refusal(years(2022, 100), years(2024, 1))
        == .yearNotNext(FinancialYear(starting: 2024), after: FinancialYear(starting: 2022)))
    #expect(
      refusal(years(2022, 100), years(2023, 0))
        == .costNotPositive(YearCost(FinancialYear(starting: 2023), 0)))
    #expect(
      refusal(years(2022, 200), years(2023, 1))
        == .baseIsAnother(100, known: years(2022, 200)[0]))
    #expect(throws: Backtest.Refusal.tooFewYears(2)) {
      try Backtest(known: years(2021, 100, 110), since: years(2023, 120))
    }
    #expect(
      Backtest.Refusal.nothingSince.diagnostic().description
        == """
        error backtest-not-usable: no year has ended since
          why     a projection from an earlier point is held against the years that followed it
          next    begin at an earlier point of the ledger
        """)
  }
}
