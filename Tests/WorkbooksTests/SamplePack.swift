import Bookkeeping
import Funding
import Modelling
import Reporting
import Testing

/// An invented pool of three partners, with rules and options to choose.
enum SamplePack {
  static let codes = ["COUNCIL-EDUCATION", "COUNCIL-SOCIAL-CARE", "ICB"]

  static func known<Value>(_ value: Value?) throws -> Value { try #require(value) }

  static func percent(_ text: String) throws -> Percentage { try known(Percentage(text)) }

  static func partner(_ place: Int) throws -> PartnerReference {
    try known(PartnerReference(codes[place]))
  }

  private static func assumption(
    _ code: String, _ values: [String], _ driver: Driver, from year: FinancialYear? = nil
  ) throws -> Assumption {
    let rates = try values.map { try percent($0) }
    return try Assumption(
      known(AssumptionReference(code)), driver.name,
      .rate(Assumption.Spread(rates[0], rates[1], rates[2]), .aYear), source: "invented",
      sourced: known(Day("2026-09-30")), owner: "Commissioning", confidence: .b,
      use: .drives(driver, from: year))
  }

  static func lever(
    _ name: String, begins: String, saving: String, years: Int,
    costs: [FinancialYear: Money] = [:]
  ) throws -> Lever {
    try Lever(
      name, begins: known(Day(begins)), saving: percent(saving), ramp: .evenly(over: years),
      costToDeliver: costs, deliveryRisk: percent("40"), ledgerOpens: known(Day("2026-04-01")))
  }

  /// Base, one option of one lever, and one of two whose ramps are of other lengths.
  private static func options() throws -> [PackOption] {
    let places = try lever(
      "local places", begins: "2028-02-01", saving: "7", years: 3,
      costs: [FinancialYear(starting: 2028): 50_000_01])
    let early = try lever("early help", begins: "2027-04-01", saving: "6.25", years: 4)
    let none = PeopleMatter.allCases.reduce(into: [:]) { $0[$1] = "Invented." }
    return [
      PackOption("base", .base, people: none),
      PackOption("A", try Scenario("Option A: places", [places]), people: none),
      PackOption("B", try Scenario("Option B: both", [places, early]), people: none),
    ]
  }

  static func plan(
    _ rules: RiskShare, reserve: Exposure.ReservePolicy = .toppedUp(to: 100_000_00),
    host: PartnerReference? = nil, cost: Money = 8_000_000_00, demand: String = "3.5",
    later: String? = nil, services: [String]? = nil
  ) throws -> PackPlan {
    let partners = try codes.indices.map { try partner($0) }
    let contributions = zip(partners, [3_600_000_37, 2_400_000_11, 1_999_999_52] as [Money])
      .map { PartnerContribution($0, $1) }
    let turn = FinancialYear(starting: 2029)
    let table = try AssumptionTable(
      [
        assumption("A1", ["-9", demand, "5"], .demandGrowth),
        assumption("A2", ["1.5", "2.5", "4"], .priceGrowth),
        assumption("A3", ["2", "3.333", "4"], .contributionUplift),
      ] + (later.map { [try assumption("A4", ["-9", $0, "9"], .demandGrowth, from: turn)] } ?? []))
    let years = FinancialYear(starting: 2026)...FinancialYear(starting: 2031)
    let changes = try later.map { [turn: try percent($0)] } ?? [:]
    let outlook = try Outlook(
      over: years, cost: BaseCost(cost), demand: YearlyRate(percent(demand), changes: changes),
      price: YearlyRate(percent("2.5")), contributions: contributions,
      uplift: YearlyRate(percent("3.333")))
    return PackPlan(
      "Therapies", pool: try known(PoolReference("POOL-2027")),
      base: PackBase([PackBase.Part("invented", cost - 1), PackBase.Part("a penny", 1)]),
      outlook: outlook, table: table,
      partners: zip(partners, ["Education", "Social care", "ICB"]).map {
        PackPartner($0, name: $1, short: $1, affordable: .zero, note: nil)
      },
      sharing: PackSharing(
        rules, host: host, reserve: reserve, services: try services.map(whose),
        shown: FinancialYear(starting: 2028), gaps: []),
      options: try options(),
      uncertainty: PackUncertainty(
        growth: 11_700, price: 8_500, firstYear: 8_000, yearly: 7_000, correlation: 0,
        source: "invented"),
      deficit: nil,
      words: PackWords(
        PackWords.Decision("Agree B.", by: try known(Day("2027-01-31")), recommended: "B"),
        notModelled: ["Staff."], changes: [], contact: "Pools team", remark: "All is invented."),
      runs: 400, seed: 7)
  }

  /// Whose services the cost is, in per cent of each partner.
  private static func whose(_ shares: [String]) throws -> PackServices {
    let each = try shares.enumerated().map { place, share in
      Tier.FixedShare(try partner(place), try percent(share))
    }
    return PackServices(
      try ServiceShares(each), source: "invented", sourced: try known(Day("2026-09-30")))
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
