import Bookkeeping
import Funding
import Modelling
import Testing

/// Bad input to a projection: each refused, with its words.
struct ProjectionRefusalTests {
  private func words(_ make: () throws -> Void) -> String {
    do {
      try make()
      return "accepted"
    } catch let refusal as Outlook.Refusal {
      return refusal.diagnostic(at: nil).description
    } catch let refusal as Lever.Refusal {
      return refusal.diagnostic(at: nil).description
    } catch let refusal as Assumption.Refusal {
      return refusal.diagnostic(at: nil).description
    } catch {
      return "another error"
    }
  }

  @Test func `a negative price is refused`() {
    #expect(
      words { _ = try SamplePool.outlook(price: -1) } == """
        error price-not-positive: the price is −£0.01
          why     help costs something; a saving is a lever of a scenario, and not a negative price
          next    give what the first year costs
        """)
    let none = BaseCost(units: Fraction(0), price: 1)
    #expect(
      words {
        _ = try SamplePool.assumptions().outlook(
          over: SamplePool.years, cost: none, contributions: SamplePool.contributions)
      }.hasPrefix("error price-not-positive: the number of units is 0\n"))
  }

  @Test func `growth of 900% is refused`() {
    #expect(
      words { _ = try SamplePool.outlook(demand: "900") } == """
        error rate-out-of-range: Demand growth is 900%
          why     a rate is from −50% to 100% a year, and beyond that the point is likely to stand in the wrong place
          next    give the rate in per cent: 3.5 is three and a half in a hundred
        """)
    #expect(words { _ = try SamplePool.outlook(prices: "-50.001") }.contains("−50.001%"))
    #expect(words { _ = try SamplePool.outlook(uplift: "100") } == "accepted")
  }

  @Test func `a partner with no contribution is refused`() {
    let none = SamplePool.contributions + [PartnerContribution(SamplePool.partner("NORTH-ICB"), 0)]
    #expect(
      words { _ = try SamplePool.outlook(contributions: none) } == """
        error partner-without-contribution: the contribution of NORTH-ICB is £0.00
          why     a pooled fund is made up of its partners' contributions (SI 2000/617, regulation 7)
          next    give what each partner puts in, or leave out the one who puts in nothing
        """)
    #expect(
      words { _ = try SamplePool.outlook(contributions: []) }
        .hasPrefix("error partner-without-contribution: nobody puts anything in\n"))
    let twice = SamplePool.contributions + [PartnerContribution(SamplePool.board, 1)]
    #expect(
      words { _ = try SamplePool.outlook(contributions: twice) } == """
        error partner-named-twice: ICB is named twice
          next    put what it gives or bears in one place
        """)
  }

  @Test func `more than thirty years are refused`() {
    #expect(
      words {
        _ = try SamplePool.assumptions().outlook(
          over: SamplePool.year("2026-27")...SamplePool.year("2056-57"), cost: BaseCost(1),
          contributions: SamplePool.contributions)
      } == """
        error years-too-many: 31 years are asked for
          why     no rate is known so far ahead; 30 years are the most
          next    name an earlier last year
        """)
  }

  private func lever(
    begins: String = "2027-04-01", saving: String = "4", ramp: Lever.Ramp = .evenly(over: 3),
    costs: [FinancialYear: Money] = [:], risk: String = "0"
  ) throws -> Lever {
    try Lever(
      "early help", begins: SamplePool.day(begins), saving: SamplePool.percent(saving), ramp: ramp,
      costToDeliver: costs, deliveryRisk: SamplePool.percent(risk), ledgerOpens: SamplePool.opens)
  }

  @Test func `an option that starts before the ledger is refused`() {
    #expect(
      words { _ = try lever(begins: "2026-03-31") } == """
        error lever-before-ledger: “early help” begins on 2026-03-31, and the ledger on 2026-04-01
          why     what was done before the ledger began is in its figures already
          next    give a day from 2026-04-01 on
        """)
    #expect(words { _ = try lever(begins: "2026-04-01") } == "accepted")
    #expect(
      words { _ = try lever(costs: [SamplePool.year("2025-26"): 1]) }
        .hasPrefix("error lever-before-ledger: “early help” begins on 2025-04-01,"))
  }

  @Test func `a lever that cannot be is refused`() {
    #expect(
      words { _ = try lever(saving: "0") } == """
        error lever-not-usable: the saving of “early help” is 0%
          why     a lever saves a positive share of the cost, at most all of it, and its own cost is not negative
          next    give its saving and risk as shares up to 100%, and a ramp that rises to 1 at most
        """)
    #expect(words { _ = try lever(saving: "100.001") }.contains("the saving of"))
    #expect(
      words { _ = try lever(risk: "-1") }.contains("the delivery risk of “early help” is −1%"))
    #expect(words { _ = try lever(ramp: .init([])) }.contains("the ramp of “early help” falls"))
    let falling = Lever.Ramp([.one, Fraction(1, over: 2)])
    #expect(words { _ = try lever(ramp: falling) }.contains("the ramp of “early help” falls"))
    #expect(
      words { _ = try lever(costs: [SamplePool.year("2027-28"): -1]) }
        .contains("the cost of delivering “early help” in 2027-28 is −£0.01"))
    #expect(
      words { _ = try Scenario("Both", [lever(saving: "60"), lever(saving: "50")]) }
        .contains("the levers together save 1.1 of the cost of 2029-30"))
  }

  private func assumption(
    _ low: String = "2", source: String = "SEN2 2023 to 2026", sourced: String? = "2026-09-30",
    owner: String = "Commissioning", use: Assumption.Use = .drives(.demandGrowth)
  ) throws -> Assumption {
    try Assumption(
      SamplePool.known(AssumptionReference("A1")), "Growth in children needing help",
      .rate(
        Assumption.Spread(
          SamplePool.percent(low), SamplePool.percent("3.5"), SamplePool.percent("5")), .aYear),
      source: source, sourced: sourced.map(SamplePool.day), owner: owner, confidence: .b, use: use)
  }

  @Test func `an assumption with no source is refused`() {
    #expect(
      words { _ = try assumption(source: " ") } == """
        error assumption-without-source: assumption A1 has no source
          why     what nobody can check is not put before people who decide
          next    say where the values come from, or take the assumption out
        """)
    #expect(
      words { _ = try assumption(sourced: nil) }
        .hasPrefix(
          "error assumption-without-source: the source of assumption A1 has no day\n"))
    #expect(
      words { _ = try assumption(owner: "") }
        .hasPrefix("error assumption-without-source: assumption A1 has no text or no owner\n"))
  }

  @Test func `an assumption whose values do not fit is refused`() {
    #expect(
      words { _ = try assumption("3.6") } == """
        error assumption-not-usable: the values of assumption A1 are out of order
          why     every figure that is moved has one row, from a low value to a high one
          next    give the low, the central and the high value, none below the one before
        """)
    #expect(
      words { _ = try assumption(use: .turns(.override)) }.contains(
        "assumption A1 is for Override to 31 March 2028, and its values are of another kind"))
  }

  @Test func `a table with rows missing, twice or none is refused`() throws {
    let one = try assumption()
    #expect(
      words { _ = try AssumptionTable([]) } == """
        error assumption-missing: there are no assumptions
          why     a figure that nobody has supposed is never filled in
          next    add it to the table of assumptions, with its source
        """)
    #expect(
      words { _ = try AssumptionTable([one, one]) }.contains("two assumptions are called A1"))
    let other = try SamplePool.assumption("A2", "Growth", "1", "2", "3", .demandGrowth)
    #expect(
      words { _ = try AssumptionTable([other, one]) }.contains(
        "A1 and A2 are both for Demand growth"))
    let table = try AssumptionTable([one])
    #expect(
      words {
        _ = try table.outlook(
          over: SamplePool.years, cost: BaseCost(1), contributions: SamplePool.contributions)
      }.hasPrefix("error assumption-missing: no assumption is for Price growth\n"))
  }

  @Test func `policy switches are rows too`() throws {
    let row = try Assumption(
      SamplePool.known(AssumptionReference("P3")), "White paper eligibility change",
      .policy(Assumption.Spread(.off, .off, .onFrom(SamplePool.year("2030-31")))),
      source: "proposal, not law", sourced: SamplePool.day("2026-02-23"), owner: "Finance",
      confidence: .d, use: .notModelled)
    #expect(row.values.texts == Assumption.Spread("off", "off", "on from 2030-31"))
    #expect(row.values.unit == "policy")
    #expect(row.use.name == "not modelled")
  }

  private func policy(
    _ code: String, _ matter: DeficitSwitch, _ central: Assumption.PolicyState
  ) throws -> Assumption {
    try Assumption(
      SamplePool.known(AssumptionReference(code)), matter.name,
      .policy(Assumption.Spread(.off, central, .on)), source: "announced, not law",
      sourced: SamplePool.day("2026-02-09"), owner: "Finance", confidence: .c,
      use: .turns(matter))
  }

  @Test func `the switches of the deficit are read off the table, and none is supposed`() throws {
    let rows = [
      try policy("P1", .stabilityGrant, .on), try policy("P2", .override, .off),
      try policy("P4", .blockTransfer, .on),
    ]
    #expect(
      try AssumptionTable(rows).switches() == [
        .stabilityGrant: .on, .override: .off, .blockTransfer: .on,
      ])
    let two = try AssumptionTable(Array(rows.dropFirst()))
    #expect(
      words { _ = try two.switches() }.hasPrefix(
        "error assumption-missing: no assumption is for High Needs Stability Grant\n"))
    #expect(
      words {
        _ = try Assumption(
          SamplePool.known(AssumptionReference("P1")), "Override",
          .rate(Assumption.Spread(.zero, .zero, .zero), .ofWhole), source: "announced",
          sourced: SamplePool.day("2026-02-09"), owner: "Finance", confidence: .c,
          use: .turns(.override))
      }.contains("its values are of another kind"))
  }
}
