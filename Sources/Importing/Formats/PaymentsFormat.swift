import Bookkeeping
import Funding
import Storage

/// A council's payments to its suppliers, as it publishes them.
///
/// The mapping says which column is what and what each expense code is for. Rows of other codes are
/// outside: they are counted and summed, and go no further.
struct PaymentsFormat: RowFormat {
  let fields: [FieldSpec]
  var order: [String]? { mapping.order }
  var forms: CellForms {
    var forms = mapping.forms
    forms.outIsPositive = true
    return forms
  }
  var money: MoneyColumns? { columns }
  private let context: ImportContext
  private let mapping: Mapping
  private var columns: MoneyColumns
  private var providers: [String: ProviderReference] = [:]
  private var hasDays = false
  private var hasCodes = false
  /// By code as it is written, by cost centre where rules ask for it, and by rule: what was caught.
  private var codes: [String: CodeSeen] = [:]
  /// The fields by which rules decide.
  private let deciders: [(name: String, field: Column)]

  private enum Column: Int, FieldPlace {
    case date, amount, payee, payeeID, reference, code, description, area, planLine, document
    case costCentre, direction, paidOut, paidIn, currency
  }

  static let specs = [
    FieldSpec("date", .day),
    FieldSpec("amount", .amount, required: true, twin: true),
    FieldSpec("payee", required: true, hidden: true, twin: true),
    FieldSpec("payee id", hidden: true, carried: true),
    FieldSpec("reference", hidden: true, number: true),
    FieldSpec("code"),
    FieldSpec("description", hidden: true, carried: true),
    FieldSpec("area", hidden: true, carried: true),
    FieldSpec("plan line"),
    FieldSpec("document", hidden: true, carried: true),
    FieldSpec("cost centre", extra: true),
    FieldSpec("direction", .way, headings: Mapping.directionHeadings),
    FieldSpec("paid out", .amount, twin: true),
    FieldSpec("paid in", .amount, twin: true),
    FieldSpec("currency", headings: MoneyColumns.currencyHeadings, carried: true),
  ]

  /// Whether any code of the mapping has a point in it.
  private let hasPoints: Bool
  /// As many bytes as the longest code of the mapping has, with some blanks in it.
  private let longestCode: Int

  init(_ context: ImportContext, _ mapping: Mapping) {
    self.context = context
    self.mapping = mapping
    fields = mapping.fields(PaymentsFormat.specs)
    columns = mapping.money(fields, turned: mapping.spendingIsPositive == false)
    hasPoints = mapping.codes.keys.contains { $0.contains(".") }
    longestCode = (mapping.codes.keys.map(\.utf8.count).max() ?? 0) + 8
    let deciding = Set(mapping.rules.flatMap(\.cells.keys))
    deciders = PaymentsFormat.specs.enumerated().compactMap { place, spec in
      deciding.contains(spec.name) ? Column(rawValue: place).map { (spec.name, $0) } : nil
    }
  }

  mutating func begin(_ layout: Layout) throws(Diagnostic) {
    try columns.begin(layout)
    hasDays = layout.columns[Column.date.place] != nil
    hasCodes = layout.columns[Column.code.place] != nil
    // Without its codes every row would be outside, whatever it is for.
    let lacking = mapping.decidingFields.first { name in
      fields.firstIndex { $0.name == name }.map { layout.columns[$0] == nil } ?? true
    }
    guard let lacking else { return }
    let wanted = mapping.columns[lacking]?.compactMap(\.name).joined(separator: ", ") ?? lacking
    throw Diagnostic.error(
      "columns-not-found", "the file has no column for the \(lacking): \(wanted)",
      why: "the mapping says by it what each payment is for",
      next: "name the column of the \(lacking) in the mapping, or have the file exported with it")
  }

  mutating func meaning(of row: TypedRow) throws(Diagnostic) -> Meaning {
    let amount = try columns.amount(of: row)
    let day = hasDays ? try row.day(Column.date) : nil
    let code = row.text(Column.code)
    if hasCodes, code.isEmpty { throw row.fault(.missing, Column.code) }
    let rule = try rule(code, amount, on: day, row)
    if rule == .outside {
      if let field = exchanged(row) { throw row.fault(.ofAnotherColumn, field) }
      return .outside(amount)
    }
    if amount == .zero { return .nothing }
    guard let day else {
      throw Diagnostic.error(
        "date-missing", "the file has no dates", at: row.place,
        why: "a payment counts on the day on which it was made",
        next: "name the column of the date in the mapping")
    }
    let payee = row.text(Column.payee)
    let line = try row.optional(Column.planLine, "a plan line, such as SPB-004217/2") {
      PlanLineReference($0)
    }
    let provider = PaymentsFormat.isNobody(payee) ? nil : provider(payee)
    let payment = CouncilPayment(
      placing: placing(rule, provider), provider: provider, planLine: line)
    return .says(RowMeaning(amount: amount, day: day, intent: .payment(payment)))
  }

  /// Whether a cell says in so many signs that it says nothing.
  private static func isNobody(_ payee: String) -> Bool {
    !payee.contains { $0.isLetter || $0.isNumber }
      || ["N/A", "NA", "NULL", "NONE", "NIL"].contains(payee.uppercased())
  }

  /// A cell with what the mapping looks for in another column, as where two have been exchanged.
  private func exchanged(_ row: TypedRow) -> Column? {
    // An amount where the code should stand, of a council whose codes have no point.
    if hasCodes, row.bytes(Column.code).isPoundsAndPence, !hasPoints { return .code }
    if hasCodes, mapping.codes[Mapping.cleaned(row.text(Column.code))] == nil {
      let field = PaymentsFormat.besideCode.first { field in
        // A description in words may be a code’s by chance; a text is made only of what may be one.
        let bytes = row.bytes(field)
        guard bytes.count <= longestCode, bytes.contains(where: isDigit) else { return false }
        return mapping.codes[Mapping.cleaned(row.text(field))].map { $0 != .outside } ?? false
      }
      if let field { return field }
    }
    for one in deciders {
      let text = Mapping.cleaned(row.text(one.field))
      if wanted(text, one.name) { continue }
      for other in deciders where wanted(text, other.name) {
        if wanted(Mapping.cleaned(row.text(other.field)), one.name) { return one.field }
      }
    }
    return nil
  }

  /// Whether any rule looks for a text in a field.
  private func wanted(_ text: String, _ field: String) -> Bool {
    mapping.rules.contains { $0.rule != .outside && $0.cells[field]?.contains(text) ?? false }
  }

  private static let besideCode: [Column] = [
    .reference, .document, .payeeID, .description, .area, .costCentre, .payee, .planLine,
  ]

  /// What a row is by its code, or by the first rule that fits its cells; what each catches is counted.
  private mutating func rule(
    _ code: String, _ amount: Money, on day: Day?, _ row: TypedRow
  ) throws(Diagnostic) -> CodeRule {
    if mapping.rules.isEmpty, let rule = codes[code]?.count(amount) { return rule }
    let number = try fitting(row, on: day)
    let rule = number.map { mapping.rules[$0].rule } ?? mapping.rule(code)
    let centre = deciders.contains { $0.field == .costCentre } ? row.text(Column.costCentre) : ""
    let name = [code, centre].filter { !$0.isEmpty }.joined(separator: " ")
    let key = number.map { "\(name)\u{0}\($0)" } ?? name
    if codes[key]?.count(amount) == nil, codes.count < PaymentsFormat.mostCodes {
      codes[key] = CodeSeen(
        code: code, rule: rule,
        rows: CaughtRows(
          name, rule: number.map { $0 + 1 }, rule.becomes, amount, firstRow: row.place.row))
    }
    return rule
  }

  /// The first rule that fits a row; where all fits but a cell that is empty, nobody can say.
  private func fitting(_ row: TypedRow, on day: Day?) throws(Diagnostic) -> Int? {
    guard !mapping.rules.isEmpty else { return nil }
    let cells = Dictionary(
      uniqueKeysWithValues: deciders.map { ($0.name, Mapping.cleaned(row.text($0.field))) })
    for (number, rule) in mapping.rules.enumerated() where rule.holds(on: day) {
      let others = rule.cells.filter { !$0.value.contains(cells[$0.key] ?? "") }.keys
      if others.isEmpty { return number }
      let empty = deciders.filter { others.contains($0.name) && row.isEmpty($0.field) }
      if empty.count == others.count { throw row.fault(.missing, empty[0].field) }
    }
    return nil
  }

  /// A council has some thousands of codes at most; what more there are is not listed.
  private static let mostCodes = 20_000

  func finish() -> Ending {
    let mapped = mapping.codes.keys.sorted()
    let used = Set(codes.values.map { Mapping.cleaned($0.code) })
    let rulesUsed = Set(codes.values.compactMap(\.rows.rule))
    let caught = codes.values.map { seen in
      let cleaned = Mapping.cleaned(seen.code)
      var rows = seen.rows
      if rows.becomes == .outside, mapping.codes[cleaned] == nil {
        // Noughts that lead a number are lost in a spreadsheet.
        let bare = cleaned.drop { $0 == "0" }
        rows.near = mapped.first {
          $0.drop { $0 == "0" } == bare || NearName.distance($0, cleaned) == 1
        }
      }
      return rows
    }
    let unusedRules = mapping.rules.indices.map { $0 + 1 }.filter { !rulesUsed.contains($0) }
    return Ending(
      caught: caught,
      unusedCodes: (hasCodes ? mapped.filter { !used.contains($0) } : [])
        + unusedRules.map { "rule \($0)" })
  }

  /// The reference of a payee, worked out once for each way in which the name is written.
  private mutating func provider(_ payee: String) -> ProviderReference {
    if let known = providers[payee] { return known }
    if providers.count >= PaymentsFormat.mostProviders {
      providers.removeAll(keepingCapacity: true)
    }
    let reference = context.salt.provider(payee)
    providers[payee] = reference
    return reference
  }

  /// A council pays some thousands of suppliers a month; beyond this the list starts afresh.
  private static let mostProviders = 20_000

  private func placing(_ rule: CodeRule, _ provider: ProviderReference?) -> CouncilPayment.Placing {
    switch rule {
    case .at(let fund, let use):
      .at(fund, Use(line: use.line, setting: use.setting, provider: provider))
    case .compared: .compared
    case .unknown, .outside: .unknown
    }
  }
}

/// What the rows of a code are, and what they come to.
private struct CodeSeen {
  let code: String
  let rule: CodeRule
  var rows: CaughtRows

  mutating func count(_ amount: Money) -> CodeRule {
    rows.count(amount)
    return rule
  }
}
