import Bookkeeping
import Funding
import Modelling
import Testing

/// The deficit by year, with and without each assumption.
struct DeficitTests {
  private static let years = ["2026-27", "2027-28", "2028-29"].enumerated().map { index, name in
    DeficitOutlook.Year(
      SamplePool.year(name), funding: 50_000_000_00,
      cost: Money(pence: 53_000_000_00 + Int64(index) * 500_000_00))
  }

  /// Invented: £20 million brought forward, £19 million of it eligible, and a block of £178 million.
  private static func outlook() throws(DeficitOutlook.Refusal) -> DeficitOutlook {
    try DeficitOutlook(
      broughtForward: 20_000_000_00, years: years,
      transfers: [
        .withinForum(in: SamplePool.year("2027-28"), base: 178_000_000_00)
      ], grant: StabilityGrant(eligible: 19_000_000_00))
  }

  @Test func `half of one per cent of £178 million is £0.89 million`() throws {
    // Telford and Wrekin, 2025-26, reported as £0.9 million.
    let transfer = try BlockTransferOutlook.withinForum(
      in: SamplePool.year("2025-26"), base: 178_000_000_00)
    #expect(transfer.amount == 890_000_00)
    #expect(transfer.needs == .forum)
    #expect(transfer.base - transfer.amount == 177_110_000_00)
  }

  @Test func `the base is stored, because it is not always the whole block`() throws {
    // Shropshire, 2026-27: the block is £234,352,356, and the forum agreed £1,165,244.
    let year = SamplePool.year("2026-27")
    let base = try BlockTransferOutlook.withinForum(in: year, base: 233_048_800_00)
    #expect(base.amount == 1_165_244_00)
    let block = try BlockTransferOutlook.withinForum(in: year, base: 234_352_356_00)
    #expect(block.amount == 1_171_761_78)
    let wanted = try BlockTransferOutlook(
      in: year, base: 233_048_800_00, amount: 1_171_761_78)
    #expect(wanted.needs == .secretaryOfState)
    #expect(wanted.beyondForum == 6_517_78)
    #expect(wanted.limit == 1_165_244_00)
  }

  @Test func `a deficit is carried from year to year, with every assumption`() throws {
    let rows = try Self.outlook().byYear(with: [
      .blockTransfer: .on, .stabilityGrant: .on, .override: .on,
    ])
    #expect(rows.map(\.broughtForward) == [20_000_000_00, 5_900_000_00, 8_510_000_00])
    #expect(rows.map(\.inYear) == [3_000_000_00, 3_500_000_00, 4_000_000_00])
    #expect(rows.map(\.stabilityGrant) == [17_100_000_00, 0, 0])
    #expect(rows.map(\.transferredIn) == [0, 890_000_00, 0])
    #expect(rows.map(\.cumulative) == [5_900_000_00, 8_510_000_00, 12_510_000_00])
    #expect(rows.map(\.isKeptApart) == [true, true, false])
    #expect(rows.map(\.exposed) == [0, 0, 12_510_000_00])
  }

  @Test func `the deficit is shown with and without each assumption`() throws {
    let cases = try Self.outlook().withAndWithout
    #expect(
      cases.map(\.name) == [
        "every assumption", "without: Block transfer", "without: High Needs Stability Grant",
        "without: Override to 31 March 2028", "no assumption",
      ])
    #expect(
      cases.map { $0.years.map(\.cumulative) } == [
        [5_900_000_00, 8_510_000_00, 12_510_000_00], [5_900_000_00, 9_400_000_00, 13_400_000_00],
        [23_000_000_00, 25_610_000_00, 29_610_000_00],
        [5_900_000_00, 8_510_000_00, 12_510_000_00],
        [23_000_000_00, 26_500_000_00, 30_500_000_00],
      ])
    #expect(
      cases.map { $0.years.map(\.exposed) } == [
        [0, 0, 12_510_000_00], [0, 0, 13_400_000_00], [0, 0, 29_610_000_00],
        [5_900_000_00, 8_510_000_00, 12_510_000_00],
        [23_000_000_00, 26_500_000_00, 30_500_000_00],
      ])
  }

  @Test func `the override ends on 31 March 2028 as announced, and in 2026 as confirmed`() {
    #expect(DeficitOverride.announced.lastYear.last == SamplePool.day("2028-03-31"))
    #expect(DeficitOverride.confirmed.lastYear.last == SamplePool.day("2026-03-31"))
  }

  @Test func `a difference of £400,000 that nobody explains costs £360,000 of grant`() {
    #expect(StabilityGrant.lost(toUnexplained: 400_000_00) == 360_000_00)
  }

  @Test func `a surplus is never exposed, and is carried as one`() throws {
    let year = DeficitOutlook.Year(
      SamplePool.year("2028-29"), funding: 10_00, cost: 4_00)
    let outlook = try DeficitOutlook(
      broughtForward: -1_00, years: [year], transfers: [], grant: nil)
    #expect(outlook.byYear(with: [:]).map(\.cumulative) == [-7_00])
    #expect(outlook.byYear(with: [:]).map(\.exposed) == [0])
  }

  private static func from(_ year: String) -> Assumption.PolicyState {
    .onFrom(SamplePool.year(year))
  }

  @Test func `a transfer moves nothing before the year from which it is on`() throws {
    let outlook = try Self.outlook()
    let inTime = outlook.byYear(with: [.blockTransfer: Self.from("2027-28")])
    #expect(inTime.map(\.transferredIn) == [0, 890_000_00, 0])
    let late = outlook.byYear(with: [.blockTransfer: Self.from("2028-29")])
    #expect(late.map(\.transferredIn) == [0, 0, 0])
  }

  @Test func `a grant that is on from a later year is paid once, in that year`() throws {
    let rows = try Self.outlook().byYear(with: [.stabilityGrant: Self.from("2027-28")])
    #expect(rows.map(\.stabilityGrant) == [0, 17_100_000_00, 0])
    #expect(rows.map(\.cumulative) == [23_000_000_00, 9_400_000_00, 13_400_000_00])
  }

  @Test func `an override that is on from a later year keeps nothing apart before it`() throws {
    let rows = try Self.outlook().byYear(with: [.override: Self.from("2027-28")])
    #expect(rows.map(\.isKeptApart) == [false, true, false])
    #expect(rows.map(\.exposed) == [23_000_000_00, 0, 30_500_000_00])
  }

  @Test func `each end of a row that is on from a later year is a case, the others central`() throws
  {
    func row(
      _ code: String, _ matter: DeficitSwitch, _ low: Assumption.PolicyState,
      _ high: Assumption.PolicyState
    ) throws -> Assumption {
      try Assumption(
        SamplePool.known(AssumptionReference(code)), matter.name,
        .policy(Assumption.Spread(low, .on, high)), source: "invented",
        sourced: SamplePool.day("2026-02-09"), owner: "Finance", confidence: .c,
        use: .turns(matter))
    }
    let table = try AssumptionTable([
      row("P1", .blockTransfer, .off, Self.from("2028-29")),
      row("P2", .stabilityGrant, Self.from("2027-28"), .on), row("P3", .override, .off, .on),
    ])
    let cases = try Self.outlook().fromLaterYears(in: table)
    #expect(
      cases.map(\.name) == [
        "Block transfer, high: on from 2028-29",
        "High Needs Stability Grant, low: on from 2027-28",
      ])
    #expect(
      cases.map { $0.years.map(\.cumulative) } == [
        [5_900_000_00, 9_400_000_00, 13_400_000_00], [23_000_000_00, 8_510_000_00, 12_510_000_00],
      ])
  }
}
