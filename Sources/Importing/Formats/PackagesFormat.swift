import Bookkeeping
import Funding
import Storage

/// Children's plan lines, and what was decided for each.
struct PackagesFormat: RowFormat {
  let fields = Column.allCases.map(\.spec)
  let context: ImportContext

  private enum Column: Int, CaseIterable, FieldPlace {
    case child, line, purpose, section, fund, section251, setting, agency, element, held, provider
    case rate, quantity, unit, per, proRata, instalments, from, to, decision, decidedBy, decidedOn

    var spec: FieldSpec {
      switch self {
      case .child: FieldSpec("child", required: true)
      case .line: FieldSpec("line", headings: ["plan line"], required: true)
      case .purpose: FieldSpec("for", headings: ["provision"], required: true, hidden: true)
      case .section: FieldSpec("section", headings: ["plan section"], required: true)
      case .fund: FieldSpec("fund", required: true)
      case .section251: FieldSpec("section 251 line", headings: ["s251 line"], required: true)
      case .setting: FieldSpec("setting")
      case .agency: FieldSpec("agency", required: true)
      case .element: FieldSpec("element", required: true)
      case .held: FieldSpec("held", headings: ["how held"], required: true)
      case .provider: FieldSpec("provider", required: true, hidden: true)
      case .rate: FieldSpec("rate", .amount, required: true)
      case .quantity: FieldSpec("quantity")
      case .unit: FieldSpec("unit")
      case .per: FieldSpec("per", required: true)
      case .proRata: FieldSpec("pro rata")
      case .instalments: FieldSpec("instalments")
      case .from: FieldSpec("from", .day, required: true)
      case .to: FieldSpec("to", .day)
      case .decision: FieldSpec("decision", required: true, hidden: true)
      case .decidedBy: FieldSpec("decided by", required: true, hidden: true)
      case .decidedOn: FieldSpec("decided on", .day, required: true)
      }
    }
  }

  func meaning(of row: TypedRow) throws(Diagnostic) -> Meaning {
    let reference = try row.planLine(child: Column.child, line: Column.line)
    let purpose = try row.filled(Column.purpose)
    var texts = [KeptText(reference: context.salt.reference(to: purpose).code, text: purpose)]
    let provider = row.text(Column.provider)
    if !provider.isEmpty {
      texts.append(KeptText(reference: context.salt.provider(provider).code, text: provider))
    }
    let rate = try rate(row)
    let line = try row.making {
      try PlanLine(
        reference, for: context.salt.reference(to: purpose),
        section: row.isEmpty(Column.section)
          ? nil : try row.word(Column.section, PlanSection.self),
        from: try row.value(Column.fund, "a fund of the ledger", context.chart.fund),
        try use(row, reference, provider: provider),
        held: try row.word(Column.held, HowHeld.self), rate: rate,
        proRata: try row.word(Column.proRata, ProRata.self, otherwise: .days),
        instalments: try row.word(Column.instalments, InstalmentPattern.self, otherwise: .monthly),
        days: try row.day(Column.from),
        to: row.isEmpty(Column.to) ? nil : try row.day(Column.to),
        decision: try decision(row, keeping: &texts))
    }
    return .says(
      RowMeaning(
        amount: rate.amount, day: line.from, intent: .post([.planLineDecided(line)]),
        texts: texts))
  }

  private func rate(_ row: TypedRow) throws(Diagnostic) -> Rate {
    let amount = try row.amount(Column.rate).money
    let per = try row.word(Column.per, Rate.Per.self)
    if row.isEmpty(Column.quantity) {
      // A price of one unit would be taken for the whole sum.
      if !row.isEmpty(Column.unit) { throw row.fault(.missing, Column.quantity) }
      return Rate(amount, per: per)
    }
    let quantity = try row.value(Column.quantity, "a whole number from 1 to 9999") {
      text in
      Int64(text).flatMap { $0 > 0 && $0 < 10_000 ? $0 : nil }
    }
    let unit = try row.word(Column.unit, Rate.Unit.self)
    guard Money(pence: amount.pence * quantity).magnitude < .tooLarge else {
      throw row.fault(.amount(.tooLarge), Column.rate)
    }
    return Rate(Rate.Units(quantity, unit, at: amount), per: per)
  }

  private func use(
    _ row: TypedRow, _ reference: PlanLineReference, provider: String
  ) throws(Diagnostic) -> Use {
    Use(
      line: try row.section251Line(Column.section251),
      setting: try row.setting(Column.setting),
      agency: try row.word(Column.agency, Agency.self),
      element: row.isEmpty(Column.element)
        ? nil : try row.word(Column.element, Element.self),
      planLine: reference, provider: provider.isEmpty ? nil : context.salt.provider(provider))
  }

  private func decision(
    _ row: TypedRow, keeping texts: inout [KeptText]
  ) throws(Diagnostic) -> PlanLine.Decision {
    PlanLine.Decision(
      reference: context.plain(try row.filled(Column.decision), keeping: &texts),
      by: context.plain(try row.filled(Column.decidedBy), keeping: &texts),
      on: try row.day(Column.decidedOn))
  }
}

extension TypedRow {
  /// A cell that has to be one of some words, or may be left empty for the usual one.
  func word<Word: RawRepresentable & CaseIterable>(
    _ field: some FieldPlace, _ type: Word.Type, otherwise usual: Word
  ) throws(Diagnostic) -> Word where Word.RawValue == String {
    isEmpty(field) ? usual : try word(field, type)
  }
}
