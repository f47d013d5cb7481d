import Bookkeeping
import Funding
import Modelling
import Testing

/// Rules and agreements that cannot stand: each refused, with its words.
struct AgreementRefusalTests {
  private func problem(_ refusal: RiskShare.Refusal) -> String {
    let diagnostic = refusal.diagnostic(at: nil)
    return "\(diagnostic.code): \(diagnostic.problem)"
  }

  private func problem(_ tiers: [Tier]) -> String {
    do {
      _ = try RiskShare(overspend: tiers, underspend: [])
      return "accepted"
    } catch { return problem(error) }
  }

  @Test(arguments: ["95", "105"])
  func `shares of 95% and of 105% are refused`(whole: String) throws {
    let last = SamplePool.percent(whole) - SamplePool.percent("50")
    let rule = Tier.Rule.shared(
      .fixed([
        Tier.FixedShare(SamplePool.education, SamplePool.percent("50")),
        Tier.FixedShare(SamplePool.board, last),
      ]), cap: nil)
    let refusal = #expect(throws: RiskShare.Refusal.self) {
      try RiskShare(overspend: [], underspend: [Tier("9.4", .rest, rule)])
    }
    #expect(
      refusal?.diagnostic(at: nil).description == """
        error shares-not-whole: the shares of clause 9.4 come to \(whole)%
          why     shares of 95% leave a part with nobody, and shares of 105% charge a part twice
          next    give shares from 0% that come to 100%, or say in a tier of its own who bears the rest
        """)
  }

  @Test func `tiers that cannot be gone through are refused`() {
    let shared = Tier.Rule.shared(.contribution, cap: nil)
    #expect(
      problem([Tier("9.1", .rest, shared), Tier("9.2", .rest, .host)])
        == "tier-not-usable: the tier of clause 9.2 stands behind one that leaves nothing")
    #expect(
      problem([Tier("9.1", .upTo(0), shared)])
        == "tier-not-usable: the tier of clause 9.1 takes nothing")
    #expect(
      problem([Tier("9.1", .rest, .shared(.equally, cap: .zero))])
        == "tier-not-usable: the tier of clause 9.1 takes nothing")
    #expect(
      problem([Tier(" ", .rest, shared)])
        == "tier-not-usable: a tier names no clause of the agreement")
    #expect(
      problem([Tier("9.1", .rest, .reinvested)])
        == "tier-not-usable: clause 9.1 would reinvest an overspend")
    #expect(
      problem([Tier("9.1", .upTo(1), .ownServices)])
        == "tier-not-usable: clause 9.1 leaves each partner its own services, beside other tiers")
    #expect(
      problem([Tier("9.1", .rest, .shared(SamplePool.fixed("-5", "5", "100"), cap: nil))])
        == "shares-not-whole: clause 9.1 gives COUNCIL-EDUCATION a share of −5%")
  }

  private func problem(
    _ rule: Tier.Rule, _ pool: PoolYear
  ) throws -> String {
    let rules = try RiskShare(overspend: [Tier("9.1", .rest, rule)], underspend: [])
    do {
      _ = try rules.divided(10_00, in: pool)
      return "accepted"
    } catch { return problem(error) }
  }

  @Test func `a pool that rules cannot divide is refused`() throws {
    let board = [PartnerContribution(SamplePool.board, 1_00)]
    func pool(
      _ columns: [PartnerContribution] = board, host: PartnerReference? = nil, reserve: Money = 0,
      tagged: [PartnerReference: Money] = [:]
    ) -> PoolYear { PoolYear(columns, host: host, reserve: reserve, tagged: tagged) }

    let stranger =
      "partner-without-contribution: COUNCIL-EDUCATION is to bear a share, and puts nothing in"
    #expect(try problem(.partner(SamplePool.education), pool()) == stranger)
    #expect(try problem(.host, pool(host: SamplePool.education)) == stranger)
    #expect(
      try problem(.host, pool([])) == "partner-without-contribution: nobody puts anything in")
    #expect(
      try problem(.host, pool([PartnerContribution(SamplePool.board, 0)]))
        == "partner-without-contribution: the contribution of ICB is £0.00")
    #expect(
      try problem(.host, pool(board + board)) == "partner-named-twice: ICB is named twice")
    #expect(
      try problem(.host, pool(reserve: -1)) == "reserve-negative: the reserve is −£0.01")
    #expect(
      try problem(.ownServices, pool(tagged: [SamplePool.socialCare: 10_00]))
        == "partner-without-contribution: spending is tagged for COUNCIL-SOCIAL-CARE, who puts nothing in"
    )
    #expect(
      try problem(.ownServices, pool(tagged: [SamplePool.board: 9_99]))
        == "tags-do-not-add: £9.99 is tagged, and the variance is £10.00")
    let beneficiary = Tier.Rule.shared(.beneficiary, cap: nil)
    #expect(
      try problem(beneficiary, pool(tagged: [SamplePool.board: 10_01]))
        == "tags-do-not-add: £10.01 is tagged, and the variance is £10.00")
    #expect(
      try problem(beneficiary, pool(tagged: [SamplePool.board: -1]))
        == "tags-do-not-add: −£0.01 is tagged, and the variance is £10.00")
  }

  private func problem(
    _ form: AgreementForm = .pooled, _ contributions: [AgreedContribution],
    _ terms: Agreement.Terms = .init()
  ) -> String {
    do {
      _ = try AgreementTests.agreement(form, contributions: contributions, terms: terms)
      return "accepted"
    } catch {
      let diagnostic = error.diagnostic(at: nil)
      return "\(diagnostic.code): \(diagnostic.problem)"
    }
  }

  @Test func `an agreement that cannot be is refused`() throws {
    let agreed = AgreementTests.contributions
    #expect(
      problem(.pooled, Array(agreed.dropLast()))
        == "partner-without-contribution: ICB is a partner, and puts nothing in")
    #expect(
      problem(
        .pooled,
        agreed + [AgreedContribution(SamplePool.board, to: .general, from: .generalFund, 0)])
        == "partner-without-contribution: the contribution of ICB is £0.00")
    let north = SamplePool.partner("NORTH-ICB")
    #expect(
      problem(.pooled, agreed, .init(host: north))
        == "partner-not-in-agreement: NORTH-ICB is named, and is no partner to the agreement")
    let grant = AgreedContribution(SamplePool.education, to: .general, from: .highNeeds, 1)
    #expect(
      problem(.pooled, agreed + [grant])
        == "grant-outside-ring-fence: COUNCIL-EDUCATION would put money of High needs into the general part"
    )
    let care = AgreedContribution(SamplePool.socialCare, to: .restricted, from: .socialCare, 1)
    #expect(
      problem(.pooled, agreed + [care])
        == "grant-outside-ring-fence: COUNCIL-SOCIAL-CARE would put money of Social care into the restricted part"
    )
    let second = AgreedContribution(SamplePool.socialCare, to: .restricted, from: .highNeeds, 1)
    #expect(
      problem(.pooled, agreed + [AgreementTests.grant, second])
        == "grant-outside-ring-fence: COUNCIL-EDUCATION and COUNCIL-SOCIAL-CARE would share one restricted part"
    )
    let aligned =
      "aligned-shares-nothing: the budgets are aligned, and the agreement names a host or shares a variance"
    #expect(problem(.aligned, agreed, .init(host: SamplePool.board)) == aligned)
    #expect(problem(.aligned, agreed, .init(riskShare: try SamplePool.rules())) == aligned)
    let own = [Tier("5", .rest, .ownServices)]
    #expect(
      problem(.aligned, agreed, .init(riskShare: try RiskShare(overspend: own, underspend: own)))
        == "accepted")
  }

  @Test func `what stands twice or outside is told apart`() {
    let period = SamplePool.day("2026-04-01")...SamplePool.day("2027-03-31")
    #expect(
      Agreement.Refusal.overlap(SamplePool.pool, period, period).diagnostic(at: nil).description
        == """
        error agreements-overlap: POOL-2027 stands twice: from 2026-04-01 to 2027-03-31, and from 2026-04-01 to 2027-03-31
          why     a fund is shared by one agreement at a time, or a variance would be shared twice
          next    end the first on the day before the second begins, or say what varies it
        """)
    let words = Agreement.Refusal.grantWouldBear(SamplePool.board).diagnostic(at: nil)
    #expect(words.problem == "ICB would bear a share, and has no money in the general part")
    #expect(
      Agreement.Refusal.partnerTwice(SamplePool.board).diagnostic(at: nil).problem
        == "ICB is named twice")
  }
}
