import Bookkeeping
import Funding
import Storage

/// Requests that a sum be shown, or paid, in place of a service.
struct RequestsFormat: RowFormat {
  let fields = Column.allCases.map(\.spec)
  let context: ImportContext

  private enum Column: Int, CaseIterable, FieldPlace {
    case decision, contract, child, line, purpose, asked, window, nextReview, asks, units
    case replacement, overheads, premises, starts, replaces, paidAs

    var spec: FieldSpec {
      switch self {
      case .decision: FieldSpec("decision", headings: ["request"], required: true)
      case .contract: FieldSpec("contract", required: true)
      case .child: FieldSpec("child", required: true)
      case .line: FieldSpec("line", headings: ["plan line"], required: true)
      case .purpose: FieldSpec("for", headings: ["provision"], required: true, hidden: true)
      case .asked: FieldSpec("asked", .day, headings: ["asked on"], required: true)
      case .window: FieldSpec("window", required: true)
      case .nextReview: FieldSpec("next review", .day)
      case .asks: FieldSpec("asks", headings: ["asks for"])
      case .units: FieldSpec("units", required: true)
      case .replacement: FieldSpec("replacement units")
      case .overheads: FieldSpec("overheads", .price)
      case .premises: FieldSpec("on premises")
      case .starts: FieldSpec("starts", .day)
      case .replaces: FieldSpec("replaces")
      case .paidAs: FieldSpec("paid as")
      }
    }
  }

  func meaning(of row: TypedRow) throws(Diagnostic) -> Meaning {
    let purpose = try row.filled(Column.purpose)
    let reference = context.salt.reference(to: purpose)
    let asked = try row.day(Column.asked)
    guard let units = try row.quantity(Column.units) else {
      throw row.fault(.missing, Column.units)
    }
    let line = try row.planLine(child: Column.child, line: Column.line)
    let request = try row.making {
      try BudgetRequest(
        try row.decision(Column.decision),
        to: try row.contract(Column.contract), for: line, asked: asked,
        in: try row.word(Column.window, RequestWindow.self),
        nextReview: try row.optionalDay(Column.nextReview),
        asks: try row.word(Column.asks, RequestedForm.self, otherwise: .cash),
        units: units, replacement: try row.quantity(Column.replacement),
        overheads: try row.price(Column.overheads) ?? .zero,
        isOnPremises: try row.answer(Column.premises) ?? false,
        starts: try row.optionalDay(Column.starts),
        replaces: try row.optionalLine(Column.replaces),
        paidAs: try paidAs(row, of: line.child), purpose: reference)
    }
    return .says(
      // It may have been asked for before the ledger opened.
      RowMeaning(
        amount: .zero, day: max(asked, context.opens), intent: .post([.budgetRequested(request)]),
        texts: [KeptText(reference: reference.code, text: purpose)]))
  }

  /// The line that a direct payment would be, as `SPB-004655/4` or by its number.
  private func paidAs(_ row: TypedRow, of child: ChildReference) throws(Diagnostic)
    -> PlanLineReference?
  {
    try row.optional(Column.paidAs, "a plan line of the child, such as SPB-004655/4") {
      PlanLineReference($0)
        ?? Int($0).flatMap { PlanLineReference(child: child, number: $0) }
    }
  }
}

extension TypedRow {
  /// A request's reference.
  func decision(_ field: some FieldPlace) throws(Diagnostic) -> DecisionReference {
    try value(field, "a request's reference, such as D-2026-0402") { DecisionReference($0) }
  }
}
