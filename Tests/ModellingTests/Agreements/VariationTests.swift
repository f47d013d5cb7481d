import Bookkeeping
import Funding
import Modelling
import Testing

/// Agreements that are varied within their period: what holds when, and what is refused.
struct VariationTests {
  private static let day = SamplePool.day
  static let from = day("2026-10-01")
  static let everybody = Dictionary(
    uniqueKeysWithValues: SamplePool.partners.map { ($0, day("2026-09-20")) })

  /// An agreement as it was first made, or as it is varied from a day.
  static func pool(
    board: Money = 2_000_000_00, host: PartnerReference? = SamplePool.education,
    allowing terms: [RequiredTerm] = RequiredTerm.allCases, form: AgreementForm = .pooled,
    from: Day? = nil, agreed: [PartnerReference: Day] = everybody
  ) throws -> AgreedPool {
    var contributions = AgreementTests.contributions
    contributions[2] = AgreedContribution(
      SamplePool.board, to: .general, from: .health(SamplePool.board), board)
    let required = Dictionary(uniqueKeysWithValues: terms.map { ($0, Clause("1", "as agreed")) })
    let agreement = try AgreementTests.agreement(
      form, contributions: contributions, terms: .init(host: host, required: required))
    return AgreedPool(
      agreement, document: "Agreement", lineage: nil, reserve: nil,
      variation: from.map {
        AgreementVariation(from: $0, by: "12.3", because: "more therapy", agreed: agreed)
      })
  }

  private func problem(_ pools: AgreedPool...) -> String {
    do {
      _ = try AgreementRegister(pools)
      return "accepted"
    } catch {
      let diagnostic = error.diagnostic(at: nil)
      return "\(diagnostic.code): \(diagnostic.problem)"
    }
  }

  @Test func `from its day on the varied terms hold, and before it the old ones`() throws {
    let old = try Self.pool()
    let new = try Self.pool(board: 2_200_000_00, from: Self.from)
    let last = try Self.pool(
      board: 2_200_000_00, host: SamplePool.socialCare, from: Self.day("2027-06-01"))
    let register = try AgreementRegister([old, new, last])
    let found = try #require(register.agreement(SamplePool.pool, on: Self.from))
    #expect(found.terms(on: Self.day("2026-09-30")) == old)
    #expect(found.terms(on: Self.from) == new)
    #expect(found.terms(on: Self.day("2027-05-31")) == new)
    #expect(found.terms(on: Self.day("2040-01-01")) == last)
    func amount(_ year: String, _ day: String) -> Money? {
      found.contribution(
        of: SamplePool.board, to: .general, in: SamplePool.year(year), on: Self.day(day))
    }
    #expect(amount("2026-27", "2026-09-30") == 2_000_000_00)
    #expect(amount("2026-27", "2026-10-01") == 2_200_000_00)
    // The last changes no contribution, and the agreement gives none for that year.
    #expect(amount("2027-28", "2027-06-01") == nil)
  }

  @Test func `what cannot be varied is refused, with its words`() throws {
    let old = try Self.pool()
    let new = try Self.pool(board: 2_200_000_00, from: Self.from)
    #expect(
      problem(new)
        == "variation-without-agreement: no agreement POOL-2027 has been adopted, and this would vary it"
    )
    #expect(
      problem(old, try Self.pool(board: 1, from: Self.day("2031-04-01")))
        == "variation-outside-period: POOL-2027 would be varied from 2031-04-01, when no agreement of that name holds"
    )
    #expect(
      problem(old, try Self.pool(form: .leadCommissioner, from: Self.from))
        == "variation-needs-new-agreement: the variation of POOL-2027 gives another form")
    #expect(
      problem(old, new, try Self.pool(board: 1, from: Self.from))
        == "variation-day-taken: POOL-2027 is varied from 2026-10-01 already, in other words")
    #expect(
      problem(old, new, try Self.pool(board: 1, from: Self.day("2026-09-30")))
        == "variation-out-of-order: POOL-2027 would be varied from 2026-09-30, and is varied from 2026-10-01 already"
    )
    #expect(
      problem(old, try Self.pool(from: Self.from))
        == "variation-changes-nothing: the terms of POOL-2027 from 2026-10-01 on are those that hold before it"
    )
    #expect(
      problem(old, new, try Self.pool(board: 2_200_000_00, from: Self.day("2026-11-01")))
        == "variation-changes-nothing: the terms of POOL-2027 from 2026-11-01 on are those that hold before it"
    )
  }

  @Test func `a matter is varied only where a clause of the old terms says how`() throws {
    let silent = try Self.pool(allowing: [.aims, .duration])
    #expect(
      problem(silent, try Self.pool(board: 1, allowing: [.aims, .duration], from: Self.from))
        == "variation-not-allowed: “contributions” would be varied, and the agreement does not say what each partner puts in, and how that may be varied"
    )
    let fixed = try Self.pool(allowing: [.contributions])
    #expect(
      problem(fixed, try Self.pool(host: nil, allowing: [.contributions], from: Self.from))
        == "variation-not-allowed: “host” would be varied, and the agreement does not say how long it lasts, and how it is reviewed, varied and ended"
    )
    #expect(
      problem(fixed, try Self.pool(board: 1, allowing: [.contributions], from: Self.from))
        == "accepted")
    // Regulation 7 asks nothing of the other forms.
    let aligned = try Self.pool(host: nil, allowing: [], form: .aligned)
    #expect(
      problem(
        aligned, try Self.pool(board: 1, host: nil, allowing: [], form: .aligned, from: Self.from))
        == "accepted")
  }

  @Test func `all who made it have to agree, and nobody else, and not in days to come`() throws {
    let old = try Self.pool()
    var agreed = Self.everybody
    agreed[SamplePool.board] = nil
    #expect(
      problem(old, try Self.pool(board: 1, from: Self.from, agreed: agreed))
        == "variation-not-agreed: ICB is not said to have agreed to the variation")
    agreed = Self.everybody
    agreed[SamplePool.partner("NORTH-ICB")] = Self.from
    #expect(
      problem(old, try Self.pool(board: 1, from: Self.from, agreed: agreed))
        == "variation-not-agreed: NORTH-ICB agrees to the variation, and is no partner to the agreement"
    )
    let variation = AgreementVariation(
      from: Self.from, by: "12.3", because: "more", agreed: Self.everybody)
    let early = variation.refusal(recorded: Self.day("2026-09-19"), closed: [])
    #expect(
      early?.diagnostic(at: nil).problem
        == "COUNCIL-EDUCATION is said to agree on 2026-09-20, and today is 2026-09-19")
    #expect(variation.refusal(recorded: Self.day("2026-09-20"), closed: []) == nil)
  }

  @Test func `no closed month is given other terms`() {
    let variation = AgreementVariation(
      from: Self.day("2026-10-15"), by: "12.3", because: "more", agreed: [:])
    func refusal(_ closed: String...) -> AgreementVariation.Refusal? {
      variation.refusal(
        recorded: Self.day("2027-01-01"), closed: Set(closed.compactMap { Month($0) }))
    }
    #expect(refusal("2026-08", "2026-09") == nil)
    #expect(
      refusal("2026-09", "2026-10")?.diagnostic(at: nil).problem
        == "the variation would hold from 2026-10-15, and 2026-10 is closed")
    #expect(refusal("2026-12")?.diagnostic(at: nil).code == "variation-in-closed-month")
  }
}
