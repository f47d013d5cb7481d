package import Bookkeeping
package import Funding
package import Reporting
import Storage

extension OpenBooks {
  /// Where every pound of a fund is.
  ///
  /// - Throws: a ``DeskFailure`` for a day before the first year, or a setting that is not adopted.
  package func position(
    of fund: Fund, _ days: PositionDays, isGrouped: Bool
  ) async throws -> BlockPosition {
    try requireOpened(by: days.last)
    let groups = isGrouped ? try books.policy.groups(on: days.last) : nil
    let closed = try await books.closedYears()
    return BlockPosition(
      of: fund, days, from: try await flowBook(days.spans), chart: chart,
      openYear: openYear(before: days.year, closed), isClosed: closed.contains(days.year),
      groups: groups)
  }

  /// The position as a report; what counts as spent is as the policy of the day has it.
  package func positionReport(
    of fund: Fund, _ days: PositionDays, isGrouped: Bool
  ) async throws -> Report {
    try await position(of: fund, days, isGrouped: isGrouped).report(
      header, counted: try books.policy.counted(on: days.last))
  }

  package func trialBalance(of layer: Layer, on day: Day) async throws -> TrialBalance {
    TrialBalance(
      of: layer, on: day, from: try await flowBook([TrialBalance.span(day)]), chart: chart)
  }

  /// What a year leaves, or would leave if it were closed now.
  package func outturn(of year: FinancialYear) async throws -> YearOutturn {
    try requireOpened(by: year.last)
    return YearOutturn(
      year, from: try await flowBook(YearOutturn.spans(year)), chart: chart,
      openYear: openYear(before: year.next, try await books.closedYears()))
  }

  /// The earliest year before a year that is not closed, if one is not.
  private func openYear(
    before year: FinancialYear, _ closed: Set<FinancialYear>
  ) -> FinancialYear? {
    stride(from: charter.firstYear, to: year, by: 1).first { !closed.contains($0) }
  }

  /// Every budget that was set, of one fund or of all.
  package func budgets(of fund: Fund?) async throws -> Report {
    .budgets(
      try await books.all(BudgetVersion.self).map(\.value)
        .filter { budget in fund.map { $0 == budget.fund } ?? true }, chart, header)
  }

  /// The transfers between blocks.
  package func transfers() async throws -> TransferListing {
    TransferListing(try await books.records(mentioning: .event(.blockTransferred)))
  }

  /// The payments that nobody has placed yet.
  package func suspense() async throws -> SuspenseListing {
    var waiting: [JournalRecord] = []
    for record in try await books.records(mentioning: .event(.paymentNotPlaced))
    where record.content.entry?.correction?.isReversal != true {
      if try await books.correction(of: record.number) == nil { waiting.append(record) }
    }
    return SuspenseListing(waiting)
  }
}
