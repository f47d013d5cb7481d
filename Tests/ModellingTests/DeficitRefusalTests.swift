import Bookkeeping
import Modelling
import Testing

/// A deficit by year that cannot be worked out: each refused, with its words.
struct DeficitRefusalTests {
  private func year(_ name: String, _ funding: Money = 5_00) -> DeficitOutlook.Year {
    DeficitOutlook.Year(SamplePool.year(name), funding: funding, cost: 6_00)
  }

  private func transfer(_ name: String) throws -> BlockTransferOutlook {
    try BlockTransferOutlook(in: SamplePool.year(name), base: 200_00, amount: 1_00)
  }

  private func problem(
    _ years: [DeficitOutlook.Year], transfers: [BlockTransferOutlook] = [],
    eligible: Money? = nil
  ) -> String {
    do {
      _ = try DeficitOutlook(
        broughtForward: 10_00, years: years, transfers: transfers,
        grant: eligible.map { StabilityGrant(eligible: $0) })
      return "accepted"
    } catch {
      let diagnostic = error.diagnostic(at: nil)
      return "\(diagnostic.code): \(diagnostic.problem)"
    }
  }

  @Test func `years that are not whole are refused`() {
    #expect(problem([]) == "deficit-years-not-whole: no year is given")
    #expect(
      problem([year("2026-27"), year("2028-29")])
        == "deficit-years-not-whole: there is no year next after 2026-27")
    #expect(
      problem([year("2026-27", -1)])
        == "deficit-years-not-whole: 2026-27 has funding or a cost of −£0.01")
  }

  @Test func `a transfer that cannot be is refused`() throws {
    #expect(
      problem([year("2026-27")], transfers: [try transfer("2027-28")])
        == "transfer-not-usable: the transfer of 2027-28 is outside the years")
    #expect(
      problem([year("2026-27")], transfers: [try transfer("2026-27"), try transfer("2026-27")])
        == "transfer-not-usable: 2026-27 has two transfers")
    let refusal = #expect(throws: DeficitOutlook.Refusal.self) {
      try BlockTransferOutlook(in: SamplePool.year("2026-27"), base: 1_00, amount: 1_01)
    }
    #expect(
      refusal?.diagnostic(at: nil).description == """
        error transfer-not-usable: the transfer of 2026-27 is £1.01 of a base of £1.00
          why     a transfer out of the schools block is for one year, and its share is of a stored base
          next    give one transfer a year, positive and up to its base
        """)
    #expect(throws: DeficitOutlook.Refusal.self) {
      try BlockTransferOutlook.withinForum(in: SamplePool.year("2026-27"), base: 1_99)
    }
  }

  @Test func `a grant beyond the deficit, or outside its year, is refused`() {
    #expect(problem([year("2026-27")], eligible: 10_00) == "accepted")
    #expect(
      problem([year("2026-27")], eligible: 10_01)
        == "grant-not-usable: £10.01 is said to be eligible, of £10.00 brought forward")
    #expect(
      problem([year("2027-28")], eligible: 1)
        == "grant-not-usable: the years begin with 2027-28")
  }
}
