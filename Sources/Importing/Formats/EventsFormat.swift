import Bookkeeping

/// Events that have no file of their own, one a row.
struct EventsFormat: RowFormat {
  let fields = EventsFormat.specs
  let context: ImportContext

  enum Column: Int, FieldPlace {
    case event, day, amount, fund, line, setting, child, planLine, contract, partner, paidBy, due,
      authority, record, commitment
  }

  static let specs = [
    FieldSpec("event", required: true, twin: true),
    FieldSpec("day", .day, headings: ["date"], required: true),
    FieldSpec("amount", .amount, required: true, twin: true),
    FieldSpec("fund", twin: true),
    FieldSpec("line", headings: ["section 251 line"], twin: true),
    FieldSpec("setting"),
    FieldSpec("child", twin: true),
    FieldSpec("plan line", twin: true),
    FieldSpec("contract"),
    FieldSpec("partner"),
    FieldSpec("paid by"),
    FieldSpec("due", .day),
    FieldSpec("authority", headings: ["document", "reason"], hidden: true, number: true),
    FieldSpec("record"),
    FieldSpec("commitment"),
  ]

  func meaning(of row: TypedRow) throws(Diagnostic) -> Meaning {
    var kept: [KeptText] = []
    let authority = context.plain(row.text(Column.authority), keeping: &kept)
    let event = try EventReader(row: row, chart: context.chart, authority: authority).event()
    let amount = try row.isEmpty(Column.amount) ? .zero : row.amount(Column.amount).money
    return .says(
      RowMeaning(amount: amount, day: try row.day(Column.day), intent: .post([event]), texts: kept))
  }
}
