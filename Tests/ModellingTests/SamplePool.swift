import Bookkeeping
import Funding
import Modelling

/// The sample pool for therapies and short breaks: invented, in the figures of the scenario pack.
enum SamplePool {
  static func known<Value>(_ value: Value?) -> Value {
    guard let value else { preconditionFailure("the value is not one") }
    return value
  }

  static func day(_ text: String) -> Day { known(Day(text)) }
  static func percent(_ text: String) -> Percentage { known(Percentage(text)) }
  static func partner(_ code: String) -> PartnerReference { known(PartnerReference(code)) }
  static func year(_ text: String) -> FinancialYear { known(FinancialYear(text)) }

  static let education = partner("COUNCIL-EDUCATION")
  static let socialCare = partner("COUNCIL-SOCIAL-CARE")
  static let board = partner("ICB")
  static let partners = [education, socialCare, board]
  static let pool = known(PoolReference("POOL-2027"))
  static let opens = day("2026-04-01")
  static let years = year("2026-27")...year("2030-31")

  static let contributions = [
    PartnerContribution(education, 3_600_000_00), PartnerContribution(socialCare, 2_400_000_00),
    PartnerContribution(board, 2_000_000_00),
  ]

  static func outlook(
    price: Money = 8_000_000_00, demand: String = "3.5", prices: String = "2.5",
    uplift: String = "3", contributions: [PartnerContribution] = contributions
  ) throws(Outlook.Refusal) -> Outlook {
    try Outlook(
      over: years, cost: BaseCost(price), demand: YearlyRate(percent(demand)),
      price: YearlyRate(percent(prices)), contributions: contributions,
      uplift: YearlyRate(percent(uplift)))
  }

  static func early() throws(Lever.Refusal) -> Lever {
    try Lever(
      "early help", begins: day("2027-04-01"), saving: percent("4"), ramp: .evenly(over: 3),
      deliveryRisk: percent("25"), ledgerOpens: opens)
  }

  static func local() throws(Lever.Refusal) -> Lever {
    try Lever(
      "local places", begins: day("2028-04-01"), saving: percent("7"), ramp: .evenly(over: 3),
      deliveryRisk: percent("40"), ledgerOpens: opens)
  }

  static func optionA() throws(Lever.Refusal) -> Scenario {
    try Scenario("Option A: early help", [early()])
  }

  static func optionB() throws(Lever.Refusal) -> Scenario {
    try Scenario("Option B: local places", [local()])
  }

  static func fixed(
    _ one: String, _ two: String, _ three: String
  ) -> Tier.Basis {
    .fixed([
      Tier.FixedShare(education, percent(one)), Tier.FixedShare(socialCare, percent(two)),
      Tier.FixedShare(board, percent(three)),
    ])
  }

  /// Reserve first, then by contribution, then by fixed shares.
  static func rules() throws(RiskShare.Refusal) -> RiskShare {
    try RiskShare(
      overspend: [
        Tier("9.2", .upTo(100_000_00), .reserve),
        Tier("9.3", .upTo(200_000_00), .shared(.contribution, cap: nil)),
        Tier("9.4", .rest, .shared(fixed("25", "25", "50"), cap: nil)),
      ],
      underspend: [
        Tier("9.6", .upTo(50_000_00), .reserve),
        Tier("9.7", .rest, .shared(.contribution, cap: nil)),
      ])
  }

  static func assumption(
    _ code: String, _ text: String, _ low: String, _ central: String, _ high: String,
    _ driver: Driver
  ) throws(Assumption.Refusal) -> Assumption {
    try Assumption(
      known(AssumptionReference(code)), text,
      .rate(Assumption.Spread(percent(low), percent(central), percent(high)), .aYear),
      source: "invented for the sample pack", sourced: day("2026-09-30"), owner: "Commissioning",
      confidence: .b, use: .drives(driver))
  }

  static func assumptions() throws(Assumption.Refusal) -> AssumptionTable {
    try AssumptionTable([
      assumption("A4", "Uplift of contributions", "2", "3", "4", .contributionUplift),
      assumption("A1", "Growth in children needing help", "2", "3.5", "5", .demandGrowth),
      assumption("A2", "Growth in prices", "1.5", "2.5", "4", .priceGrowth),
      assumption("A3", "Cost of the first year", "-2", "0", "2", .firstYearCost),
    ])
  }

  /// Thousands of pounds with one digit behind the point, each figure rounded by itself.
  static func thousands(_ money: Money) -> String {
    let tenths = (money.pence.magnitude + 5_000) / 10_000
    return (money.pence < 0 && tenths > 0 ? "\u{2212}" : "") + "\(tenths / 10).\(tenths % 10)"
  }

  static func thousands(_ amounts: [Money]) -> String {
    amounts.map { thousands($0) }.joined(separator: " ")
  }
}
