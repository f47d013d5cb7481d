import Bookkeeping
import Funding

/// Transfers from one block of the grant to another, each with its authority.
struct TransfersFormat: RowFormat {
  let fields = [
    FieldSpec("from", required: true),
    FieldSpec("to", required: true),
    FieldSpec("amount", .amount, required: true),
    FieldSpec("base", .amount),
    FieldSpec("forum minute", headings: ["forum"], hidden: true),
    FieldSpec(
      "reference", headings: ["secretary of state", "disapplication reference"], hidden: true),
    FieldSpec("day", .day, headings: ["date"], required: true),
  ]
  let context: ImportContext

  private enum Column: Int, FieldPlace {
    case from, to, amount, base, forum, reference, day
  }

  func meaning(of row: TypedRow) throws(Diagnostic) -> Meaning {
    let amount = try row.amount(Column.amount).money
    if amount == .zero { return .nothing }
    let day = try row.day(Column.day)
    var kept: [KeptText] = []
    let words = [Column.forum, Column.reference].map { field in
      row.isEmpty(field) ? nil : context.plain(row.text(field), keeping: &kept)
    }
    let transfer = BlockTransferred(
      from: try row.value(Column.from, "a fund of the ledger", context.chart.fund),
      to: try row.value(Column.to, "a fund of the ledger", context.chart.fund), amount,
      base: try row.isEmpty(Column.base) ? nil : row.amount(Column.base).money,
      forum: words[0], secretaryOfState: words[1], on: day)
    return .says(
      RowMeaning(
        amount: amount, day: day, intent: .post([.blockTransferred(transfer)]), texts: kept))
  }
}
