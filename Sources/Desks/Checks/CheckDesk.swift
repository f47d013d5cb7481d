package import Bookkeeping
package import Disaggregation
import Funding
package import Reporting
import Storage

/// What must agree in a ledger, and the breaches of what has been divided.
package struct CheckDesk {
  package let report: CheckReport
  package let breaches: [DivisionBreach]

  /// Adds everything up again.
  ///
  /// `day` is the day whose end the books are read at; all of them, if none is given.
  /// `today` is the day on which contracts and lines have to hold, where no day is given.
  package init(_ books: OpenBooks, asOf day: Day?, today: Day) async throws {
    let last = day ?? CheckDesk.lastDay
    let sums = ReconciliationBooks(
      balances: try await books.books.balances(through: last),
      flows: try await books.books.flows(DaySpan(through: last)),
      shares: try await books.books.all(AgreedShare.self).map(\.value), chart: books.chart)
    let divisions = DivisionCheck(try await books.books.divisions(on: day ?? today))
    breaches = try await books.books.traced(divisions.breaches)
    report = CheckReport(sums.reconciliations, divisions, breaches: breaches)
  }

  /// After every day that anything can be posted on.
  private static let lastDay = FinancialYear(starting: 2199).last
}
