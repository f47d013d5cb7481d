import Bookkeeping
import Funding

/// What each fund begins with in the first year of a ledger.
struct OpeningsFormat: RowFormat {
  let fields = [
    FieldSpec("fund", required: true),
    FieldSpec("carried", headings: ["what"], required: true),
    FieldSpec("amount", .amount, required: true),
    FieldSpec("line", headings: ["section 251 line"]),
    FieldSpec("plan line"),
    FieldSpec("contract"),
  ]
  let context: ImportContext

  private enum Column: Int, FieldPlace {
    case fund, carried, amount, line, planLine, contract
  }

  private enum Carried: String, CaseIterable {
    case deficit, surplus, advanced
  }

  func meaning(of row: TypedRow) throws(Diagnostic) -> Meaning {
    let amount = try row.amount(Column.amount).money
    if amount == .zero { return .nothing }
    let fund = try row.value(Column.fund, "a fund of the ledger", context.chart.fund)
    let opened: YearOpened
    switch try row.word(Column.carried, Carried.self) {
    case .deficit: opened = YearOpened(fund, .deficit, amount, on: context.opens)
    case .surplus: opened = YearOpened(fund, .surplus, amount, on: context.opens)
    case .advanced:
      let use = Use(
        line: try row.section251Line(Column.line),
        planLine: try row.optional(Column.planLine, "a plan line, such as SPB-004217/1") {
          PlanLineReference($0)
        },
        contract: try row.optional(Column.contract, "a contract's reference, such as POOL-2026") {
          ContractReference($0)
        })
      opened = YearOpened(fund, .advanced(use), amount, on: context.opens)
    }
    return .says(
      RowMeaning(amount: amount, day: context.opens, intent: .post([.yearOpened(opened)])))
  }
}

extension TypedRow {
  func section251Line(_ field: some FieldPlace) throws(Diagnostic) -> Section251Line? {
    try optional(field, "a section 251 line, such as 1.2.11") { Section251Line(rawValue: $0) }
  }

  func setting(_ field: some FieldPlace) throws(Diagnostic) -> SettingColumn? {
    if isEmpty(field) { return nil }
    return try word(field, SettingColumn.self)
  }

  /// A child's reference and the number of a line, in two cells or, as `SPB-004217/1`, in one.
  func planLine(child: some FieldPlace, line: some FieldPlace) throws(Diagnostic)
    -> PlanLineReference
  {
    let reference = try value(child, "a child's reference, such as SPB-004217") {
      ChildReference($0)
    }
    return try value(line, "the number of a line in the plan") { text in
      PlanLineReference(text).flatMap { $0.child == reference ? $0 : nil }
        ?? Int(text).flatMap { PlanLineReference(child: reference, number: $0) }
    }
  }
}
