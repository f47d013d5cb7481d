import Bookkeeping

/// The columns of a list that say how much money went which way: one amount, signed or with a word that
/// says the way, or a column for each of the two ways.
struct MoneyColumns {
  private let fields: [FieldSpec]
  private let amount: Int
  private let out: Int
  private let into: Int
  private let direction: Int
  private let currency: Int
  /// Whether what one amount comes to is the other way round than it is written.
  private let isTurned: Bool
  /// Whether what was paid out stands in a column of its own with a minus all the same.
  private let outIsNegative: Bool
  private var hasTwo = false

  /// The names of the fields, in every format that has such columns.
  static let names = ["amount", "paid out", "paid in", "direction", "currency"]

  static let currencyHeadings = ["currency code", "curr", "ccy"]

  /// How files say that an amount is in pounds.
  private static let pounds: Set<String> = ["GBP", "£", "STG", "UKP", "POUNDS", "STERLING"]

  init(_ fields: [FieldSpec], turned: Bool, outIsNegative: Bool) {
    self.fields = fields
    let places = MoneyColumns.names.map { name in
      guard let place = fields.firstIndex(where: { $0.name == name }) else {
        preconditionFailure("the format has no field \(name)")
      }
      return place
    }
    (amount, out, into, direction) = (places[0], places[1], places[2], places[3])
    currency = places[4]
    isTurned = turned
    self.outIsNegative = outIsNegative
  }

  /// Refuses a file that has neither one amount nor both columns.
  mutating func begin(_ layout: Layout) throws(Diagnostic) {
    // What the mapping names counts before a column that only has the name of a field.
    let isOneNamed =
      fields[amount].isMapped && !fields[out].isMapped && layout.columns[amount] != nil
    hasTwo = !isOneNamed && layout.columns[out] != nil && layout.columns[into] != nil
    guard hasTwo || layout.columns[amount] != nil else {
      throw Diagnostic.error(
        "columns-not-found", "the file has no column of amounts",
        next: "name it in the mapping: amount, or paid out and paid in")
    }
  }

  /// What a row comes to, counted as the forms of the file say.
  func amount(of row: TypedRow) throws(Diagnostic) -> Money {
    if !row.isEmpty(currency), !MoneyColumns.pounds.contains(row.text(currency).uppercased()) {
      throw row.fault(.notPounds, currency)
    }
    guard hasTwo else {
      let amount = try row.amount(amount, directedBy: direction)
      return isTurned ? -amount : amount
    }
    if row.isEmpty(out), row.isEmpty(into) { throw row.fault(.amount(.empty), out) }
    let (paidOut, paidIn) = (try moved(out, of: row), try moved(into, of: row))
    if paidOut != .zero, paidIn != .zero { throw row.fault(.bothWays, into) }
    return net(paidOut, paidIn, row)
  }

  /// What a row comes to of which the ledger has kept these cells.
  func amount(ofKept cells: [RowOrigin.Cell], _ forms: CellForms) -> Money? {
    let texts = Dictionary(cells.map { ($0.field, $0.text) }) { $1 }
    var columns = self
    columns.hasTwo = texts[MoneyColumns.names[0]] == nil
    return try? columns.amount(of: TypedRow(texts, fields, forms))
  }

  /// What a row states of all rows above it: one sum, or one for each way.
  func totals(of row: TypedRow) -> [Money] {
    guard hasTwo else { return (try? amount(of: row)).map { [$0] } ?? [] }
    guard let paidOut = try? moved(out, of: row), let paidIn = try? moved(into, of: row) else {
      return []
    }
    if row.isEmpty(out) || row.isEmpty(into) { return [net(paidOut, paidIn, row)] }
    return [net(paidOut, .zero, row), net(.zero, paidIn, row)]
  }

  private func net(_ paidOut: Money, _ paidIn: Money, _ row: TypedRow) -> Money {
    let forms = row.layout.forms
    return forms.amount(outIsNegative ? -paidOut : paidOut, isOut: true)
      + forms.amount(paidIn, isOut: false)
  }

  /// What stands in a column that is for one way only, where a sign could mean the other.
  private func moved(_ column: Int, of row: TypedRow) throws(Diagnostic) -> Money {
    if row.isEmpty(column) { return .zero }
    let amount = try row.amount(column).money
    let isSigned = column == out && outIsNegative
    if isSigned ? amount > .zero : amount < .zero { throw row.fault(.againstItsColumn, column) }
    return amount
  }
}

extension Mapping {
  /// The columns of money among fields of a format.
  ///
  /// `isTurned` is whether one amount is written the other way round than the format counts it.
  func money(_ fields: [FieldSpec], turned isTurned: Bool) -> MoneyColumns {
    MoneyColumns(fields, turned: isTurned, outIsNegative: paidOutIsNegative)
  }
}
