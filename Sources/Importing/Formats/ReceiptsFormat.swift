import Bookkeeping
import Funding
import Storage

/// What a family's payments were for, how each was worked out, and whether the receipt is here.
struct ReceiptsFormat: RowFormat {
  let fields = [
    FieldSpec("child", required: true),
    FieldSpec("line", headings: ["plan line"], required: true),
    FieldSpec("date", .day, headings: ["day"], required: true),
    FieldSpec("amount", .amount, required: true),
    FieldSpec("what for", required: true, hidden: true),
    FieldSpec("how worked out", headings: ["workings"], required: true, hidden: true),
    FieldSpec("receipt", required: true),
  ]
  let context: ImportContext

  private enum Column: Int, FieldPlace {
    case child, line, date, amount, purpose, workings, receipt
  }

  func meaning(of row: TypedRow) throws(Diagnostic) -> Meaning {
    let amount = try row.amount(Column.amount).money
    let day = try row.day(Column.date)
    var texts: [KeptText] = []
    func kept(_ field: some FieldPlace) -> TextReference? {
      if row.isEmpty(field) { return nil }
      let reference = context.salt.reference(to: row.text(field))
      texts.append(KeptText(reference: reference.code, text: row.text(field)))
      return reference
    }
    let receipt = Receipt(
      try row.planLine(child: Column.child, line: Column.line), amount, on: day,
      purpose: kept(Column.purpose), workings: kept(Column.workings),
      status: try row.word(Column.receipt, Receipt.Status.self))
    return .says(
      RowMeaning(amount: amount, day: day, intent: .post([.receipt(receipt)]), texts: texts))
  }
}
