import Bookkeeping
import Testing

@testable import Modelling

/// A rate that is another from a later year on: its rows, its bars and its runs.
struct ChangingRateTests {
  private static func row(
    _ code: String, _ values: (String, String, String), _ driver: Driver, from year: String?
  ) throws -> Assumption {
    try Assumption(
      SamplePool.known(AssumptionReference(code)), "Growth from a later year on",
      .rate(
        Assumption.Spread(
          SamplePool.percent(values.0), SamplePool.percent(values.1), SamplePool.percent(values.2)),
        .aYear),
      source: "invented", sourced: SamplePool.day("2026-09-30"), owner: "Commissioning",
      confidence: .c, use: .drives(driver, from: year.map { SamplePool.year($0) }))
  }

  private static func table(_ more: [Assumption]) throws -> AssumptionTable {
    try AssumptionTable(SamplePool.assumptions().rows + more)
  }

  private static func outlook(_ table: AssumptionTable) throws -> Outlook {
    try table.outlook(
      over: SamplePool.years, cost: BaseCost(8_000_000_00), contributions: SamplePool.contributions)
  }

  private static func changed() throws -> AssumptionTable {
    try table([
      row("A7", ("1", "1.5", "3"), .priceGrowth, from: "2028-29"),
      row("A6", ("0", "1", "3"), .demandGrowth, from: "2030-31"),
      row("A5", ("1", "2", "4"), .demandGrowth, from: "2029-30"),
    ])
  }

  private func words(_ make: () throws -> Void) throws -> String {
    do {
      try make()
      return "nothing is refused"
    } catch let refusal as Assumption.Refusal {
      return refusal.diagnostic(at: nil).description
    } catch let refusal as Outlook.Refusal {
      return refusal.diagnostic(at: nil).description
    }
  }

  @Test func `each row of a rate holds from its year on, and the first until then`() throws {
    let outlook = try Self.outlook(Self.changed())
    let demand = outlook.everyYear.dropFirst().map { outlook.demand.rate(into: $0).description }
    #expect(demand == ["3.5%", "3.5%", "2%", "1%"])
    let price = outlook.everyYear.dropFirst().map { outlook.price.rate(into: $0).description }
    #expect(price == ["2.5%", "1.5%", "1.5%", "1.5%"])
    // 8 million, times 1.035 x 1.025, times 1.035 x 1.015, times 1.02 x 1.015, times 1.01 x 1.015.
    #expect(
      Projection(of: outlook, under: .base).years.map(\.cost.pence)
        == [800_000_000, 848_700_000, 891_580_568, 923_053_362, 946_268_154])
  }

  @Test func `a change that leaves a rate no year is refused, and so is a second one for a year`()
    throws
  {
    for year in ["2026-27", "2027-28", "2031-32"] {
      let table = try Self.table([Self.row("A5", ("1", "2", "4"), .demandGrowth, from: year)])
      let told = try words { _ = try Self.outlook(table) }
      #expect(told.contains("error assumption-not-usable: A5 changes a rate from \(year) on"))
    }
    let one = try Self.row("A5", ("1", "2", "4"), .demandGrowth, from: "2029-30")
    let other = try Self.row("A6", ("1", "2", "4"), .demandGrowth, from: "2029-30")
    #expect(
      try words { _ = try Self.table([one, other]) }.contains(
        "A5 and A6 are both for Demand growth from 2029-30"))
    #expect(
      try words { _ = try Self.row("A5", ("0", "0", "1"), .firstYearCost, from: "2029-30") }
        .contains("A5 is for the first year’s cost, from a later year on"))
    #expect(
      try words { _ = try Self.outlook(AssumptionTable([one])) }.contains(
        "error assumption-missing: no assumption is for Demand growth"))
  }

  @Test func `each row of a rate has a bar of its own`() throws {
    let table = try Self.changed()
    let outlook = try Self.outlook(table)
    let tornado = try Tornado(of: outlook, under: .base, moving: table)
    #expect(
      tornado.bars.map(\.name).sorted() == [
        "Contribution uplift", "Demand growth from 2029-30", "Demand growth from 2030-31",
        "Demand growth to 2028-29", "Price growth from 2028-29", "Price growth to 2027-28",
        "Year 1 cost",
      ])
    let last = try #require(tornado.bars.first { $0.name == "Demand growth from 2030-31" })
    // Only the last year's step moves: 923,053,362 pence x 1.015 x 1% down and 2% up.
    #expect([last.low, last.high] == [-9_368_992, 18_737_983])
  }

  @Test func `the gap closes where every rate of a figure is moved by as much`() throws {
    let outlook = try Self.outlook(Self.changed())
    let found = try #require(SwitchingValue.solving(for: .demandGrowth, of: outlook, under: .base))
    let step = found.value - SamplePool.percent("3.5")
    let moved = try outlook.moving(.demandGrowth, by: step)
    #expect(moved.demand.changes.map(\.rate) == outlook.demand.changes.map { $0.rate + step })
    #expect(Projection(of: moved, under: .base).gap == found.gap)
    #expect(found.gap <= .zero && found.gapBeyond > .zero)
  }

  private func simulation(deviation: Int64) throws -> Simulation {
    let outlook = try Self.outlook(Self.changed())
    let first = outlook.years.lowerBound
    let projections = [.base, try SamplePool.optionA()].map { Projection(of: outlook, under: $0) }
    return try Simulation(
      Simulation.Assumptions(
        baseCost: outlook.cost.price,
        growth: Simulation.Estimate(outlook.demand, after: first, deviation: deviation),
        price: Simulation.Estimate(outlook.price, after: first, deviation: 0)),
      options: projections.map(\.simulated), contributions: projections[0].years.map(\.contributed))
  }

  @Test func `with no uncertainty every run is the projection to the penny`() async throws {
    let outlook = try Self.outlook(Self.changed())
    let expected = [.base, try SamplePool.optionA()].map {
      Projection(of: outlook, under: $0).years.map(\.cost)
    }
    let simulation = try simulation(deviation: 0)
    #expect(simulation.projection == expected)
    #expect(simulation.run(17, seed: 3) == expected)
    let outcome = try await simulation.simulated(runs: 200, seed: 3)
    for (option, costs) in zip(outcome.options, expected) {
      #expect(option.years.map(\.lowest) == costs && option.years.map(\.highest) == costs)
    }
  }

  @Test(arguments: [0, 1, 2, 3])
  func `the error that is drawn is added to each year's central rate`(run: Int) throws {
    let costs = try simulation(deviation: 20_000).run(run, seed: 11)[0].map { Double($0.pence) }
    let steps = zip(costs.dropFirst(), costs).map { $0 / $1 }
    let growth = zip(steps, [1.025, 1.015, 1.015, 1.015]).map { $0 / $1 - 1 }
    let errors = zip(growth, [0.035, 0.035, 0.02, 0.01]).map { $0 - $1 }
    #expect(errors.allSatisfy { abs($0 - errors[0]) < 0.000_000_01 }, "\(errors)")
    #expect(abs(errors[0]) > 0.000_1)
  }
}
