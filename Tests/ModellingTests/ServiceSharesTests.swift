import Bookkeeping
import Testing

@testable import Modelling

/// A variance that is borne by service: aligned budgets, and whoever the spending was for.
struct ServiceSharesTests {
  private static func services(
    _ one: String, _ two: String, _ three: String
  ) throws(RiskShare.Refusal) -> ServiceShares {
    try ServiceShares(
      zip(SamplePool.partners, [one, two, three]).map {
        Tier.FixedShare($0, SamplePool.percent($1))
      })
  }

  private static func rules(_ rule: Tier.Rule) throws(RiskShare.Refusal) -> RiskShare {
    let tiers = [Tier("7.1", .rest, rule)]
    return try RiskShare(overspend: tiers, underspend: tiers)
  }

  private func exposure(
    _ rule: Tier.Rule, _ services: ServiceShares?, _ scenario: Scenario = .base
  ) throws -> Exposure {
    try Exposure(
      of: Projection(of: SamplePool.outlook(), under: scenario), sharedBy: Self.rules(rule),
      host: nil, reserve: .toppedUp(to: .zero), services: services)
  }

  @Test func `each bears what its own services cost above what it puts in`() throws {
    let year = try exposure(.ownServices, Self.services("60", "20", "20")).years[1]
    // 8,487,000.00 by 60, 20 and 20, less 3,708,000.00, 2,472,000.00 and 2,060,000.00.
    #expect(year.division.borne == [1_384_200_00, -774_600_00, -362_600_00])
    #expect(year.division.borne.total() == 247_000_00)
    #expect(year.division.unallocated == .zero)
  }

  @Test func `by tagged spend each bears its share of the variance`() throws {
    let year = try exposure(
      .shared(.beneficiary, cap: nil), Self.services("60", "20", "20")
    ).years[1]
    #expect(year.division.borne == [148_200_00, 49_400_00, 49_400_00])
  }

  @Test(arguments: [Tier.Rule.ownServices, .shared(.beneficiary, cap: nil)])
  func `thirds add to the gap to the penny, under every option and in every run`(
    rule: Tier.Rule
  ) async throws {
    let services = try Self.services("33.333", "33.333", "33.334")
    let scenarios = [.base, try SamplePool.optionA(), try SamplePool.optionB()]
    for scenario in scenarios {
      for year in try exposure(rule, services, scenario).years {
        #expect(year.division.borne.total() == year.division.variance)
      }
    }
    // A division whose parts do not add to each run's variance would stop the program.
    let base = try exposure(rule, services)
    let division = base.divisionOfRuns(sharedBy: try Self.rules(rule), host: nil)
    _ = try await SimulatedPool.simulation().simulated(runs: 200, seed: 5, dividing: division)
  }

  @Test func `what is far from nothing is counted as finely as what is near it`() async throws {
    let base = try exposure(.ownServices, Self.services("60", "20", "20"))
    let division = base.divisionOfRuns(sharedBy: try Self.rules(.ownServices), host: nil)
    let outcome = try await SimulatedPool.simulation().simulated(
      runs: 200, seed: 5, dividing: division)
    for (year, parts) in zip(base.years, outcome.options[0].parts) {
      for (part, borne) in zip(parts, year.division.borne) {
        #expect(part.lowest <= borne && borne <= part.highest)
        #expect(part.percentiles.allSatisfy { $0.binError < 6_000_00 }, "\(part.percentiles)")
      }
    }
  }

  private func words(_ make: () throws -> Void) throws -> String {
    do {
      try make()
      return "nothing is refused"
    } catch let refusal as RiskShare.Refusal {
      return refusal.diagnostic(at: nil).description
    }
  }

  @Test func `services that are not whole, or not said, are refused`() throws {
    #expect(
      try words { _ = try Self.services("45", "30", "20") }.contains(
        "error shares-not-whole: the shares of the services come to 95%"))
    #expect(
      try words { _ = try Self.services("145", "-70", "25") }.contains(
        "the services of COUNCIL-SOCIAL-CARE are −70% of the cost"))
    let twice = Tier.FixedShare(SamplePool.board, SamplePool.percent("50"))
    #expect(
      try words { _ = try ServiceShares([twice, twice]) }.contains(
        "error partner-named-twice: ICB is named twice"))
    #expect(
      try words { _ = try exposure(.ownServices, nil) }.contains(
        "error services-not-said: clause 7.1 goes by services, and nobody has said whose they are"))
    let stranger = try ServiceShares([
      Tier.FixedShare(SamplePool.partner("NORTH-ICB"), SamplePool.percent("100"))
    ])
    #expect(
      try words { _ = try exposure(.ownServices, stranger) }.contains(
        "error partner-without-contribution: spending is tagged for NORTH-ICB"))
  }
}
