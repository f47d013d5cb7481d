import Bookkeeping
import Foundation
import Testing

@testable import Modelling

/// What is drawn, against what mathematics says of it.
@Suite struct DistributionTests {
  private static let runs = 20_000
  /// The deviates of the tenths that are shown, and the density of a normal distribution there.
  private static let tenths: [(percent: Int, deviate: Double)] = [
    (10, -1.2815515655446004), (30, -0.5244005127080407), (50, 0), (70, 0.5244005127080407),
    (90, 1.2815515655446004),
  ]

  private func band(
    year: Int, growth: Int64 = 0, deviation: Int64 = 0, yearly: Int64 = 0, first: Int64 = 0
  ) async throws -> Band {
    let simulation = try SimulatedPool.simulation(
      Simulation.Assumptions(
        baseCost: 800_000_000, growth: Simulation.Estimate(growth, deviation: deviation),
        price: Simulation.Estimate(0), yearlyDeviation: yearly, firstYearDeviation: first),
      options: [SimulatedPool.noChange])
    return try await simulation.simulated(runs: Self.runs, seed: 4).options[0].years[year]
  }

  /// Holds the percentiles of a band against an increasing function of a normal deviate.
  private func expect(_ band: Band, is cost: (Double) -> Double) {
    for (percent, deviate) in Self.tenths {
      let slope = (cost(deviate + 0.001) - cost(deviate - 0.001)) / 0.002
      let density = exp(-deviate * deviate / 2) / (2 * Double.pi).squareRoot()
      let part = Double(percent) / 100
      let error = slope * (part * (1 - part) / Double(Self.runs)).squareRoot() / density
      let apart = Double(band.amount(at: percent).pence) - cost(deviate)
      #expect(abs(apart) < 3 * error, "P\(percent): \(apart / error) standard errors")
    }
  }

  @Test func `growth that is normal gives a normal cost after a year`() async throws {
    let band = try await band(year: 1, growth: 35_000, deviation: 20_000)
    expect(band) { 800_000_000 * (1.035 + 0.02 * $0) }
    let error = 800_000_000 * 0.02 / Double(Self.runs).squareRoot()
    #expect(abs(Double(band.mean.pence) - 828_000_000) < 3 * error)
  }

  @Test func `growth that persists is raised to the power of the years`() async throws {
    let band = try await band(year: 4, growth: 35_000, deviation: 20_000)
    expect(band) { pow(1.035 + 0.02 * $0, 4) * 800_000_000 }
  }

  @Test func `an error of the first year stays as it is`() async throws {
    let band = try await band(year: 4, growth: 35_000, first: 8_000)
    expect(band) { pow(1.035, 4) * 800_000_000 * (1 + 0.008 * $0) }
  }

  @Test func `yearly shocks together are as good as lognormal`() async throws {
    let band = try await band(year: 4, yearly: 10_000)
    expect(band) { 800_000_000 * exp(0.02 * $0 - 4 * 0.00005) }
  }

  @Test(arguments: [-900_000, 0, 500_000, 1_000_000])
  func `growth and price go together as far as they are said to`(correlation: Int64) async throws {
    let simulation = try SimulatedPool.simulation(
      Simulation.Assumptions(
        baseCost: 800_000_000, growth: Simulation.Estimate(0, deviation: 100_000),
        price: Simulation.Estimate(0, deviation: 100_000), correlation: correlation),
      options: [SimulatedPool.noChange])
    let outcome = try await simulation.simulated(runs: Self.runs, seed: 11)
    // The mean of a product of two is the product of the means and their covariance.
    let expected = 800_000_000 * (1 + 0.01 * Double(correlation) / 1_000_000)
    let error = 800_000_000 * 0.1 * 2.0.squareRoot() * 1.5 / Double(Self.runs).squareRoot()
    #expect(abs(Double(outcome.options[0].years[1].mean.pence) - expected) < 3 * error)
  }

  @Test func `what lies beyond a deviate is what the error function says`() {
    for deviate in stride(from: 0.0, through: 6.2, by: 0.01) {
      let expected = erfc(deviate / 2.0.squareRoot()) / 2
      #expect(abs(NormalTable.beyond(deviate) / expected - 1) < 1e-9, "\(deviate)")
    }
  }

  @Test func `a deviate has as much beyond it as its draw says`() {
    for index in UInt64(1)..<5_000 {
      let word = index &* 0x9E37_79B9_7F4A_7C15
      let deviate = NormalTable.standard.deviate(word)
      let tail = Double((word << 1) >> 1) / 18_446_744_073_709_551_616
      let found = erfc(abs(deviate) / 2.0.squareRoot()) / 2
      #expect(abs(found - tail) < 1e-4 * tail + 1e-9)
      #expect((deviate < 0) == (word >> 63 == 1))
    }
    #expect(abs(NormalTable.standard.deviate(0)) < 6.5)
  }

  @Test func `powers and logarithms are those of the system's library`() {
    for x in stride(from: 0.001, through: 90, by: 0.37) {
      #expect(abs(Elementary.exponentialDecay(x) / exp(-x) - 1) < 1e-13)
      #expect(abs(Elementary.logarithm(x) - log(x)) < 1e-13)
    }
    for number in [UInt64(0), 1, 2, 3, 4, 15, 16, 17, 1_000_000, 999_999_999_999_999_999, .max] {
      let root = Elementary.root(number)
      #expect(root.multipliedReportingOverflow(by: root).overflow == false && root * root <= number)
      let next = (root + 1).multipliedReportingOverflow(by: root + 1)
      #expect(next.overflow || next.partialValue > number)
    }
  }
}
