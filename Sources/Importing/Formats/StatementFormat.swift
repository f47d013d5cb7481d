import Bookkeeping
import Funding

/// A family's bank or card statement, in the layout of one bank.
///
/// The mapping says which column is what and which payee is paid for which plan line.
struct StatementFormat: RowFormat {
  let fields: [FieldSpec]
  var order: [String]? { mapping.order }
  var forms: CellForms { mapping.forms }
  var money: MoneyColumns? { columns }
  private let child: ChildReference
  private let council: String
  private let mapping: Mapping
  private var columns: MoneyColumns
  private var balances = RunningBalance()
  /// The balances of a card may be what is owed on it, and run the other way.
  private var owed = RunningBalance()
  private var caught: [StatementLine.Meaning: CaughtRows] = [:]

  private enum Column: Int, FieldPlace {
    case date, payee, amount, paidOut, paidIn, balance, reference, type, direction, currency
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
    FieldSpec("direction", .way, headings: Mapping.directionHeadings),
    FieldSpec("currency", headings: MoneyColumns.currencyHeadings, carried: true),
  ]

  /// `council` is the authority's name, by which its own payments are known where a mapping says nothing.
  init(of child: ChildReference, by council: String, _ mapping: Mapping) {
    self.child = child
    self.council = PayeeName.key(of: council)
    self.mapping = mapping
    fields = mapping.fields(StatementFormat.specs)
    columns = mapping.money(fields, turned: mapping.spendingIsPositive == true)
  }

  mutating func begin(_ layout: Layout) throws(Diagnostic) { try columns.begin(layout) }

  mutating func meaning(of row: TypedRow) throws(Diagnostic) -> Meaning {
    let payee = row.text(Column.payee)
    if mapping.remarks.contains(where: { PayeeName.key(of: payee).hasPrefix($0) }) {
      return .heading
    }
    try requireBooked(row)
    let amount = try columns.amount(of: row)
    let balance = row.isEmpty(Column.balance) ? nil : try row.amount(Column.balance).money
    let read = try? row.readDay(Column.date).get()
    balances.take(amount, leaving: balance, on: read, at: row.place)
    owed.take(-amount, leaving: balance, on: read, at: row.place)
    let day = try row.day(Column.date)
    if amount == .zero { return .nothing }
    let name = payee.isEmpty ? row.text(Column.reference) : payee
    var meaning = mapping.meaning(of: name, for: child)
    if meaning == .unknown, isCouncil(name) { meaning = .council }
    let line = StatementLine(child: child, meaning: meaning, balance: balance)
    count(amount, meaning, row)
    return .says(RowMeaning(amount: amount, day: day, intent: .statementLine(line)))
  }

  /// How banks say of a row that no money has gone yet, or none will.
  private static let notBooked: Set<String> = [
    "DECLINED", "PENDING", "AUTH", "AUTHORISATION", "AUTHORIZATION", "AUTHORISED", "AUTHORIZED",
    "REFUSED", "FAILED",
    "CANCELLED", "UNCLEARED",
  ]

  private func requireBooked(_ row: TypedRow) throws(Diagnostic) {
    if row.isEmpty(Column.type) { return }
    let words = row.text(Column.type).uppercased().split { !$0.isLetter }.map(String.init)
    if let word = words.first(where: StatementFormat.notBooked.contains) {
      throw row.fault(.notBooked(word), Column.type)
    }
  }

  private func isCouncil(_ name: String) -> Bool {
    !council.isEmpty && PayeeName.stand(council, in: PayeeName.key(of: name))
  }

  private mutating func count(_ amount: Money, _ meaning: StatementLine.Meaning, _ row: TypedRow) {
    if caught[meaning]?.count(amount) != nil { return }
    let becomes: CaughtRows.Becomes =
      switch meaning {
      case .line(let line): .line(line)
      case .council: .council
      case .unknown: .notNamed
      }
    caught[meaning] = CaughtRows("", becomes, amount, firstRow: row.place.row)
  }

  func finish() -> Ending {
    let isOwed = mapping.spendingIsPositive == true && owed.breaks.count < balances.breaks.count
    return Ending(doubts: (isOwed ? owed : balances).doubts, caught: Array(caught.values))
  }
}
