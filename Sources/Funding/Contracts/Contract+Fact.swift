public import Bookkeeping

/// The fields under which a contract is kept in the chain.
private enum ContractField: String {
  case kind, regime, fund, line, setting, purpose, provider, sum, variable, unit, capacity, minimum
  case exits, children, served, notice, begins, ends, breaks, renewal, instalments, document, page
  case bandPercent = "band-percent", bandUnits = "band-units"
  case stepUnits = "step-units", stepSaving = "step-saving", stepCount = "step-count"
  case waiting, waitingPrice = "waiting-price", documentDay = "document-day"
}

extension Contract {
  /// The contract as a fact of the chain.
  public func fact(from origin: Origin) -> Fact {
    var details: [Detail] = []
    func keep(_ field: ContractField, _ value: (some CustomStringConvertible)?) {
      if let value { details.append(Detail(field.rawValue, value.description)) }
    }
    keep(.kind, kind.rawValue)
    keep(.regime, regime.rawValue)
    keep(.fund, fund)
    keep(.line, line?.rawValue)
    keep(.setting, setting?.rawValue)
    keep(.purpose, purpose)
    keep(.provider, provider)
    keep(.sum, price.sum?.plain)
    keep(.variable, price.variable?.plain)
    switch price.band {
    case .percent(let percent): keep(.bandPercent, percent)
    case .units(let units): keep(.bandUnits, units)
    case nil: break
    }
    keep(.stepUnits, price.step?.units)
    keep(.stepSaving, price.step?.saving.plain)
    keep(.stepCount, price.step?.count)
    keep(.unit, volume.unit.rawValue)
    keep(.capacity, volume.capacity)
    keep(.minimum, volume.minimum)
    keep(.exits, volume.exits == .zero ? nil : volume.exits)
    keep(.waiting, volume.waiting?.units)
    keep(.waitingPrice, volume.waiting?.price.plain)
    keep(.children, volume.children)
    keep(.served, volume.served.isEmpty ? nil : ServedLine.text(volume.served))
    keep(.notice, dates.notice == 0 ? nil : dates.notice)
    keep(.begins, dates.begins)
    keep(.ends, dates.ends)
    keep(
      .breaks,
      dates.breaks.isEmpty ? nil : dates.breaks.map(\.description).joined(separator: " "))
    keep(.renewal, dates.renewal)
    keep(.instalments, instalments?.rawValue)
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
    guard fact.kind == .contract, let reference = ContractReference(fact.subject),
      let from = fact.day, let kind = cells.read(.kind, ContractKind.init(rawValue:)),
      let regime = cells.read(.regime, Regime.init(rawValue:)),
      let fund = cells.read(.fund, { Fund($0) }), let volume = cells.volume,
      let document = cells.document
    else { return nil }
    return try Contract(
      reference, from: from, kind, under: regime, of: fund,
      line: cells.read(.line, Section251Line.init(rawValue:)),
      setting: cells.read(.setting, SettingColumn.init(rawValue:)),
      purpose: cells.read(.purpose) { TextReference($0) },
      provider: cells.read(.provider) { ProviderReference($0) }, price: cells.price,
      volume: volume, dates: cells.dates,
      instalments: cells.read(.instalments, InstalmentPattern.init(rawValue:)),
      document: document)
  }
}

/// The details of a fact, read as what they are.
private struct ContractCells {
  private let source: Source

  init(_ fact: Fact) {
    source = fact.source
  }

  func read<Value>(_ field: ContractField, _ reading: (String) -> Value?) -> Value? {
    source[field.rawValue].flatMap(reading)
  }

  private func money(_ field: ContractField) -> Money? {
    read(field) { try? Money(parsing: $0) }
  }

  private func units(_ field: ContractField) -> Fraction? { read(field) { Fraction(decimal: $0) } }

  private func day(_ field: ContractField) -> Day? { read(field) { Day($0) } }

  var price: ContractPrice {
    let band =
      units(.bandPercent).map { VolumeBand.percent($0) }
      ?? units(.bandUnits).map { .units($0) }
    var step: PriceStep?
    if let units = units(.stepUnits), let saving = money(.stepSaving) {
      step = PriceStep(units, saving: saving, count: read(.stepCount) { Int64($0) })
    }
    return ContractPrice(sum: money(.sum), variable: money(.variable), band: band, step: step)
  }

  var volume: ContractVolume? {
    guard let unit = read(.unit, Rate.Unit.init(rawValue:)) else { return nil }
    var waiting: ContractVolume.Waiting?
    if let units = units(.waiting), let price = money(.waitingPrice) {
      waiting = ContractVolume.Waiting(units, at: price)
    }
    return ContractVolume(
      unit, capacity: units(.capacity), minimum: units(.minimum), exits: units(.exits) ?? .zero,
      waiting: waiting, children: read(.children) { Int($0) },
      served: read(.served) { ServedLine.list($0) } ?? [])
  }

  var dates: ContractDates {
    ContractDates(
      notice: read(.notice) { Int($0) } ?? 0, begins: day(.begins), ends: day(.ends),
      breaks: (read(.breaks) { $0 } ?? "").split(separator: " ").compactMap { Day(String($0)) },
      renewal: day(.renewal))
  }

  var document: DocumentPage? {
    guard let name = read(.document, { $0 }), let day = day(.documentDay) else { return nil }
    return DocumentPage(name, page: read(.page) { $0 } ?? "", of: day)
  }
}
