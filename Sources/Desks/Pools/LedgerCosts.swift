package import Bookkeeping
package import Funding
import Modelling
package import Reporting
import Storage

/// Reads from a ledger what a projection begins with, as it was known at a point.
package struct LedgerCosts {
  private let ledger: OpenLedger
  private let scope: CostScope
  package let day: Day
  private let knownAt: Int?

  /// `knownAt` is the number of the last record that counts, or none where all do.
  package init(_ ledger: OpenLedger, of scope: CostScope, on day: Day, knownAt: Int?) {
    self.ledger = ledger
    self.scope = scope
    self.day = day
    self.knownAt = knownAt
  }

  /// What each year was spent on, from the ledger's first.
  package func history() async throws -> CostHistory {
    let first = ledger.charter.firstYear
    let book = try await ledger.flowBook(
      CostHistory.spans(from: first, on: day), knownAt: knownAt)
    return CostHistory(scope, from: first, on: day, from: book, chart: ledger.charter.chart)
  }

  /// The children who have plan lines, and what was spent for them in the year of the day.
  package func children() async throws -> FundedChildren {
    let flows = try await ledger.store.flows(
      FlowQuery(FundedChildren.span(day), knownAt: knownAt))
    return FundedChildren(
      scope, on: day, lines: try await ledger.planLines(knownAt: knownAt), flows: flows,
      chart: ledger.charter.chart)
  }
}

extension OpenLedger {
  /// The versions of all plan lines, as they were known at a record.
  ///
  /// An import that was taken back later had not been yet.
  package func planLines(knownAt: Int?) async throws -> [PlanLine] {
    func isKnown(_ record: JournalRecord) -> Bool {
      knownAt.map { record.number <= $0 } ?? true
    }
    let undone = Set(
      try await store.records(mentioning: .fact(.importUndone)).filter(isKnown)
        .compactMap { $0.content.fact.flatMap { ImportReference($0.subject)?.number } })
    return try await store.records(mentioning: .fact(.planLine)).filter(isKnown)
      .compactMap { record in
        guard let fact = record.content.fact, !fact.source.isUndone(undone) else { return nil }
        return PlanLine(fact)
      }
  }
}
