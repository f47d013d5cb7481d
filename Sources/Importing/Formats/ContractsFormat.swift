import Bookkeeping
import Funding
import Storage

/// Contracts and the like: what is paid as a whole, who uses it, and when it can be changed.
struct ContractsFormat: RowFormat {
  let fields = Column.allCases.map(\.spec)
  let context: ImportContext

  private enum Column: Int, CaseIterable, FieldPlace {
    case contract, from, kind, regime, fund, section251, setting, purpose, provider
    case sum, capacity, unit, variable, band, stepUnits, stepSaving, steps
    case minimum, exits, waiting, spotPrice, children, served
    case notice, begins, ends, breaks, renewal, instalments, document, page, documentDay

    var spec: FieldSpec {
      switch self {
      case .contract: FieldSpec("contract", required: true)
      case .from: FieldSpec("from", .day, headings: ["version from"], required: true)
      case .kind: FieldSpec("kind", required: true)
      case .regime: FieldSpec("regime", required: true)
      case .fund: FieldSpec("fund", required: true)
      case .section251: FieldSpec("section 251 line", headings: ["s251 line"], required: true)
      case .setting: FieldSpec("setting")
      case .purpose: FieldSpec("for", headings: ["provision"], hidden: true)
      case .provider: FieldSpec("provider", hidden: true)
      case .sum: FieldSpec("sum", .amount, headings: ["sum of a year"], required: true)
      case .capacity: FieldSpec("capacity", required: true)
      case .unit: FieldSpec("unit", required: true)
      case .variable: FieldSpec("variable rate", .price)
      case .band: FieldSpec("band", headings: ["volume band"])
      case .stepUnits: FieldSpec("step units")
      case .stepSaving: FieldSpec("step saving", .price)
      case .steps: FieldSpec("steps")
      case .minimum: FieldSpec("minimum volume")
      case .exits: FieldSpec("exits")
      case .waiting: FieldSpec("waiting units")
      case .spotPrice: FieldSpec("spot price", .price)
      case .children: FieldSpec("children")
      case .served: FieldSpec("served")
      case .notice: FieldSpec("notice months", headings: ["notice"])
      case .begins: FieldSpec("begins", .day)
      case .ends: FieldSpec("ends", .day)
      case .breaks: FieldSpec("breaks")
      case .renewal: FieldSpec("renewal", .day)
      case .instalments: FieldSpec("instalments")
      case .document: FieldSpec("document", required: true, hidden: true)
      case .page: FieldSpec("page")
      case .documentDay: FieldSpec("document day", .day, required: true)
      }
    }
  }

  func meaning(of row: TypedRow) throws(Diagnostic) -> Meaning {
    var texts: [KeptText] = []
    let contract = try row.making {
      try Contract(
        try row.contract(Column.contract), from: try row.day(Column.from),
        try row.word(Column.kind, ContractKind.self),
        under: try row.word(Column.regime, Regime.self),
        of: try row.value(Column.fund, "a fund of the ledger", context.chart.fund),
        line: try row.section251Line(Column.section251),
        setting: try row.setting(Column.setting),
        purpose: purpose(row, keeping: &texts), provider: provider(row, keeping: &texts),
        price: try price(row), volume: try volume(row), dates: try dates(row),
        instalments: try row.optionalWord(Column.instalments, InstalmentPattern.self),
        document: try document(row, keeping: &texts))
    }
    return .says(
      RowMeaning(
        amount: contract.price.sum ?? .zero, day: contract.from,
        intent: .post([.contractAgreed(contract)]), texts: texts))
  }

  private func purpose(_ row: TypedRow, keeping texts: inout [KeptText]) -> TextReference? {
    let text = row.text(Column.purpose)
    if text.isEmpty { return nil }
    let reference = context.salt.reference(to: text)
    texts.append(KeptText(reference: reference.code, text: text))
    return reference
  }

  private func provider(_ row: TypedRow, keeping texts: inout [KeptText]) -> ProviderReference? {
    let name = row.text(Column.provider)
    if name.isEmpty { return nil }
    let reference = context.salt.provider(name)
    texts.append(KeptText(reference: reference.code, text: name))
    return reference
  }

  private func price(_ row: TypedRow) throws(Diagnostic) -> ContractPrice {
    let sum =
      row.isEmpty(Column.sum) ? nil : try row.amount(Column.sum).money
    let band = try row.optional(
      Column.band, "a share of the capacity such as 5%, or a number of units"
    ) { text in
      text.hasSuffix("%")
        ? Figure.percent(text).map { VolumeBand.percent($0) }
        : Figure.quantity(text).map { .units($0) }
    }
    return ContractPrice(
      sum: sum, variable: try row.price(Column.variable), band: band,
      step: try step(row))
  }

  private func step(_ row: TypedRow) throws(Diagnostic) -> PriceStep? {
    let parts: [Column] = [.stepUnits, .stepSaving, .steps]
    guard parts.contains(where: { !row.isEmpty($0) }) else { return nil }
    guard let units = try row.quantity(Column.stepUnits) else {
      throw row.fault(.missing, Column.stepUnits)
    }
    guard let saving = try row.saving(Column.stepSaving) else {
      throw row.fault(.missing, Column.stepSaving)
    }
    let count = try row.whole(Column.steps, upTo: 9_999)
    return PriceStep(units, saving: saving, count: count.map(Int64.init))
  }

  private func volume(_ row: TypedRow) throws(Diagnostic) -> ContractVolume {
    let served = try row.optional(
      Column.served, "plan lines and their units, such as SPB-004217/2 24; SPB-004655/1 12"
    ) { text in
      ServedLine.list(text).flatMap { list in
        list.allSatisfy { Figure.isQuantity($0.units) } ? list : nil
      }
    }
    return ContractVolume(
      try row.word(Column.unit, Rate.Unit.self),
      capacity: try row.quantity(Column.capacity),
      minimum: try row.quantity(Column.minimum),
      exits: try row.quantity(Column.exits) ?? .zero, waiting: try waiting(row),
      children: try row.whole(Column.children, upTo: 999_999), served: served ?? [])
  }

  private func waiting(_ row: TypedRow) throws(Diagnostic) -> ContractVolume.Waiting? {
    let units = try row.quantity(Column.waiting)
    let price = try row.price(Column.spotPrice)
    switch (units, price) {
    case (nil, nil): return nil
    case (let units?, let price?): return ContractVolume.Waiting(units, at: price)
    case (.zero?, nil): return nil
    case (_?, nil): throw row.fault(.missing, Column.spotPrice)
    case (nil, _?): throw row.fault(.missing, Column.waiting)
    }
  }

  private func dates(_ row: TypedRow) throws(Diagnostic) -> ContractDates {
    ContractDates(
      notice: try row.whole(Column.notice, upTo: 120) ?? 0,
      begins: try row.optionalDay(Column.begins),
      ends: try row.optionalDay(Column.ends),
      breaks: try row.days(Column.breaks),
      renewal: try row.optionalDay(Column.renewal))
  }

  private func document(_ row: TypedRow, keeping texts: inout [KeptText]) throws(Diagnostic)
    -> DocumentPage
  {
    DocumentPage(
      context.plain(try row.filled(Column.document), keeping: &texts),
      page: context.plain(row.text(Column.page), keeping: &texts),
      of: try row.day(Column.documentDay))
  }
}
