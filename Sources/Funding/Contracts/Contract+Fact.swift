public import Bookkeeping

/// The fields under which a contract is kept in the chain.
private enum ContractField: String {
  case kind, regime, fund, line, setting, purpose, provider, sum, variable, unit, capacity, minimum
  case exits, children, served, notice, begins, ends, breaks, renewal, instalments, document, page
  case bandPercent = "band-percent"
  case bandUnits = "band-units"
  case stepUnits = "step-units"
  case stepSaving = "step-saving"
  case stepCount = "step-count"
  case waiting
  case waitingPrice = "waiting-price"
  case documentDay = "document-day"
}

extension Contract: Noted {
  public static let kind = FactKind.contract

  /// The contract as a fact of the chain.
  public func fact(from origin: Origin) -> Fact {
    var details: [Detail] = []
    func keep(_ field: ContractField, _ value: (some LedgerValue)?) {
      if let value { details.append(Detail(field.rawValue, value)) }
    }
    keep(.kind, kind)
    keep(.regime, regime)
    keep(.fund, fund)
    keep(.line, line)
    keep(.setting, setting)
    keep(.purpose, purpose)
    keep(.provider, provider)
    keep(.sum, price.sum)
    keep(.variable, price.variable)
    switch price.band {
    case .percent(let percent): keep(.bandPercent, percent)
    case .units(let units): keep(.bandUnits, units)
    case nil: break
    }
    keep(.stepUnits, price.step?.units)
    keep(.stepSaving, price.step?.saving)
    keep(.stepCount, price.step?.count)
    keep(.unit, volume.unit)
    keep(.capacity, volume.capacity)
    keep(.minimum, volume.minimum)
    keep(.exits, volume.exits == .zero ? nil : volume.exits)
    keep(.waiting, volume.waiting?.units)
    keep(.waitingPrice, volume.waiting?.price)
    keep(.children, volume.children)
    keep(.served, volume.served.isEmpty ? nil : volume.served)
    keep(.notice, dates.notice == 0 ? nil : dates.notice)
    keep(.begins, dates.begins)
    keep(.ends, dates.ends)
    keep(
      .breaks,
      dates.breaks.isEmpty
        ? nil : LedgerText(asRead: dates.breaks.map(\.description).joined(separator: " ")))
    keep(.renewal, dates.renewal)
    keep(.instalments, instalments)
    keep(.document, document.name)
    keep(.page, document.page)
    keep(.documentDay, document.day)
    return Fact(.contract, of: reference.code, on: from, Source(origin, details: details))
  }

  /// Reads a contract back from the chain.
  ///
  /// - Returns: none where the fact is not a contract that may stand.
  public init?(_ fact: Fact) {
    guard let contract = try? Contract.reading(fact) else { return nil }
    self = contract
  }

  /// Reads a contract back from the chain, and says why it may not stand.
  ///
  /// - Returns: none where the fact is not a contract at all.
  public static func reading(_ fact: Fact) throws(Refusal) -> Contract? {
    let cells = ContractCells(fact)
    guard fact.kind == kind, let reference = ContractReference(fact.subject),
      let from = fact.day, let kind = cells.read(.kind, ContractKind.init(rawValue:)),
      let regime = cells.read(.regime, Regime.init(rawValue:)),
      let fund = cells.read(.fund, { Fund($0) }), let volume = cells.volume,
      let document = cells.document
    else { return nil }
    let (price, dates) = (cells.price, cells.dates)
    let line = cells.read(.line, Section251Line.init(rawValue:))
    let setting = cells.read(.setting, SettingColumn.init(rawValue:))
    let purpose = cells.read(.purpose) { TextReference($0) }
    let provider = cells.read(.provider) { ProviderReference($0) }
    let instalments = cells.read(.instalments, InstalmentPattern.init(rawValue:))
    guard cells.isSound else { return nil }
    return try Contract(
      reference, from: from, kind, under: regime, of: fund, line: line, setting: setting,
      purpose: purpose, provider: provider, price: price, volume: volume, dates: dates,
      instalments: instalments, document: document)
  }
}

/// The details of a fact, read as what they are.
private struct ContractCells {
  private let details: DetailReader

  init(_ fact: Fact) { details = DetailReader(fact) }

  /// Whether every detail that is given could be read.
  var isSound: Bool { details.isSound }

  func read<Value>(_ field: ContractField, _ reading: (String) -> Value?) -> Value? {
    details.read(field.rawValue, reading)
  }

  private func text(_ field: ContractField) -> LedgerText? {
    read(field) { $0 }.map { LedgerText(asRead: $0) }
  }

  private func money(_ field: ContractField) -> Money? { details.money(field.rawValue) }

  private func units(_ field: ContractField) -> Fraction? { read(field) { Fraction(decimal: $0) } }

  private func day(_ field: ContractField) -> Day? { details.day(field.rawValue) }

  var price: ContractPrice {
    let band =
      units(.bandPercent).map { VolumeBand.percent($0) }
      ?? units(.bandUnits).map { .units($0) }
    var step: PriceStep?
    let (units, saving) = (units(.stepUnits), money(.stepSaving))
    let count = read(.stepCount) { Int64($0) }
    if let units, let saving { step = PriceStep(units, saving: saving, count: count) }
    return ContractPrice(sum: money(.sum), variable: money(.variable), band: band, step: step)
  }

  var volume: ContractVolume? {
    guard let unit = read(.unit, Rate.Unit.init(rawValue:)) else { return nil }
    var waiting: ContractVolume.Waiting?
    let (waitingUnits, price) = (units(.waiting), money(.waitingPrice))
    if let waitingUnits, let price { waiting = ContractVolume.Waiting(waitingUnits, at: price) }
    return ContractVolume(
      unit, capacity: units(.capacity), minimum: units(.minimum), exits: units(.exits) ?? .zero,
      waiting: waiting, children: read(.children) { Int($0) },
      served: read(.served) { ServedLine.list($0) } ?? [])
  }

  var dates: ContractDates {
    ContractDates(
      notice: read(.notice) { Int($0) } ?? 0, begins: day(.begins), ends: day(.ends),
      breaks: read(.breaks, Day.list) ?? [], renewal: day(.renewal))
  }

  var document: DocumentPage? {
    guard let name = text(.document), let day = day(.documentDay) else { return nil }
    return DocumentPage(name, page: text(.page) ?? "", of: day)
  }
}

extension Day {
  /// Reads days that are parted by spaces.
  fileprivate static func list(_ text: String) -> [Day]? {
    let days = text.split(separator: " ").map { Day(written: String($0)) }
    return days.contains(nil) ? nil : days.compactMap(\.self)
  }
}
