import Bookkeeping
import Funding
import Modelling
import TestSupport

/// Agreements made by chance, of every kind of term that there is.
struct RandomAgreement {
  private var chance: Seeded

  init(seed: UInt64) {
    chance = Seeded(seed: seed)
  }

  /// Words as people write them, and such as YAML would take for something else.
  private static let words = [
    "9.2", "10", "~", "null", "true", "a: b", "# 4", "- x", "*a", "“quoted”", "it's", "two\nlines",
    "Two halves a year, varied by agreement in writing", "a  b", "[9", "3%", "rest", "adopted",
  ]
  private static let partners = ["ICB", "NORTH-ICB", "COUNCIL-SOCIAL-CARE", "COUNCIL-HOUSING"]
    .compactMap { PartnerReference($0) }

  /// The next one that can stand.
  mutating func next() -> AgreedPool {
    while true {
      let partners = Array(
        Self.partners.shuffled(using: &chance).prefix(Int.random(in: 1...4, using: &chance)))
      if let agreement = agreement(partners) { return pool(agreement, partners) }
    }
  }

  private mutating func pool(
    _ agreement: Modelling.Agreement, _ partners: [PartnerReference]
  ) -> AgreedPool {
    let each = maybe(AgreedReserve.EachYear.allCases.randomElement(using: &chance))
    let reserve = AgreedReserve(word(), amount(), eachYear: each ?? nil)
    let variation = AgreementVariation(
      from: day(20_000), by: word(), because: word(),
      agreed: Dictionary(partners.map { ($0, day(19_000)) }) { one, _ in one })
    let lineage = AgreedLineage(word(), lineage(partners))
    return AgreedPool(
      agreement, document: word(), lineage: maybe(lineage), reserve: maybe(reserve),
      variation: maybe(variation))
  }

  private mutating func lineage(_ partners: [PartnerReference]) -> LineageRule {
    let lines = ["3.4.2", "1.2.2", "1.2.13"].compactMap { Section251Line(rawValue: $0) }
    let named = NamedLines(
      Dictionary(lines.map { ($0, one(of: partners)) }) { one, _ in one },
      others: maybe(one(of: partners)))
    return one(of: [.firstIn, .proRata, .namedLine(named)])
  }

  private mutating func agreement(_ partners: [PartnerReference]) -> Modelling.Agreement? {
    guard let reference = PoolReference("POOL-2026"),
      let rules = try? RiskShare(overspend: tiers(partners), underspend: tiers(partners))
    else { return nil }
    let contributions = partners.map {
      AgreedContribution(
        $0, to: .general, from: one(of: [.socialCare, .generalFund, .health($0)]), amount())
    }
    let grant = maybe(
      AgreedContribution(one(of: partners), to: .restricted, from: .highNeeds, amount()))
    let first = day(20_500)
    let clauses = RequiredTerm.allCases.compactMap { term in
      maybe(Clause(word(), word())).map { (term, $0) }
    }
    let uplift = AgreedUplift(word(), percent())
    return try? Modelling.Agreement(
      reference, one(of: AgreementForm.allCases), over: first...first.advanced(by: 364),
      partners: partners.map { AgreementPartner($0, one(of: [.council, .health])) },
      contributions: contributions + [grant].compactMap(\.self),
      terms: Modelling.Agreement.Terms(
        host: maybe(one(of: partners)), deliveredBy: maybe(one(of: partners)),
        uplift: maybe(uplift), riskShare: rules,
        required: Dictionary(clauses) { one, _ in one }))
  }

  private mutating func tiers(_ partners: [PartnerReference]) -> [Tier] {
    (0..<Int.random(in: 0...3, using: &chance)).map { _ in
      Tier(
        word(), one(of: [.upTo(amount()), .upToShareOfPool(percent()), .rest]), rule(partners))
    }
  }

  private mutating func rule(_ partners: [PartnerReference]) -> Tier.Rule {
    let cap = maybe(percent())
    let first = percent()
    let fixed =
      partners.count == 1
      ? [Tier.FixedShare(partners[0], .whole)]
      : [Tier.FixedShare(partners[0], first), Tier.FixedShare(partners[1], .whole - first)]
    return one(of: [
      .reserve, .reinvested, .ownServices, .host, .partner(one(of: partners)),
      .shared(.contribution, cap: cap), .shared(.equally, cap: cap),
      .shared(.beneficiary, cap: cap), .shared(.fixed(fixed), cap: cap),
    ])
  }

  // MARK: Chance

  private mutating func one<Value>(of values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &chance)]
  }

  private mutating func maybe<Value>(_ value: Value) -> Value? {
    Bool.random(using: &chance) ? value : nil
  }

  private mutating func word() -> String { one(of: Self.words) }

  private mutating func amount() -> Money {
    Money(pence: Int64.random(in: 1...99_999_999_999, using: &chance))
  }

  private mutating func percent() -> Percentage {
    Percentage(thousandths: Int64.random(in: 1...99_999, using: &chance))
  }

  private mutating func day(_ last: Int) -> Day {
    FinancialYear(starting: 2020).first.advanced(
      by: Int.random(in: 0...(last / 10), using: &chance))
  }
}
