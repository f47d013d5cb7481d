import Bookkeeping
import Modelling
import Testing

/// The five-year table of the scenario pack, and what levers do.
struct ProjectionTests {
  private func row(_ years: [ProjectedYear], _ figure: (ProjectedYear) -> Money) -> String {
    let amounts = years.map(figure)
    return SamplePool.thousands(amounts + [amounts.total()])
  }

  @Test func `the base case is the table's, year by year and over five years`() throws {
    let years = Projection(of: try SamplePool.outlook(), under: .base).years
    #expect(
      years.map(\.year.description).joined(separator: " ")
        == "2026-27 2027-28 2028-29 2029-30 2030-31")
    #expect(row(years, \.contributed) == "8000.0 8240.0 8487.2 8741.8 9004.1 42473.1")
    #expect(row(years, \.cost) == "8000.0 8487.0 9003.6 9551.7 10133.2 45175.6")
    #expect(row(years, \.gap) == "0.0 247.0 516.4 809.9 1129.1 2702.5")
    #expect(years.map(\.cost) == years.map(\.unmitigated))
  }

  @Test func `option A saves a third, two thirds and then all of its four per cent`() throws {
    let projection = Projection(of: try SamplePool.outlook(), under: try SamplePool.optionA())
    #expect(row(projection.years, \.cost) == "8000.0 8373.8 8763.5 9169.7 9727.9 44034.9")
    #expect(row(projection.years, \.gap) == "0.0 133.8 276.3 427.9 723.8 1561.9")
    #expect(
      row(projection.years) { $0.unmitigated - $0.contributed }
        == "0.0 247.0 516.4 809.9 1129.1 2702.5")
  }

  @Test func `option B saves a third, two thirds and then all of its seven per cent`() throws {
    let projection = Projection(of: try SamplePool.outlook(), under: try SamplePool.optionB())
    #expect(row(projection.years, \.cost) == "8000.0 8487.0 8793.6 9106.0 9423.9 43810.4")
    #expect(row(projection.years, \.gap) == "0.0 247.0 306.4 364.2 419.8 1337.4")
  }

  @Test func `every year's cost is the exact product, rounded once to the penny`() throws {
    let projection = Projection(of: try SamplePool.outlook(), under: .base)
    // 800,000,000 pence times (8,487 / 8,000) to the power of the year, worked out by itself.
    #expect(
      projection.years.map(\.cost.pence)
        == [800_000_000, 848_700_000, 900_364_613, 955_174_308, 1_013_320_544])
    #expect(projection.gap == 2_702_508_17)
    #expect(projection.firstGap == SamplePool.year("2027-28"))
  }

  @Test func `savings are shown gross, with what they cost, net, and at what risk`() throws {
    let year = SamplePool.year("2027-28")
    let lever = try Lever(
      "outreach", begins: SamplePool.day("2027-09-01"), saving: SamplePool.percent("10"),
      ramp: Lever.Ramp([Fraction(7, over: 12), .one]),
      costToDeliver: [year: 60_000_00, SamplePool.years.lowerBound: 15_000_00],
      deliveryRisk: SamplePool.percent("25"), ledgerOpens: SamplePool.opens)
    let scenario = try Scenario("Outreach", [lever])
    let years = Projection(of: try SamplePool.outlook(), under: scenario).years
    let effect = try #require(years[1].levers.first)
    // 8,487,000.00 x 10% x 7/12 = 495,075.00, a quarter of it at risk.
    #expect(effect.gross == 495_075_00)
    #expect(effect.costToDeliver == 60_000_00)
    #expect(effect.net == 435_075_00)
    #expect(effect.atRisk == 123_768_75)
    #expect(years[1].cost == 8_051_925_00)
    #expect(years[0].cost == 8_015_000_00)
  }

  @Test func `what several levers save adds up to what they save together`() throws {
    let both = try Scenario("Both", [SamplePool.early(), SamplePool.local()])
    for year in Projection(of: try SamplePool.outlook(), under: both).years {
      #expect(year.cost == year.unmitigated - year.levers.map(\.gross).total())
    }
    let apart = try [SamplePool.optionA(), SamplePool.optionB()].map {
      Projection(of: try SamplePool.outlook(), under: $0).gross
    }
    let together = Projection(of: try SamplePool.outlook(), under: both).gross
    #expect((together - apart.total()).magnitude < 10)
  }

  @Test func `a rate may change from a named year`() throws {
    let demand = YearlyRate(
      SamplePool.percent("10"), changes: [SamplePool.year("2028-29"): SamplePool.percent("0")])
    let outlook = try Outlook(
      over: SamplePool.years, cost: BaseCost(1_000_00), demand: demand, price: YearlyRate(.zero),
      contributions: SamplePool.contributions, uplift: YearlyRate(.zero))
    #expect(
      Projection(of: outlook, under: .base).years.map(\.cost)
        == [1_000_00, 1_100_00, 1_100_00, 1_100_00, 1_100_00])
  }

  @Test func `a base cost is so many units at a price`() throws {
    let cost = BaseCost(units: Fraction(247, over: 2), price: 64_000_01)
    let outlook = try Outlook(
      over: SamplePool.years, cost: cost, demand: YearlyRate(.zero), price: YearlyRate(.zero),
      contributions: SamplePool.contributions, uplift: YearlyRate(.zero))
    // 123.5 x 64,000.01 is 7,904,001.235.
    #expect(Projection(of: outlook, under: .base).years[0].cost == 7_904_001_24)
  }

  @Test func `a projection that comes to a trillion pounds is refused, and its year is named`() {
    func refusal(_ price: Money, _ demand: String) -> Outlook.Refusal? {
      do {
        _ = try SamplePool.outlook(price: price, demand: demand)
        return nil
      } catch { return error }
    }
    #expect(refusal(Money(pence: .max), "100") == .outgrown(SamplePool.year("2026-27")))
    #expect(refusal(200_000_000_000_00, "100") == .outgrown(SamplePool.year("2029-30")))
    #expect(refusal(200_000_000_000_00, "10") == nil)
  }
}
