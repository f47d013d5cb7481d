import Bookkeeping
import Testing

@testable import Modelling

/// What a simulation is when nothing is left to chance.
@Suite struct SimulatedProjectionTests {
  /// Multiplies digit by digit, as on paper, the least digit first.
  private func product(_ digits: [Int], _ factor: Int) -> [Int] {
    var (result, carry): ([Int], Int) = ([], 0)
    for digit in digits {
      carry += digit * factor
      result.append(carry % 10)
      carry /= 10
    }
    while carry > 0 {
      result.append(carry % 10)
      carry /= 10
    }
    return result
  }

  /// The cost after so many years, by decimals: dividing by a million is moving the point by six.
  private func naive(_ base: Int, _ growth: Int, _ price: Int, years: Int, kept: Int) -> Int64 {
    var digits = product([1], base)
    for _ in 0..<years {
      digits = product(product(digits, 1_000_000 + growth), 1_000_000 + price)
    }
    digits = product(digits, kept)
    let places = 12 * years + 4
    digits += [Int](repeating: 0, count: max(0, places + 1 - digits.count))
    let whole = digits[places...].reversed().reduce(0) { $0 * 10 + Int64($1) }
    return whole + (digits[places - 1] >= 5 ? 1 : 0)
  }

  @Test(arguments: [
    (800_000_000, 35_000, 25_000), (800_000_004, 35_000, 25_000), (1, 0, 0), (0, 35_000, 25_000),
    (999_999_999_999, 123_457, 87_651), (77_777_777, -50_000, 999_999), (123_456_789, -1, 1),
  ])
  func `with no uncertainty each run is the projection to the penny`(
    base: Int, growth: Int, price: Int
  ) async throws {
    let simulation = try SimulatedPool.simulation(
      SimulatedPool.certain(
        base: Money(pence: Int64(base)), growth: Int64(growth), price: Int64(price)))
    let expected = [[0, 0, 0, 0, 0], [0, 133, 267, 400, 400]].map { savings in
      savings.enumerated().map { year, saving in
        Money(pence: naive(base, growth, price, years: year, kept: 10_000 - saving))
      }
    }
    #expect(simulation.projection == expected)
    #expect(simulation.run(0, seed: 7) == expected)
    let outcome = try await simulation.simulated(runs: 200, seed: 7)
    for (option, costs) in zip(outcome.options, expected) {
      for (band, cost) in zip(option.years + [option.whole], costs + [costs.total()]) {
        #expect(band.lowest == cost && band.highest == cost && band.mean == cost)
        #expect(band.percentiles.map(\.amount) == [cost, cost, cost, cost, cost])
        #expect(band.percentiles.allSatisfy { $0.binError == .zero && $0.movement == .zero })
      }
    }
  }

  @Test func `a half penny is rounded up, as the projection has it`() throws {
    // 40.00 at 3.5% and 2.5% is 42.435.
    let simulation = try SimulatedPool.simulation(SimulatedPool.certain(base: 4_000))
    #expect(simulation.projection[0][1] == 4_244)
    #expect(simulation.run(3, seed: 1)[0][1] == 4_244)
  }

  @Test func `the five years of the sample pool are those of the pack`() throws {
    let simulation = try SimulatedPool.simulation(SimulatedPool.certain())
    #expect(
      simulation.projection[0]
        == [800_000_000, 848_700_000, 900_364_613, 955_174_308, 1_013_320_544])
  }

  @Test func `a saving of a third is exact`() throws {
    let thirds = Simulation.Option(
      "thirds", savings: [Fraction](repeating: Fraction(1, over: 3), count: 5))
    let simulation = try SimulatedPool.simulation(
      SimulatedPool.certain(base: 100), options: [thirds])
    #expect(simulation.projection[0][0] == 67)
  }

  @Test func `nothing spent is nothing simulated`() throws {
    let simulation = try SimulatedPool.simulation(SimulatedPool.certain(base: 0))
    #expect(simulation.run(5, seed: 5)[0] == [0, 0, 0, 0, 0])
  }

  @Test func `long numbers multiply, add and divide as whole numbers do`() {
    let long = (0..<10).reduce(UnboundedNumber(1)) { long, _ in long * 1_000_003 }
    let back = (0..<10).reduce(long + UnboundedNumber(999_999)) { long, _ in long / 1_000_003 }
    #expect(back == UnboundedNumber(1))
    #expect((UnboundedNumber(.max) + UnboundedNumber(1)).value == Int128(1) << 64)
    #expect(UnboundedNumber(0) * 7 == UnboundedNumber(0))
  }
}
