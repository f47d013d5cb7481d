import Bookkeeping
import Funding

/// Budgets by fund and line; a row without a line is the council's vote to the fund.
struct BudgetsFormat: RowFormat {
  let fields = [
    FieldSpec("fund", required: true),
    FieldSpec("line", headings: ["section 251 line"], required: true),
    FieldSpec("setting"),
    FieldSpec("amount", .amount, headings: ["budget"], required: true),
    FieldSpec("authority", required: true, hidden: true),
    FieldSpec("version", required: true),
    FieldSpec("day", .day, headings: ["date", "from"], required: true),
  ]
  let context: ImportContext

  private enum Column: Int, FieldPlace {
    case fund, line, setting, amount, authority, version, day
  }

  func meaning(of row: TypedRow) throws(Diagnostic) -> Meaning {
    let amount = try row.amount(Column.amount).money
    let fund = try row.value(Column.fund, "a fund of the ledger", context.chart.fund)
    let line = try row.section251Line(Column.line)
    let setting = try row.setting(Column.setting)
    let version = try row.value(Column.version, "a whole number from 1 on") { text in
      Int(text).flatMap { $0 > 0 ? $0 : nil }
    }
    let day = try row.day(Column.day)
    var kept: [KeptText] = []
    let authority = context.plain(try row.filled(Column.authority), keeping: &kept)
    let budget = BudgetSet(
      fund, line: line.map { Use(line: $0, setting: setting) }, amount,
      authority: authority, version: version, on: day)
    return .says(
      RowMeaning(amount: amount, day: day, intent: .post([.budgetSet(budget)]), texts: kept))
  }
}
