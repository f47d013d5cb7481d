package import Bookkeeping
package import Funding
package import Reporting
import Storage

extension OpenLedger {
  /// What every report says of the ledger that it was read from.
  package func header() async throws -> [Report.Fact] {
    let head = try await store.head()
    return [
      Report.Fact("Authority", .text("\(charter.authority) (\(charter.code))")),
      Report.Fact("Ledger", .text("record \(head.number), head \(head.digest)")),
    ]
  }

  package func fund(_ text: String) throws -> Fund {
    guard let fund = charter.chart.fund(text) else {
      let known = charter.chart.funds.map(\.value.description).joined(separator: ", ")
      throw DeskFailure(
        .notFound,
        Diagnostic(
          .error, "fund-not-known", problem: "the ledger keeps no fund “\(text)”",
          next: "name one of: \(known)"))
    }
    return fund
  }

  package func flowBook(_ spans: [DaySpan], knownAt: Int?) async throws -> FlowBook {
    var flows: [DaySpan: [Flow]] = [:]
    for span in spans { flows[span] = try await store.flows(FlowQuery(span, knownAt: knownAt)) }
    return FlowBook(flows)
  }

  package func position(
    of fund: Fund, _ days: PositionDays, knownAt: Int?, isGrouped: Bool
  ) async throws -> BlockPosition {
    let policy = try await store.policy()
    let groups = isGrouped ? try policy.groups(on: days.last) : nil
    return BlockPosition(
      of: fund, days, from: try await flowBook(days.spans, knownAt: knownAt),
      chart: charter.chart, openYear: try await openYear(before: days.year, knownAt: knownAt),
      groups: groups)
  }
}

extension OpenLedger {
  package func outturn(of year: FinancialYear, knownAt: Int?) async throws -> YearOutturn {
    YearOutturn(
      year, from: try await flowBook(YearOutturn.spans(year), knownAt: knownAt),
      chart: charter.chart, openYear: try await openYear(before: year.next, knownAt: knownAt))
  }
}

extension OpenLedger {
  /// A day that was asked for, or else the day of the last record that counts.
  ///
  /// It is not today, so that one head gives the same bytes on every day.
  package func lastDay(_ asked: Day?, knownAt: Int?) async throws -> Day {
    if let asked { return asked }
    if let knownAt, let record = try await store.record(knownAt) { return record.recorded }
    return try await store.head().recorded ?? charter.firstYear.first
  }

  /// The same, but no later than the day of the last record: nothing has happened beyond it.
  package func knownDay(_ asked: Day?, knownAt: Int?) async throws -> Day {
    min(try await lastDay(asked, knownAt: knownAt), try await lastDay(nil, knownAt: nil))
  }
}

extension OpenLedger {
  /// The last record by a day, or the record of a number.
  package func record(at text: String) async throws -> Int {
    if let day = Day(text) { return try await store.lastRecorded(by: day) }
    guard let number = Int(text), number >= 0, try await store.head().number >= number else {
      throw DeskFailure(
        .notFound,
        Diagnostic(
          .error, "point-not-known", problem: "“\(text)” is not a day or a record of the ledger",
          next: "give a day such as 2026-10-31, or a number from: sendledger audit log"))
    }
    return number
  }
}

extension OpenLedger {
  /// The earliest year before a year that is not closed, if one is not.
  func openYear(before year: FinancialYear, knownAt: Int?) async throws -> FinancialYear? {
    let closed = try await store.facts(.fact(.yearClosed))
      .filter { found in knownAt.map { found.number <= $0 } ?? true }.map(\.fact.subject)
    var open = charter.firstYear
    while closed.contains(open.description) { open = open.next }
    return open < year ? open : nil
  }
}
