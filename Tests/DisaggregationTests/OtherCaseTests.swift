import Bookkeeping
import Disaggregation
import Funding
import Importing
import TestSupport
import Testing

/// Cases of the same keys in other mixes and other units.
struct OtherCaseTests {
  private func imported(_ inputs: String) throws -> Imported {
    try Imported(
      cases: "{\"cases\": [{\"id\": \"K1\", \"title\": \"Help\", \"inputs\": {\(inputs)}}]}")
  }

  private func assessed(_ inputs: String) throws -> Assessment {
    let imported = try imported(inputs)
    try #require(imported.refusals.map(\.problem) == [])
    return try imported.assessed("K1")
  }

  private func effect(_ inputs: String) throws -> Effect {
    try #require(try assessed(inputs).effect)
  }

  @Test(arguments: Rate.Unit.allCases)
  func `a contract may be counted in any unit`(unit: Rate.Unit) throws {
    let (one, many) = (unit.rawValue, unit.rawValue + "s")
    let given = try assessed(
      """
      "contract_sum": 216000, "capacity_\(many)": 2400, "child_\(many)": 18, "market_\(one)": 95,
      "dp_overhead": 120, "waiting_\(many)": 40, "spot_\(one)": 95, "regime": "special-education",
      "fund": "high-needs", "line": "1.2.13"
      """)
    #expect(given.given.contract.volume.unit == unit)
    #expect(given.effect?.netCost == 120_00)
    #expect(given.outcome == .disaggregate)
  }

  @Test func `steps, a minimum and a waiting list stand in one case together`() throws {
    let given = try assessed(
      """
      "contract_sum": 216000, "capacity_sessions": 3600, "children": 150, "child_sessions": 24,
      "sessions_released_step": 180, "step_saving": 10800, "steps": 20, "min_viable": 3590,
      "waiting_sessions": 10, "spot_session": "70.00", "market_session": "68.00",
      "family_session": 75, "notice_months": 3, "breaks": ["2027-04-01", "2026-05-01"]
      """)
    let effect = try #require(given.effect)
    #expect(effect.notional == 1440_00)
    #expect(effect.floor == 1632_00)
    #expect(effect.backfill == 700_00)
    #expect(effect.releasable == .zero)
    // Ten of the twenty-four are filled again.
    #expect(given.harm == [.belowMinimum(left: Fraction(3586), minimum: Fraction(3590))])
    #expect(given.outcome == .refuseBoth)
    #expect(given.later.map(\.day) == [day("2027-04-01")])
    #expect(given.given.position.children == 150)
    #expect(given.given.evidence.count { $0.shows == .quote } == 2)
  }

  @Test func `a framework in sessions is called off by the week`() throws {
    let effect = try effect(
      "\"framework_session\": 60, \"sessions_week\": 1.5, \"weeks\": 38, \"family_session\": 55")
    #expect(effect.exits == Fraction(57))
    #expect(effect.releasable == 3420_00)
    #expect(effect.floor == 3135_00)
  }

  @Test func `a step alone is enough, and so is a top-up that saves nothing`() throws {
    let step = try assessed(
      "\"sessions_released_step\": 100, \"step_saving\": 5000, \"child_sessions\": 100, "
        + "\"market_session\": 40")
    #expect(step.effect?.releasable == 5000_00)
    #expect(step.outcome == .disaggregate)
    let topUp = try assessed(
      "\"top_up\": 5000, \"child_hours\": 39, \"market_hour\": 80, \"school_consents\": true")
    #expect(topUp.missing == [.variablePrice])
    #expect(topUp.outcome == .insufficientEvidence)
  }

  @Test func `a price of the year is of one thing, whatever the contract counts`() throws {
    let effect = try effect(
      "\"contract_sum\": 60000, \"capacity_hours\": 400, \"child_hours\": 40, "
        + "\"market_annual\": 5800")
    #expect(effect.notional == 6000_00)
    #expect(effect.floor == 5800_00)
  }

  @Test func `a place is never divided, and what is bought for one child ends with it`() throws {
    #expect(try assessed("\"place_funding\": 10000").outcome == .never)
    let spot = try assessed("\"spot_hour\": 90, \"child_hours\": 20, \"market_hour\": 80")
    #expect(spot.given.contract.kind == .spot)
    #expect(spot.effect?.releasable == 1800_00)
    #expect(spot.outcome == .disaggregate)
  }

  @Test func `the law that a case names goes before the one that its keys suggest`() throws {
    let nights = "\"contract_sum\": 1000, \"nights\": 100, \"child_nights\": 1, \"market_night\": 9"
    #expect(try assessed(nights).outcome == .otherRegime)
    #expect(try assessed(nights).given.contract.fund == .socialCare)
    let said = try assessed(
      nights + ", \"regime\": \"special-education\", \"fund\": \"High needs\", \"line\": \"1.2.13\""
    )
    #expect(said.outcome == .disaggregate)
  }

  @Test func `what was found out goes before what is assumed`() throws {
    let base =
      "\"contract_sum\": 1000, \"capacity_hours\": 100, \"child_hours\": 1, \"market_hour\": 9"
    #expect(try assessed(base).outcome == .disaggregate)
    #expect(try assessed(base + ", \"eligible\": false").outcome == .organisedArrangement)
    #expect(try assessed(base + ", \"hours_lost\": 12.5").outcome == .refuseAdverse)
    #expect(try assessed(base + ", \"price_rise_pct\": 12.5").outcome == .refuseAdverse)
    #expect(try assessed(base + ", \"price_rise_pct\": \"10%\"").outcome == .disaggregate)
    #expect(try assessed(base + ", \"service_cut\": true").outcome == .refuseAdverse)
    #expect(try assessed(base + ", \"on_premises\": true").outcome == .insufficientEvidence)
    #expect(try assessed(base + ", \"head_consents\": false").outcome == .organisedArrangement)
    #expect(try assessed(base + ", \"asks\": \"statement\"").outcome == .organisedArrangement)
    #expect(try assessed(base + ", \"window\": \"none\"").outcome == .insufficientEvidence)
    #expect(
      try assessed(base + ", \"asked\": \"2026-05-06\"").given.request.asked == day("2026-05-06"))
  }

  @Test func `a note is passed over, and a key that is not known is not`() throws {
    let base =
      "\"contract_sum\": 1000, \"capacity_hours\": 100, \"child_hours\": 1, \"market_hour\": 9"
    #expect(try assessed(base + ", \"note\": \"anything at all\"").outcome == .disaggregate)
    let unknown = try imported(base + ", \"capacity_minutes\": 9")
    #expect(unknown.refusals.map(\.code) == ["word-not-known"])
    #expect(unknown.requests.isEmpty)
  }
}
