package import Bookkeeping
import Funding
package import Reporting
import Storage

/// Reads from a ledger what a projection begins with, as it was known at a point.
package struct LedgerCosts {
  private let open: OpenBooks
  private let scope: CostScope
  package let day: Day

  package init(_ books: OpenBooks, of scope: CostScope, on day: Day) {
    open = books
    self.scope = scope
    self.day = day
  }

  /// What each year was spent on, from the ledger's first.
  package func history() async throws -> CostHistory {
    let first = open.charter.firstYear
    let book = try await open.flowBook(CostHistory.spans(from: first, on: day))
    return CostHistory(scope, from: first, on: day, from: book, chart: open.chart)
  }

  /// The children who have plan lines, and what was spent for them in the year of the day.
  package func children() async throws -> FundedChildren {
    let flows = try await open.books.flows(FundedChildren.span(day))
    return FundedChildren(
      scope, on: day, lines: try await open.planLines(), flows: flows,
      chart: open.chart)
  }
}
