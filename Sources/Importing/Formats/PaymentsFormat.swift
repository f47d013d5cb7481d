import Bookkeeping
import Funding

/// A council's payments to its suppliers, as it publishes them.
///
/// The mapping says which column is what and what each expense code is for. Rows of other codes are
/// outside: they are counted and summed, and go no further.
struct PaymentsFormat: RowFormat {
  let fields: [FieldSpec]
  var order: [String]? { mapping.order }
  private let context: ImportContext
  private let mapping: Mapping
  private var providers: [String: ProviderReference] = [:]
  private var hasDays = false
  private var hasCodes = false
  /// By code as it is written: what it is, and what fell outside by it.
  private var rules: [String: CodeSeen] = [:]

  private enum Column: Int, FieldPlace {
    case date, amount, payee, payeeID, reference, code, description, area, planLine, document
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
  ]

  init(_ context: ImportContext, _ mapping: Mapping) {
    self.context = context
    self.mapping = mapping
    fields = mapping.fields(PaymentsFormat.specs)
  }

  mutating func begin(_ layout: Layout) throws(Diagnostic) {
    hasDays = layout.columns[Column.date.place] != nil
    hasCodes = layout.columns[Column.code.place] != nil
    // Without its codes every row would be outside, whatever it is for.
    guard hasCodes || mapping.codes.isEmpty else {
      let wanted = mapping.columns["code"]?.joined(separator: ", ") ?? "code"
      throw Diagnostic.error(
        "columns-not-found", "the file has no column for the code: \(wanted)",
        why: "the mapping says by its code what each payment is for",
        next: "name the column of the code in the mapping, or have the file exported with it")
    }
  }

  mutating func meaning(of row: TypedRow) throws(Diagnostic) -> Meaning {
    let amount = try row.amount(Column.amount).money
    let day = hasDays ? try row.day(Column.date) : nil
    let code = row.text(Column.code)
    if hasCodes, code.isEmpty { throw row.fault(.missing, Column.code) }
    let rule = rule(code, amount, row.place.row)
    if rule == .outside { return .outside(amount) }
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
    let provider = payee.isEmpty ? nil : provider(payee)
    let payment = CouncilPayment(
      placing: placing(rule, provider), provider: provider, planLine: line)
    return .says(RowMeaning(amount: amount, day: day, intent: .payment(payment)))
  }

  /// What a row of a code is; what is outside by it is counted.
  private mutating func rule(_ code: String, _ amount: Money, _ row: Int) -> CodeRule {
    if let rule = rules[code]?.count(amount) { return rule }
    let rule = mapping.rule(code)
    if rules.count < PaymentsFormat.mostCodes {
      rules[code] = CodeSeen(rule: rule, sum: OutsideCode(code: code, amount, firstRow: row))
    }
    return rule
  }

  /// A council has some thousands of codes at most; what more there are is not listed.
  private static let mostCodes = 20_000

  func finish() -> Ending {
    let mapped = mapping.codes.keys.sorted()
    let used = Set(rules.keys.map(Mapping.cleaned))
    var outside = rules.values.filter { $0.rule == .outside && !$0.sum.code.isEmpty }.map(\.sum)
    for place in outside.indices {
      let cleaned = Mapping.cleaned(outside[place].code)
      if mapping.codes[cleaned] == nil {
        outside[place].near = mapped.first { NearName.distance($0, cleaned) == 1 }
      }
    }
    outside.sort { ($0.amount.magnitude, $1.code) > ($1.amount.magnitude, $0.code) }
    return Ending(
      outside: outside, unusedCodes: hasCodes ? mapped.filter { !used.contains($0) } : [])
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
  let rule: CodeRule
  var sum: OutsideCode

  mutating func count(_ amount: Money) -> CodeRule {
    sum.rows += 1
    sum.amount += amount
    return rule
  }
}
