import Bookkeeping
import Funding
import Modelling
import Testing

/// Every way of sharing a variance, on a pool of £600,000 and £400,000 that costs £1,100,000.
struct RiskShareTests {
  private static let council = SamplePool.partner("COUNCIL")
  private static let board = SamplePool.board
  private static let contributions = [
    PartnerContribution(council, 600_000_00), PartnerContribution(board, 400_000_00),
  ]

  private func divide(
    _ tiers: [Tier], _ variance: Money = 100_000_00, host: PartnerReference? = council,
    reserve: Money = 0, tagged: [PartnerReference: Money] = [:]
  ) throws -> DividedVariance {
    let rules = try RiskShare(overspend: tiers, underspend: tiers)
    let division = try rules.divided(
      variance,
      in: PoolYear(Self.contributions, host: host, reserve: reserve, tagged: tagged))
    #expect(
      division.borne.total() + division.reserve + division.unallocated == variance)
    return division
  }

  private func all(_ rule: Tier.Rule) -> [Tier] { [Tier("9.1", .rest, rule)] }

  private static let halves = Tier.Basis.fixed([
    Tier.FixedShare(council, SamplePool.percent("50")),
    Tier.FixedShare(board, SamplePool.percent("50")),
  ])

  @Test func `aligned budgets leave each partner its own services`() throws {
    let tagged: [PartnerReference: Money] = [Self.council: 120_000_00, Self.board: -20_000_00]
    #expect(try divide(all(.ownServices), tagged: tagged).borne == [120_000_00, -20_000_00])
    let level: [PartnerReference: Money] = [Self.council: 5_00, Self.board: -5_00]
    #expect(try divide(all(.ownServices), 0, tagged: level).borne == [5_00, -5_00])
  }

  @Test func `a host may bear all`() throws {
    #expect(try divide(all(.host)).borne == [100_000_00, 0])
    #expect(try divide(all(.partner(Self.board))).borne == [0, 100_000_00])
  }

  @Test func `in proportion to contributions the council bears 60 and the board 40`() throws {
    #expect(
      try divide(all(.shared(.contribution, cap: nil))).borne == [60_000_00, 40_000_00])
  }

  @Test func `in halves each bears 50`() throws {
    #expect(try divide(all(.shared(.equally, cap: nil))).borne == [50_000_00, 50_000_00])
    #expect(try divide(all(.shared(Self.halves, cap: nil))).borne == [50_000_00, 50_000_00])
  }

  @Test func `beyond a cap of 5% the rest is nobody's, and needs a recovery plan`() throws {
    let cap = SamplePool.percent("5")
    let division = try divide(all(.shared(.contribution, cap: cap)))
    #expect(division.borne == [30_000_00, 20_000_00])
    #expect(division.unallocated == 50_000_00)
    #expect(division.needsRecoveryPlan)
    #expect(
      division.gap
        == "the agreement does not say who bears £50,000.00: it is beyond the cap of clause 9.1; a "
        + "recovery plan is needed")
    #expect(
      division.steps.first?.words == "all by contribution, up to 5% of each partner's contribution")
  }

  @Test func `a cap is never passed by a part of a penny`() throws {
    let division = try RiskShare(
      overspend: all(.shared(.contribution, cap: SamplePool.percent("5"))), underspend: []
    ).divided(
      1_000_00, in: PoolYear([PartnerContribution(Self.board, 9_99)], host: nil, reserve: 0))
    #expect(division.borne == [49])
  }

  @Test func `the first 2% of the pool by contribution and the rest in halves is 52 and 48`() throws
  {
    let division = try divide([
      Tier("9.1", .upToShareOfPool(SamplePool.percent("2")), .shared(.contribution, cap: nil)),
      Tier("9.2", .rest, .shared(Self.halves, cap: nil)),
    ])
    #expect(division.steps.map(\.borne) == [[12_000_00, 8_000_00], [40_000_00, 40_000_00]])
    #expect(division.borne == [52_000_00, 48_000_00])
    #expect(division.gap == nil)
  }

  @Test func `the beneficiary bears what was spent for it, and what is untagged is nobody's`()
    throws
  {
    let rule = all(.shared(.beneficiary, cap: nil))
    let tagged: [PartnerReference: Money] = [Self.council: 70_000_00, Self.board: 30_000_00]
    #expect(try divide(rule, tagged: tagged).borne == [70_000_00, 30_000_00])
    let part = try divide(rule, tagged: [Self.board: 30_000_00])
    #expect(part.borne == [0, 30_000_00])
    #expect(part.unallocated == 70_000_00)
    #expect(part.reasons == [.causeNotTagged(clause: "9.1")])
  }

  @Test func `the reserve goes first, as far as it goes`() throws {
    let tiers = [
      Tier("9.1", .upTo(30_000_00), .reserve),
      Tier("9.2", .rest, .shared(.contribution, cap: nil)),
    ]
    let full = try divide(tiers, reserve: 80_000_00)
    #expect((full.reserve, full.borne) == (30_000_00, [42_000_00, 28_000_00]))
    let low = try divide(tiers, reserve: 10_000_00)
    #expect((low.reserve, low.borne) == (10_000_00, [54_000_00, 36_000_00]))
  }

  @Test func `an underspend goes by its own rules`() throws {
    let rules = try RiskShare(
      overspend: all(.host),
      underspend: [
        Tier("10.1", .upTo(20_000_00), .reserve), Tier("10.2", .upTo(30_000_00), .reinvested),
        Tier("10.3", .rest, .shared(.contribution, cap: nil)),
      ])
    let division = try rules.divided(
      -100_000_00, in: PoolYear(Self.contributions, host: Self.council, reserve: 0))
    #expect(division.steps.map(\.amount) == [-20_000_00, -30_000_00, -50_000_00])
    #expect(division.borne == [-30_000_00, -20_000_00])
    #expect(!division.needsRecoveryPlan)
  }

  @Test func `where an agreement is silent nothing is divided, and it says so`() throws {
    let pool = PoolYear(Self.contributions, host: Self.council, reserve: 50_00)
    let over = try RiskShare.silent.divided(7, in: pool)
    #expect((over.borne, over.reserve, over.unallocated) == ([0, 0], 0, 7))
    #expect(
      over.gap
        == "the agreement does not say who bears £0.07: no clause reaches it; a recovery plan is "
        + "needed")
    let under = try RiskShare.silent.divided(-7, in: pool)
    #expect(under.gap == "the agreement does not say who is given £0.07: no clause reaches it")
  }

  @Test func `a host that is not named bears nothing`() throws {
    let division = try divide(all(.host), host: nil)
    #expect(division.unallocated == 100_000_00)
    #expect(division.reasons == [.hostNotNamed(clause: "9.1")])
  }

  @Test func `pence that do not divide go to the largest remainders`() throws {
    #expect(try divide(all(.shared(.contribution, cap: nil)), 1).borne == [1, 0])
    #expect(try divide(all(.shared(.contribution, cap: nil)), -1).borne == [-1, 0])
    #expect(try divide(all(.shared(.equally, cap: nil)), 3).borne == [2, 1])
  }
}
