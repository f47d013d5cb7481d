import Bookkeeping
import Funding

/// Payments advanced to families and third parties: a row a plan line, a reference a payment.
struct DirectPaymentsFormat: RowFormat {
  let fields = [
    FieldSpec("child", required: true, twin: true),
    FieldSpec("line", headings: ["plan line"], required: true, twin: true),
    FieldSpec("due", .day, headings: ["due date"], required: true),
    FieldSpec("paid", .day, headings: ["paid date", "date paid"], required: true),
    FieldSpec("covers", headings: ["period"], required: true),
    FieldSpec("amount", .amount, required: true, twin: true),
    FieldSpec(
      "reference", headings: ["payment reference"], required: true, hidden: true, number: true),
  ]

  private enum Column: Int, FieldPlace {
    case child, line, due, paid, covers, amount, reference
  }

  func meaning(of row: TypedRow) throws(Diagnostic) -> Meaning {
    let amount = try row.amount(Column.amount).money
    if amount == .zero { return .nothing }
    let paid = try row.day(Column.paid)
    let advance = DirectPaymentAdvanced(
      try row.planLine(child: Column.child, line: Column.line), amount,
      due: try row.day(Column.due), paid: paid,
      covers: try row.value(Column.covers, "a month, such as October 2026", Self.period))
    return .says(
      RowMeaning(
        amount: amount, day: paid,
        intent: .advance(advance, reference: try row.filled(Column.reference))))
  }

  /// A period in words, which goes into the ledger and so must not be able to hold a name: months,
  /// days, numbers and the words between them.
  private static func period(_ text: String) -> LedgerText? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    let known = Set(
      monthNames + monthNames.map { String($0.prefix(3)) } + [
        "to", "week", "weeks", "month", "term", "autumn", "spring", "summer", "and",
      ])
    let isPeriod = words.allSatisfy { word in
      word.allSatisfy(\.isNumber) || known.contains(String(word))
    }
    return isPeriod && !words.isEmpty && text.utf8.count <= 60 ? LedgerText(asRead: text) : nil
  }
}
