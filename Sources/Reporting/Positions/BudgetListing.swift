import Bookkeeping
package import Funding

/// Every budget and its versions, as they were set.
package struct BudgetListing {
  private let budgets: [BudgetVersion]

  /// - Parameter budgets: the budgets to be shown, in the order in which they were set.
  package init(_ budgets: [BudgetVersion]) {
    self.budgets = budgets
  }

  package func report(_ chart: Chart, _ header: [Report.Fact]) -> Report {
    Report(
      schema: "sendledger/budgets@1", title: "Budgets and their versions",
      blocks: [
        .facts(header),
        .table(
          Table(
            "budgets", caption: "As they were set", of: budgets,
            [
              Table.Field("year", "Year", .text) { .text(FinancialYear(of: $0.day).description) },
              Table.Field("fund", "Fund", .text) { .text(chart.name(of: $0.fund)) },
              Table.Field("line", "Line", .text) { .text(BudgetListing.line($0.line)) },
              Table.Field("version", "Version", .text) { .text(String($0.version)) },
              Table.Field("day", "Day", .day) { .day($0.day) },
              Table.Field("amount", "Amount", .money) { .money($0.amount) },
              Table.Field("authority", "Authority", .text) { .text($0.authority) },
            ])),
      ])
  }

  private static func line(_ use: Use?) -> String {
    guard let use, let line = use.line else { return "vote" }
    return [line.rawValue, use.setting?.rawValue].compactMap(\.self).joined(separator: " ")
  }
}
