import Bookkeeping
import Modelling
import Testing

/// The tornado and the switching values of the scenario pack.
struct SensitivityTests {
  @Test func `the tornado is the pack's, the longest bar first`() throws {
    let tornado = try Tornado(
      of: SamplePool.outlook(), under: .base, moving: SamplePool.assumptions())
    #expect(SamplePool.thousands(tornado.centre) == "2702.5")
    let rows = tornado.bars.map { bar in
      "\(bar.driver.name) \(bar.lowValue) to \(bar.highValue) | "
        + SamplePool.thousands([bar.low, bar.high, bar.swing])
    }
    #expect(
      rows == [
        "Demand growth 2% to 5% | −1366.2 1407.5 2773.7",
        "Price growth 1.5% to 4% | −924.2 1421.5 2345.6",
        "Year 1 cost −2% to 2% | −903.5 903.5 1807.0",
        "Contribution uplift 4% to 2% | −857.5 840.8 1698.3",
      ])
  }

  @Test func `a figure without an assumption has no bar`() throws {
    let table = try AssumptionTable([
      SamplePool.assumption("A1", "Growth in children", "2", "3.5", "5", .demandGrowth)
    ])
    let tornado = try Tornado(of: SamplePool.outlook(), under: .base, moving: table)
    #expect(tornado.bars.map(\.driver) == [.demandGrowth])
  }

  private func value(_ driver: Driver, _ scenario: Scenario = .base) throws -> SwitchingValue {
    try #require(
      SwitchingValue.solving(for: driver, of: SamplePool.outlook(), under: scenario))
  }

  @Test func `the gap closes if contributions rise by 6.1% a year`() throws {
    let found = try value(.contributionUplift)
    #expect(found.value.toTenths.description == "6.1%")
    #expect(found.value.description == "6.088%")
    #expect(found.gap <= .zero && found.gapBeyond > .zero)
  }

  @Test func `the gap closes if demand grows by 0.5% a year`() throws {
    let found = try value(.demandGrowth)
    #expect(found.value.toTenths.description == "0.5%")
    #expect(found.gap <= .zero && found.gapBeyond > .zero)
  }

  @Test(arguments: Driver.allCases)
  func `a switching value is where the gap turns, to a thousandth of one per cent`(
    driver: Driver
  ) throws {
    for scenario in [Scenario.base, try SamplePool.optionA(), try SamplePool.optionB()] {
      let found = try value(driver, scenario)
      let outlook = try SamplePool.outlook()
      let worse = driver == .contributionUplift ? -1 : 1
      func gap(_ value: Percentage) throws -> Money {
        let moved = try outlook.moving(driver, by: value - outlook.rate(of: driver))
        return Projection(of: moved, under: scenario).gap
      }
      #expect(try gap(found.value) == found.gap)
      #expect(try gap(found.value + Percentage(thousandths: Int64(worse))) == found.gapBeyond)
      #expect(found.gap <= .zero && found.gapBeyond > .zero)
    }
  }

  @Test func `a gap that nothing closes has no switching value`() throws {
    let outlook = try SamplePool.outlook(price: 80_000_000_00)
    #expect(SwitchingValue.solving(for: .contributionUplift, of: outlook, under: .base) == nil)
  }

  @Test(arguments: Driver.allCases)
  func `thirty years have a switching value, though the end of the range outgrows what is kept`(
    driver: Driver
  ) throws {
    let years = SamplePool.year("2026-27")...SamplePool.year("2055-56")
    let outlook = try Outlook(
      over: years, cost: BaseCost(80_000_000_00), demand: YearlyRate(SamplePool.percent("3.5")),
      price: YearlyRate(SamplePool.percent("2.5")),
      contributions: [PartnerContribution(SamplePool.board, 80_000_000_00)],
      uplift: YearlyRate(SamplePool.percent("3")))
    let found = try #require(SwitchingValue.solving(for: driver, of: outlook, under: .base))
    #expect(found.gap <= .zero && found.gapBeyond > .zero)
  }

  @Test func `the central values of the table give the outlook`() throws {
    let outlook = try SamplePool.assumptions().outlook(
      over: SamplePool.years, cost: BaseCost(8_000_000_00),
      contributions: SamplePool.contributions)
    #expect(outlook == (try SamplePool.outlook()))
  }
}
