import Bookkeeping
package import Funding

extension Report {
  /// Every budget and its versions, in the order in which they were set.
  package static func budgets(_ budgets: [BudgetVersion], _ chart: Chart, _ header: [Fact])
    -> Report
  {
    Report(
      schema: "sendledger/budgets@1", title: "Budgets and their versions", of: header,
      Table(
        "budgets", caption: "As they were set", of: budgets,
        [
          .text("year", "Year") { FinancialYear(of: $0.day).description },
          .text("fund", "Fund") { chart.name(of: $0.fund) },
          .text("line", "Line") { line($0.line) },
          .text("version", "Version") { String($0.version) },
          .day("day", "Day") { $0.day },
          .money("amount", "Amount") { $0.amount },
          .text("authority", "Authority") { $0.authority },
        ]))
  }

  private static func line(_ use: Use?) -> String {
    guard let use, let line = use.line else { return "vote" }
    return [line.rawValue, use.setting?.rawValue].compactMap(\.self).joined(separator: " ")
  }
}
