import Bookkeeping
import Modelling
import Testing

/// The waterfall of one year, and what partners would bear in each.
struct ExposureTests {
  private func exposure(
    _ policy: Exposure.ReservePolicy = .toppedUp(to: 100_000_00), _ scenario: Scenario = .base
  ) throws -> Exposure {
    try Exposure(
      of: Projection(of: SamplePool.outlook(), under: scenario), sharedBy: SamplePool.rules(),
      host: SamplePool.education, reserve: policy)
  }

  @Test func `the waterfall of 2028-29 is the pack's, step by step`() throws {
    let division = try exposure().years[2].division
    #expect(SamplePool.thousands(division.variance) == "516.4")
    let rows = division.steps.map {
      "\($0.clause) \(SamplePool.thousands([$0.amount, $0.reserve] + $0.borne))"
    }
    #expect(
      rows == [
        "9.2 100.0 100.0 0.0 0.0 0.0", "9.3 200.0 0.0 90.0 60.0 50.0",
        "9.4 216.4 0.0 54.1 54.1 108.2",
      ])
    #expect(SamplePool.thousands(division.borne) == "144.1 114.1 158.2")
    #expect(division.borne.total() + division.reserve == division.variance)
    #expect(
      division.steps.map(\.words) == [
        "first £100,000.00 to the pool's reserve", "next £200,000.00 by contribution",
        "rest by fixed shares: COUNCIL-EDUCATION 25%, COUNCIL-SOCIAL-CARE 25%, ICB 50%",
      ])
  }

  @Test func `what each partner bears is the pack's, with the reserve topped up each year`() throws
  {
    let exposure = try exposure()
    #expect(
      exposure.reserve.words == "assumes that the reserve is topped up to £100,000.00 each year")
    let rows = exposure.years.dropFirst().map {
      SamplePool.thousands($0.division.borne + [$0.division.reserve])
    }
    // The pack prints 36.7 for the board in 2027-28. It is 36,750.00 exactly: a quarter of
    // 147,000.00, whose half goes up here as everywhere.
    #expect(
      rows == [
        "66.2 44.1 36.8 100.0", "144.1 114.1 158.2 100.0", "217.5 187.5 305.0 100.0",
        "297.3 267.3 464.6 100.0",
      ])
    #expect(exposure.years[1].division.borne == [66_150_00, 44_100_00, 36_750_00])
    #expect(exposure.years[0].division.borne.total() == .zero)
  }

  @Test func `what is reinvested is not in the reserve, and topping up takes nothing out of it`()
    throws
  {
    // With a fifth saved from 2027-28 on, every later year underspends: 50,000.00 of each goes into
    // the reserve, and the rest is reinvested.
    let lever = try Lever(
      "cut", begins: SamplePool.day("2027-04-01"), saving: SamplePool.percent("20"),
      ramp: .evenly(over: 1), deliveryRisk: .zero, ledgerOpens: SamplePool.opens)
    let rules = try RiskShare(
      overspend: SamplePool.rules().overspend,
      underspend: [Tier("9.6", .upTo(50_000_00), .reserve), Tier("9.7", .rest, .reinvested)])
    for policy in [Exposure.ReservePolicy.toppedUp(to: 100_000_00), .runDown(from: 100_000_00)] {
      let exposure = try Exposure(
        of: Projection(of: SamplePool.outlook(), under: try Scenario("cut", [lever])),
        sharedBy: rules, host: SamplePool.education, reserve: policy)
      #expect(
        exposure.years.map(\.reserve)
          == [100_000_00, 100_000_00, 150_000_00, 200_000_00, 250_000_00])
    }
  }

  @Test func `levers of many ramps, with a cost to deliver, can be simulated`() throws {
    let levers = try [7, 11, 13, 17, 19, 23].map { years in
      try Lever(
        "lever \(years)", begins: SamplePool.day("2027-04-01"),
        saving: SamplePool.percent("1.0\(years + 10)"), ramp: .evenly(over: years),
        costToDeliver: [SamplePool.year("2028-29"): 1_234_567_89],
        deliveryRisk: SamplePool.percent("5"), ledgerOpens: SamplePool.opens)
    }
    let projection = Projection(
      of: try SamplePool.outlook(price: 80_000_000_01), under: try Scenario("many", levers))
    for (saving, year) in zip(projection.simulated.savings, projection.years) {
      let left = year.unmitigated.times(Fraction.one - saving)
      #expect((left - year.cost).magnitude <= 1, "\(year.year)")
    }
  }

  @Test func `the board carries the most from the third year`() throws {
    #expect(
      try exposure().years.map(\.heaviest)
        == [
          nil, SamplePool.education, SamplePool.board, SamplePool.board, SamplePool.board,
        ])
  }

  @Test func `a share of a contribution is told, and whether it is beyond a partner's line`() throws
  {
    let last = try exposure().years[4]
    // 464.6 of 2,251.0.
    #expect(last.share(of: SamplePool.board)?.toTenths.description == "20.6%")
    #expect(last.isBeyond(SamplePool.percent("20"), for: SamplePool.board))
    #expect(!last.isBeyond(SamplePool.percent("21"), for: SamplePool.board))
  }

  @Test func `a reserve that is not topped up is gone after the year that uses it`() throws {
    let run = try exposure(.runDown(from: 300_000_00))
    #expect(run.years.map(\.reserve) == [300_000_00, 300_000_00, 200_000_00, 100_000_00, 0])
    #expect(
      run.years.map(\.division.reserve) == [0, 100_000_00, 100_000_00, 100_000_00, 0])
  }

  @Test func `an underspend fills a reserve that is run down`() throws {
    let outlook = try SamplePool.outlook(price: 7_900_000_00)
    let exposure = try Exposure(
      of: Projection(of: outlook, under: .base), sharedBy: SamplePool.rules(), host: nil,
      reserve: .runDown(from: 0))
    #expect(exposure.years[0].division.variance == -100_000_00)
    #expect(exposure.years[0].division.reserve == -50_000_00)
    #expect(exposure.years[1].reserve == 50_000_00)
    #expect(exposure.years[0].division.borne == [-22_500_00, -15_000_00, -12_500_00])
  }

  @Test func `every year's columns add to its gap, under every option`() throws {
    for scenario in [Scenario.base, try SamplePool.optionA(), try SamplePool.optionB()] {
      for year in try exposure(.toppedUp(to: 100_000_00), scenario).years {
        let division = year.division
        #expect(
          division.borne.total() + division.reserve + division.unallocated == division.variance)
      }
    }
  }
}
