import Bookkeeping
import Modelling

/// The invented pool that the tests of the simulation share: £8 million, contributions up 3% a year.
enum SimulatedPool {
  static let contributions: [Money] = [
    800_000_000, 824_000_000, 848_720_000, 874_181_600, 900_407_048,
  ]

  /// How sure anybody is, as the coverage tests have it, which say why.
  static let assumptions = Simulation.Assumptions(
    baseCost: 800_000_000, growth: Simulation.Estimate(35_000, deviation: 22_000),
    price: Simulation.Estimate(25_000, deviation: 10_000), correlation: 250_000,
    yearlyDeviation: 10_000, firstYearDeviation: 8_000)

  static func certain(
    base: Money = 800_000_000, growth: Int64 = 35_000, price: Int64 = 25_000
  ) -> Simulation.Assumptions {
    Simulation.Assumptions(
      baseCost: base, growth: Simulation.Estimate(growth), price: Simulation.Estimate(price))
  }

  static let noChange = Simulation.Option("no change", savings: savings(0, 0, 0, 0, 0))
  static let earlyHelp = Simulation.Option("early help", savings: savings(0, 133, 267, 400, 400))

  /// Shares of cost in ten thousandths.
  static func savings(_ parts: Int64...) -> [Fraction] { parts.map { Fraction($0, over: 10_000) } }

  static func simulation(
    _ assumptions: Simulation.Assumptions = assumptions,
    options: [Simulation.Option] = [noChange, earlyHelp]
  ) throws -> Simulation {
    try Simulation(assumptions, options: options, contributions: contributions)
  }
}
