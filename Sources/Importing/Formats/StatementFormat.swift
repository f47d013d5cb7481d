import Bookkeeping
import Funding

/// A family's bank or card statement, in the layout of one bank.
///
/// The mapping says which column is what and which payee is paid for which plan line.
struct StatementFormat: RowFormat {
  let fields: [FieldSpec]
  var order: [String]? { mapping.order }
  private let child: ChildReference
  private let mapping: Mapping
  private var hasTwoColumns = false

  private enum Column: Int, FieldPlace {
    case date, payee, amount, paidOut, paidIn, balance, reference, type
  }

  static let specs = [
    FieldSpec("date", .day, required: true),
    FieldSpec("payee", required: true, hidden: true, twin: true),
    FieldSpec("amount", .amount, twin: true),
    FieldSpec("paid out", .amount, twin: true),
    FieldSpec("paid in", .amount, twin: true),
    FieldSpec("balance", .amount, carried: true),
    FieldSpec("reference", hidden: true, number: true),
    FieldSpec("type", hidden: true, carried: true),
  ]

  init(of child: ChildReference, _ mapping: Mapping) {
    self.child = child
    self.mapping = mapping
    fields = mapping.fields(StatementFormat.specs)
  }

  mutating func begin(_ layout: Layout) throws(Diagnostic) {
    hasTwoColumns =
      layout.columns[Column.paidOut.place] != nil && layout.columns[Column.paidIn.place] != nil
    guard hasTwoColumns || layout.columns[Column.amount.place] != nil else {
      throw Diagnostic.error(
        "columns-not-found", "the file has no column of amounts",
        next: "name it in the mapping: amount, or paid out and paid in")
    }
  }

  func meaning(of row: TypedRow) throws(Diagnostic) -> Meaning {
    let payee = row.text(Column.payee)
    if mapping.remarks.contains(where: { PayeeName.key(of: payee).hasPrefix($0) }) {
      return .heading
    }
    let amount = try amount(of: row)
    let day = try row.day(Column.date)
    if amount == .zero { return .nothing }
    let balance = row.isEmpty(Column.balance) ? nil : try row.amount(Column.balance).money
    let name = payee.isEmpty ? row.text(Column.reference) : payee
    let line = StatementLine(
      child: child, meaning: mapping.meaning(of: name, for: child), balance: balance)
    return .says(RowMeaning(amount: amount, day: day, intent: .statementLine(line)))
  }

  /// What the row did to the account: positive where money came in.
  private func amount(of row: TypedRow) throws(Diagnostic) -> Money {
    guard hasTwoColumns else {
      let amount = try row.amount(Column.amount).money
      return mapping.spendingIsPositive ? -amount : amount
    }
    // The two columns hold amounts without a sign; some banks print one all the same.
    let out = row.isEmpty(Column.paidOut) ? .zero : try row.amount(Column.paidOut).money.magnitude
    let into = row.isEmpty(Column.paidIn) ? .zero : try row.amount(Column.paidIn).money
    if row.isEmpty(Column.paidOut), row.isEmpty(Column.paidIn) {
      throw row.fault(.amount(.empty), Column.paidOut)
    }
    return into - out
  }
}
