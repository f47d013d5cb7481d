import Bookkeeping
import Funding
import Modelling
import Reporting
import TestSupport
import Testing

/// What holds of every pack: its parts add, whatever the rules and the options.
@Suite struct PackShareTests {
  private static func known<Value>(_ value: Value?) throws -> Value { try #require(value) }

  private static let codes = ["COUNCIL-EDUCATION", "COUNCIL-SOCIAL-CARE", "ICB"]

  private static func people() -> [PeopleMatter: String] {
    PeopleMatter.allCases.reduce(into: [:]) { $0[$1] = "Invented." }
  }

  private static func assumption(
    _ code: String, _ values: [String], _ driver: Driver
  ) throws -> Assumption {
    let rates = try values.map { try known(Percentage($0)) }
    return try Assumption(
      known(AssumptionReference(code)), driver.name,
      .rate(Assumption.Spread(rates[0], rates[1], rates[2]), .aYear), source: "invented",
      sourced: known(Day("2026-09-30")), owner: "Commissioning", confidence: .b,
      use: .drives(driver))
  }

  /// A plan with these tiers of an overspend.
  private static func plan(_ tiers: [Tier], topped: Bool) throws -> PackPlan {
    let partners = try codes.map { try known(PartnerReference($0)) }
    let contributions = zip(partners, [3_600_000_00, 2_400_000_00, 2_000_000_00] as [Money])
      .map { PartnerContribution($0, $1) }
    let table = try AssumptionTable([
      assumption("A1", ["2", "3.5", "5"], .demandGrowth),
      assumption("A2", ["1.5", "2.5", "4"], .priceGrowth),
      assumption("A3", ["2", "3", "4"], .contributionUplift),
    ])
    let years = FinancialYear(starting: 2026)...FinancialYear(starting: 2030)
    let lever = try Lever(
      "local places", begins: known(Day("2028-04-01")), saving: known(Percentage("7")),
      ramp: .evenly(over: 3), costToDeliver: [FinancialYear(starting: 2028): 50_000_00],
      deliveryRisk: known(Percentage("40")), ledgerOpens: known(Day("2026-04-01")))
    return PackPlan(
      "Therapies", pool: try known(PoolReference("POOL-2027")),
      base: PackBase([PackBase.Part("invented", 8_000_000_00)]),
      outlook: try table.outlook(
        over: years, cost: BaseCost(8_000_000_00), contributions: contributions),
      table: table,
      partners: partners.map {
        PackPartner($0, name: $0.code, short: $0.code, affordable: .zero, note: nil)
      },
      sharing: PackSharing(
        try RiskShare(overspend: tiers, underspend: []), host: nil,
        reserve: topped ? .toppedUp(to: 100_000_00) : .runDown(from: 250_000_00),
        shown: FinancialYear(starting: 2028), gaps: []),
      options: [
        PackOption("base", .base, people: people()),
        PackOption("B", try Scenario("Option B: local places", [lever]), people: people()),
      ],
      uncertainty: PackUncertainty(
        growth: 11_700, price: 8_500, firstYear: 8_000, yearly: 7_000, correlation: 0,
        source: "invented"),
      deficit: nil,
      words: PackWords(
        PackWords.Decision("Agree B.", by: try known(Day("2027-01-31")), recommended: "B"),
        notModelled: ["Staff."], changes: [], contact: "Pools team", remark: nil),
      runs: 400, seed: 7)
  }

  private static func pack(_ plan: PackPlan) async throws -> ScenarioPack {
    let figures = try PackFigures(of: plan)
    let outcome = try await figures.simulation().simulated(
      runs: plan.runs, seed: plan.seed, dividing: figures.division)
    return ScenarioPack(
      figures, outcome, beside: PackEvidence(children: nil, backtest: nil),
      from: PackOrigin(
        authority: "Anyshire Council", file: "pool.yaml", fileDigest: .nothing, record: 1,
        head: .nothing))
  }

  @Test(arguments: [true, false])
  func `what partners, reserve and nobody bear is the gap, each option and year`(topped: Bool)
    async throws
  {
    let capped = Tier("9.3", .rest, .shared(.contribution, cap: Percentage(thousandths: 4_000)))
    let plan = try Self.plan([Tier("9.2", .upTo(100_000_00), .reserve), capped], topped: topped)
    let pack = try await Self.pack(plan)
    for (projection, exposure) in zip(pack.figures.projections, pack.figures.exposures) {
      for (year, shared) in zip(projection.years, exposure.years) {
        let division = shared.division
        let shares: Money = division.borne.total() + division.reserve + division.unallocated
        #expect(shares == year.gap)
      }
    }
    // Beyond the cap somebody has to say who bears the rest, and the pack shows that nobody has.
    #expect(pack.figures.exposures[0].unallocated > .zero)
    let words = pack.report.blocks.compactMap {
      if case .paragraph(let text) = $0 { text } else { nil }
    }
    #expect(words.contains { $0.hasPrefix("The agreement does not say who bears £") })
  }

  @Test func `an option's delivery is in its runs, and no change is the projection`() async throws {
    let plan = try Self.plan([Tier("9.2", .rest, .shared(.contribution, cap: nil))], topped: true)
    let figures = try PackFigures(of: plan)
    let simulation = try figures.simulation()
    #expect(simulation.projection[0] == figures.projections[0].years.map(\.cost))
    for (simulated, year) in zip(simulation.projection[1], figures.projections[1].years) {
      let apart: Money = (simulated - year.cost).magnitude
      #expect(apart <= Money(pence: 1))
    }
  }

  @Test func `the long form holds every option, year and partner`() async throws {
    let plan = try Self.plan([Tier("9.2", .rest, .shared(.contribution, cap: nil))], topped: true)
    let pack = try await Self.pack(plan)
    // Two options and five years: 8 sums and 2 a partner, and five percentiles of the cost, of each
    // partner, the reserve and nobody.
    let aYear: Int = 8 + 2 * 3 + 5 * 6
    #expect(pack.longForm.rows.count == 2 * 5 * aYear)
  }

  @Test func `an extract is of one partner of the pack, and of nobody else`() async throws {
    let plan = try Self.plan([Tier("9.2", .rest, .shared(.contribution, cap: nil))], topped: true)
    let pack = try await Self.pack(plan)
    #expect(PartnerExtract(pack, for: try Self.known(PartnerReference("ICB"))) != nil)
    #expect(PartnerExtract(pack, for: try Self.known(PartnerReference("NHS-X"))) == nil)
  }
}
