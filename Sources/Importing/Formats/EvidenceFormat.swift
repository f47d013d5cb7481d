import Bookkeeping
import Funding

/// What was found out about requests and contracts, and where each finding is written.
struct EvidenceFormat: RowFormat {
  let fields = Column.allCases.map(\.spec)
  let context: ImportContext

  private enum Column: Int, CaseIterable, FieldPlace {
    case about, shows, finding, document, page, day, basis

    var spec: FieldSpec {
      switch self {
      case .about: FieldSpec("about", required: true)
      case .shows: FieldSpec("shows", required: true)
      case .finding: FieldSpec("finding", required: true)
      case .document: FieldSpec("document", required: true, hidden: true)
      case .page: FieldSpec("page")
      case .day: FieldSpec("day", .day, headings: ["document day", "date"], required: true)
      case .basis: FieldSpec("basis")
      }
    }
  }

  /// Whether somebody found it, or takes it to be so.
  private enum Basis: String, CaseIterable {
    case found, assumed
  }

  func meaning(of row: TypedRow) throws(Diagnostic) -> Meaning {
    var texts: [KeptText] = []
    let shows = try row.word(Column.shows, EvidenceKind.self)
    let document = DocumentPage(
      context.plain(try row.filled(Column.document), keeping: &texts),
      page: context.plain(row.text(Column.page), keeping: &texts),
      of: try row.day(Column.day))
    let evidence = try row.making {
      try Evidence(
        shows,
        about: try row.value(
          Column.about, "a request such as D-2026-0402, or a contract such as SALT-2026"
        ) { Evidence.Subject($0) },
        try row.finding(Column.finding, of: shows), in: document,
        isAssumed: try row.word(Column.basis, Basis.self, otherwise: .found) == .assumed)
    }
    return .says(
      // A document may be older than the ledger.
      RowMeaning(
        amount: .zero, day: max(document.day, context.opens),
        intent: .post([.evidenceFound(evidence)]), texts: texts))
  }
}

extension TypedRow {
  /// What was found: `yes`, `£68.00`, `12.5%` or `40`; of a quote `68.00` too.
  func finding(_ field: some FieldPlace, of kind: EvidenceKind) throws(Diagnostic)
    -> Evidence.Finding
  {
    let text = try filled(field)
    if kind == .quote {
      guard let price = try price(field) else { throw fault(.missing, field) }
      return .price(price)
    }
    let finding = try value(field, kind.form) { Evidence.Finding($0.lowercased()) }
    switch finding {
    case .yes, .no, .price: return finding
    case .units(let units):
      guard Figure.isQuantity(units) else { throw fault(.notA(Figure.quantityForm), field) }
    case .percent(let percent):
      guard Figure.percent(text) == percent else { throw fault(.notA(Figure.percentForm), field) }
    }
    return finding
  }
}
