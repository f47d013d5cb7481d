import Bookkeeping
import Disaggregation
import Funding
import Rendering
import Reporting
import Testing

/// What a report says of other requests, and of what would be posted.
struct DecisionEntriesTests {
  private static let paidAs = DecisionCases.known(PlanLineReference("SPB-004217/9"))

  /// A year's sum in place of sessions, committed from January, with what it frees given back.
  static func entries() throws -> ProposedEntries {
    let use = Use(line: .directPayments, agency: .education, planLine: paidAs)
    let line = try PlanLine(
      paidAs, for: DecisionCases.known(TextReference("0123456789abcdef")), section: .f,
      from: .highNeeds, use, held: .directPayment, rate: Rate(1_830_00, per: .year),
      days: DecisionCases.day("2027-01-01"), to: nil,
      decision: PlanLine.Decision(
        reference: "D-2026-0711", by: "SEND panel", on: DecisionCases.today))
    let contract = Use(line: .therapies, contract: DecisionCases.contractReference)
    let months = ["2027-01-01", "2027-02-01", "2027-03-01"].map(DecisionCases.day)
    let made = zip(months, Money(pence: 451_23).shared(in: [1, 1, 1])).map { day, amount in
      Proposal(
        .commitmentMade, on: day,
        [Movement(amount, debit: line.coding(.committed), credit: line.budget)])
    }
    let released = zip(months, Money(pence: 150_00).shared(in: [1, 1, 1])).map { day, amount in
      Proposal(
        .sumReleased, on: day,
        [
          Movement(
            amount, debit: Coding(.highNeeds, .allocated, contract.budgetLine),
            credit: Coding(.highNeeds, .committed, contract))
        ])
    }
    return ProposedEntries(
      .cash(
        CashGrant(line, releasable: 600_00, from: line.from, backfill: 1_710_00, replaces: nil)),
      made + released,
      before: ProposedEntries.FundBefore(
        states: 5_000_000_00, sources: 5_000_000_00, uncommitted: 80_000_00))
  }

  @Test func `the entries stand in full, the fund still balances, and the change is printed`()
    throws
  {
    let entries = try Self.entries()
    #expect(entries.changeOfEntries == Money(pence: 150_00 - 451_23))
    // B is posted only where the purchase that it replaces is named.
    #expect(entries.changeOfFullYear == Money(pence: 600_00 - 1_830_00))
    let report = DecisionReport(try DecisionCases.papers(entries: entries)).report
    let tables = report.tables
    #expect(tables.first { $0.name == "entries" }?.rows.count == 6)
    let fund = try #require(tables.first { $0.name == "fund" }).rows.map { $0.cells[1] }
    #expect(
      fund == [
        .money(5_000_000_00), .money(5_000_000_00), .money(5_000_000_00), .money(5_000_000_00),
        .money(80_000_00), .money(-301_23), .money(79_698_77), .money(-1_230_00),
      ])
    let text = TextRenderer(width: 10_000).render(report)
    #expect(text.contains("The states of the fund still equal its sources, £5,000,000.00."))
    #expect(text.contains("changes what is uncommitted by \u{2212}£1,230.00"))
  }

  @Test func `a fund whose states are not its sources is said not to balance`() throws {
    let entries = try Self.entries()
    let wrong = ProposedEntries(
      entries.grant, entries.proposals,
      before: ProposedEntries.FundBefore(states: 5, sources: 4, uncommitted: 0))
    let report = DecisionReport(try DecisionCases.papers(entries: wrong)).report
    let text = TextRenderer(width: 10_000).render(report)
    #expect(text.contains("do not equal its sources: £0.05 and £0.04."))
  }

  static func others(_ assessment: Assessment) throws -> DecisionPapers.OtherRequests {
    let leaver = DecisionCases.known(assessment.given.leaver)
    let all = (1...16).map { number in
      Leaver(
        DecisionCases.known(PlanLineReference("SPB-0042\(number + 10)/2")),
        asked: leaver.asked.advanced(by: -number), units: leaver.units, price: leaver.price,
        overheads: leaver.overheads, notional: leaver.notional, tolerance: leaver.tolerance)
    }
    return DecisionPapers.OtherRequests(
      15, Recommendation(of: all, from: assessment.given.position))
  }

  @Test func `live requests stand in the order in which they could be granted`() throws {
    let assessment = try DecisionCases.assessment(DecisionCases.Shape())
    let report = DecisionReport(
      try DecisionCases.papers(others: try Self.others(assessment))
    ).report
    let order = try #require(report.tables.first { $0.name == "order" })
    #expect(order.rows.count == 16)
    #expect(order.rows.filter { $0.cells[7] == .text("yes") }.count == 15)
    let text = TextRenderer(width: 10_000).render(report)
    #expect(text.contains("Of 16 requests, 15 could be granted together, in this order."))
  }
}
