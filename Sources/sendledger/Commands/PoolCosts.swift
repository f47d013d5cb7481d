import ArgumentParser
import Desks
import Reporting

struct PoolCosts: PointedReport {
  static let configuration = CommandConfiguration(
    "costs", "Print what each year was spent, and the children it was for.",
    "It is what a projection begins with, as it is known now or was known at a point.",
    examples: [
      "sendledger pool costs --as-of 2026-10-31",
      "sendledger pool costs --fund high-needs --line 1.2.2 --as-known-at 2026-09-30",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var point: PointOptions

  @OptionGroup var counted: CostScopeOptions

  func read(_ books: OpenBooks) async throws -> Report {
    let costs = LedgerCosts(books, of: try counted.scope(books), on: books.lastDay(counted.asOf))
    return try await costs.children().report(try await costs.history(), books.header)
  }
}
