import Bookkeeping
import Funding
import Modelling
import Reporting
import Testing

/// An invented pack, of which a test changes what it is about.
enum SamplePack {
  private static func known<Value>(_ value: Value?) throws -> Value { try #require(value) }

  private static func rates(_ low: String, _ central: String, _ high: String) throws
    -> Assumption.Values
  {
    .rate(
      Assumption.Spread(
        try known(Percentage(low)), try known(Percentage(central)), try known(Percentage(high))),
      .aYear)
  }

  private static func assumption(
    _ code: String, _ values: Assumption.Values, _ use: Assumption.Use
  ) throws -> Assumption {
    try Assumption(
      known(AssumptionReference(code)), use.name, values, source: "invented",
      sourced: known(Day("2026-09-30")), owner: "Commissioning", confidence: .b, use: use)
  }

  private static func table() throws -> AssumptionTable {
    let off = Assumption.Values.policy(Assumption.Spread(.off, .on, .on))
    return try AssumptionTable([
      assumption("A1", rates("2", "3.5", "5"), .drives(.demandGrowth)),
      assumption("A2", rates("1.5", "2.5", "4"), .drives(.priceGrowth)),
      assumption("A3", rates("2", "3", "4"), .drives(.contributionUplift)),
      assumption("P1", off, .turns(.blockTransfer)),
      assumption("P2", off, .turns(.stabilityGrant)),
      assumption("P3", off, .turns(.override)),
    ])
  }

  private static func option(delivering: Money) throws -> PackOption {
    let lever = try Lever(
      "local places", begins: known(Day("2026-04-01")), saving: known(Percentage("7")),
      ramp: .evenly(over: 3), costToDeliver: [FinancialYear(starting: 2026): delivering],
      deliveryRisk: known(Percentage("40")), ledgerOpens: known(Day("2026-04-01")))
    return PackOption("B", try Scenario("Option B: local places", [lever]), people: [:])
  }

  static func plan(
    cost: Money = 9_000_000_00, recommended: String = "B", delivering: Money = 0, years: Int = 5,
    shorts: [String] = ["Education", "Care", "ICB"], deficit: DeficitOutlook? = nil
  ) throws -> PackPlan {
    let partners = try ["COUNCIL-EDUCATION", "COUNCIL-SOCIAL-CARE", "ICB"].map {
      try known(PartnerReference($0))
    }
    let shares = try zip(partners, ["25", "25", "50"]).map {
      Tier.FixedShare($0, try known(Percentage($1)))
    }
    let table = try table()
    let span = FinancialYear(starting: 2026)...FinancialYear(starting: 2025 + years)
    return PackPlan(
      "Therapies", pool: try known(PoolReference("POOL-2027")),
      base: PackBase([PackBase.Part("invented", cost)]),
      outlook: try table.outlook(
        over: span, cost: BaseCost(cost),
        contributions: zip(partners, [3_600_000_00, 2_400_000_00, 2_000_000_00] as [Money])
          .map { PartnerContribution($0, $1) }),
      table: table,
      partners: zip(partners, shorts).map {
        PackPartner($0, name: $0.code, short: $1, affordable: .zero, note: nil)
      },
      sharing: PackSharing(
        try RiskShare(
          overspend: [Tier("9.4", .rest, .shared(.fixed(shares), cap: nil))], underspend: []),
        host: nil, reserve: .toppedUp(to: 0), shown: FinancialYear(starting: 2026), gaps: []),
      options: [PackOption("base", .base, people: [:]), try option(delivering: delivering)],
      uncertainty: PackUncertainty(
        growth: 11_700, price: 8_500, firstYear: 8_000, yearly: 7_000, correlation: 0,
        source: "invented"),
      deficit: deficit,
      words: PackWords(
        PackWords.Decision(
          "Agree B.", by: try known(Day("2027-01-31")), recommended: recommended),
        notModelled: ["Staff."], changes: [], contact: "Pools team", remark: nil),
      runs: 200, seed: 7)
  }

  static func pack(_ plan: PackPlan) async throws -> ScenarioPack {
    let figures = try PackFigures(of: plan)
    let outcome = try await figures.simulation().simulated(
      runs: plan.runs, seed: plan.seed, dividing: figures.division)
    return ScenarioPack(
      figures, outcome, beside: PackEvidence(children: nil, backtest: nil),
      from: PackOrigin(
        authority: "Anyshire Council", file: "pool.yaml", fileDigest: .nothing, record: 1,
        head: .nothing))
  }
}
