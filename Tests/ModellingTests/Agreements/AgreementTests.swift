import Bookkeeping
import Funding
import Modelling
import Testing

/// Section 75 agreements as data: what they say, what they do not, and what cannot be agreed.
struct AgreementTests {
  private static let period = SamplePool.day("2026-04-01")...SamplePool.day("2031-03-31")

  static func agreement(
    _ form: AgreementForm = .pooled, period: ClosedRange<Day> = period,
    contributions: [AgreedContribution] = contributions, terms: Agreement.Terms = .init()
  ) throws(Agreement.Refusal) -> Agreement {
    try Agreement(
      SamplePool.pool, form, over: period,
      partners: [
        AgreementPartner(SamplePool.education, .council),
        AgreementPartner(SamplePool.socialCare, .council),
        AgreementPartner(SamplePool.board, .health),
      ], contributions: contributions, terms: terms)
  }

  static let contributions = [
    AgreedContribution(SamplePool.education, to: .general, from: .generalFund, 3_600_000_00),
    AgreedContribution(SamplePool.socialCare, to: .general, from: .socialCare, 2_400_000_00),
    AgreedContribution(
      SamplePool.board, to: .general, from: .health(SamplePool.board), 2_000_000_00),
  ]

  static let grant = AgreedContribution(
    SamplePool.education, to: .restricted, from: .highNeeds, 2_400_00)

  private static func whole() throws -> Agreement.Terms {
    Agreement.Terms(
      host: SamplePool.education, deliveredBy: SamplePool.board,
      uplift: AgreedUplift("8.2", SamplePool.percent("3")),
      riskShare: try SamplePool.rules(),
      required: Dictionary(
        uniqueKeysWithValues: RequiredTerm.allCases.map { ($0, Clause("1", "as agreed")) }))
  }

  @Test func `an agreement that says everything has no gaps`() throws {
    let agreement = try Self.agreement(terms: Self.whole())
    #expect(agreement.gaps == [])
    #expect(agreement.contributions(to: .general) == SamplePool.contributions)
    #expect(agreement.contributions(to: .restricted) == [])
  }

  @Test func `what an agreement does not say is a gap in words, and nothing is filled in`() throws {
    let agreement = try Self.agreement()
    #expect(agreement.valueAddedTax == nil)
    #expect(agreement.gaps.allSatisfy { $0.words.hasPrefix("the agreement does not say ") })
    let said = agreement.gaps.map { $0.words.dropFirst("the agreement does not say ".count) }
    #expect(
      said == [
        "the aims and the outcomes agreed",
        "what each partner puts in, and how that may be varied",
        "the NHS functions and the health-related functions concerned",
        "the persons it is for, and the kinds of services",
        "the staff, goods, services and accommodation that partners provide",
        "how long it lasts, and how it is reviewed, varied and ended",
        "how the fund is managed and monitored, and who is the host partner",
        "who the host partner is",
        "whose services they are, and so what value added tax comes back",
        "by how much contributions rise each year", "who bears an overspend",
        "who is given an underspend",
      ])
    #expect(agreement.gaps.first?.source == "SI 2000/617, regulation 7(3)(a)")
  }

  @Test func `a clause without words is a gap, and so is a tier that may leave something`() throws {
    var terms = try Self.whole()
    terms.required[.functions] = Clause("4.1", " ")
    let cap = SamplePool.percent("5")
    terms.riskShare = try RiskShare(
      overspend: [Tier("9.1", .rest, .shared(.contribution, cap: cap))],
      underspend: [Tier("9.5", .rest, .shared(.contribution, cap: nil))])
    #expect(
      try Self.agreement(terms: terms).gaps.map(\.words) == [
        "the agreement does not say the NHS functions and the health-related functions concerned",
        "the agreement does not say who bears what clause 9.1 leaves of an overspend",
      ])
  }

  @Test func `a host who is named, and a reserve that takes an underspend, leave nothing`() throws {
    var terms = try Self.whole()
    terms.riskShare = try RiskShare(
      overspend: [Tier("9.1", .rest, .host)], underspend: [Tier("9.5", .rest, .reserve)])
    #expect(try Self.agreement(terms: terms).gaps.isEmpty)
    terms.host = nil
    #expect(
      try Self.agreement(terms: terms).gaps.last?.words
        == "the agreement does not say who bears what clause 9.1 leaves of an overspend")
  }

  @Test func `the three forms are kept apart`() throws {
    #expect(AgreementForm.allCases.filter(\.isSection75) == [.pooled, .leadCommissioner])
    #expect(try Self.agreement().fund(of: .general) == .poolGeneral(SamplePool.pool))
    #expect(try Self.agreement().fund(of: .restricted) == .poolEducation(SamplePool.pool))
    let aligned = try Self.agreement(.aligned)
    #expect(aligned.fund(of: .general) == nil)
    #expect(aligned.gaps.map(\.words).first?.hasPrefix("there is no section 75 agreement") == true)
    let lead = try Self.agreement(.leadCommissioner)
    #expect(lead.fund(of: .general) == nil)
    #expect(lead.gaps.map(\.words).contains("the agreement does not say who leads"))
  }

  @Test func `the tax goes by who delivers, and not by who hosts`() throws {
    var terms = try Self.whole()
    #expect(try Self.agreement(terms: terms).valueAddedTax == .contractedOutOnly)
    terms.deliveredBy = SamplePool.socialCare
    terms.host = SamplePool.board
    #expect(try Self.agreement(terms: terms).valueAddedTax == .refunded)
  }

  @Test func `the grant bears its own overspend and nobody else's`() throws {
    let agreement = try Self.agreement(
      contributions: Self.contributions + [Self.grant], terms: Self.whole())
    let divided = try agreement.divided(
      516_446_13, restricted: 1_234_56, contributions: agreement.contributions(to: .general),
      reserve: 100_000_00)
    #expect(divided.restricted?.partner == SamplePool.education)
    #expect(divided.restricted?.variance == 1_234_56)
    #expect(divided.general.borne.total() + divided.general.reserve == 516_446_13)
    #expect(divided.general.borne(by: SamplePool.education) == 144_111_53)
    #expect(divided.variance == 517_680_69)
  }

  @Test func `a partner whose only money is the grant cannot be charged`() throws {
    let contributions = Self.contributions.dropFirst() + [Self.grant]
    let terms = try Self.whole()
    #expect(throws: Agreement.Refusal.grantWouldBear(SamplePool.education)) {
      try Self.agreement(contributions: Array(contributions), terms: terms)
    }
  }

  @Test func `two agreements of one fund cannot stand on one day`() throws {
    func pool(_ period: ClosedRange<Day>) throws -> AgreedPool {
      AgreedPool(
        try Self.agreement(period: period), document: "Agreement", lineage: nil, reserve: nil)
    }
    let first = try pool(Self.period)
    let after = SamplePool.day("2031-04-01")...SamplePool.day("2032-03-31")
    let next = try pool(after)
    let register = try AgreementRegister([next, first])
    #expect(register.agreements.map(\.first) == [first, next])
    #expect(register.agreement(SamplePool.pool, on: SamplePool.day("2031-04-01"))?.first == next)
    #expect(register.agreement(SamplePool.pool, on: SamplePool.day("2026-03-31")) == nil)
    #expect(register.last(SamplePool.pool, by: SamplePool.day("2033-01-01"))?.first == next)
    let early = SamplePool.day("2031-03-31")...SamplePool.day("2032-03-31")
    let overlapping = try pool(early)
    #expect(throws: Agreement.Refusal.overlap(SamplePool.pool, Self.period, early)) {
      try AgreementRegister([overlapping, first])
    }
  }
}
