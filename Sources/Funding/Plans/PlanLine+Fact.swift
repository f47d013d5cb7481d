public import Bookkeeping

/// The fields under which a plan line is kept in the chain.
enum PlanLineField: String, CaseIterable {
  case purpose, section, fund, line, setting, agency, element, provider, held, amount, per
  case quantity, unit, price
  case proRata = "pro-rata"
  case instalments, to, decision
  case decidedBy = "decided-by"
  case decidedOn = "decided-on"
  case isLast = "is-last"
}

extension PlanLine: Noted {
  public static let kind = FactKind.planLine

  /// The line as a fact of the chain.
  public func fact(from origin: Origin) -> Fact {
    var details: [Detail] = []
    func keep(_ field: PlanLineField, _ value: (some LedgerValue)?) {
      if let value { details.append(Detail(field.rawValue, value)) }
    }
    keep(.purpose, purpose)
    keep(.section, section)
    keep(.fund, fund)
    keep(.line, use.line)
    keep(.setting, use.setting)
    keep(.agency, use.agency)
    keep(.element, use.element)
    keep(.provider, use.provider)
    keep(.held, held)
    keep(.amount, rate.amount)
    keep(.per, rate.per)
    keep(.quantity, rate.units?.quantity)
    keep(.unit, rate.units?.unit)
    keep(.price, rate.units?.price)
    keep(.proRata, proRata)
    keep(.instalments, instalments)
    keep(.to, to)
    keep(.decision, decision.reference)
    keep(.decidedBy, decision.by)
    keep(.decidedOn, decision.on)
    keep(.isLast, isLast ? 1 : nil)
    return Fact(.planLine, of: reference.code, on: from, Source(origin, details: details))
  }

  /// Reads a line back from the chain.
  ///
  /// - Returns: none where the fact is not a plan line that may stand.
  public init?(_ fact: Fact) {
    guard let line = try? PlanLine.reading(fact) else { return nil }
    self = line
  }

  /// Reads a line back from the chain, and says why it may not stand.
  ///
  /// - Returns: none where the fact is not a plan line at all.
  public static func reading(_ fact: Fact) throws(Refusal) -> PlanLine? {
    let details = DetailReader(fact)
    func text(_ field: PlanLineField) -> LedgerText { fact.source.text(field.rawValue) ?? "" }
    func read<Value>(_ field: PlanLineField, _ reading: (String) -> Value?) -> Value? {
      details.read(field.rawValue, reading)
    }
    guard fact.kind == kind, let reference = PlanLineReference(fact.subject),
      let from = fact.day, let purpose = read(.purpose, { TextReference($0) }),
      let fund = read(.fund, { Fund($0) }), let held = read(.held, HowHeld.init(rawValue:)),
      let per = read(.per, Rate.Per.init(rawValue:)),
      let amount = details.money(PlanLineField.amount.rawValue),
      let proRata = read(.proRata, ProRata.init(rawValue:)),
      let instalments = read(.instalments, InstalmentPattern.init(rawValue:)),
      let decided = details.day(PlanLineField.decidedOn.rawValue)
    else { return nil }
    let use = Use(
      line: read(.line, Section251Line.init(rawValue:)),
      setting: read(.setting, SettingColumn.init(rawValue:)),
      agency: read(.agency, Agency.init(rawValue:)),
      element: read(.element, Element.init(rawValue:)),
      planLine: reference, provider: read(.provider) { ProviderReference($0) })
    var rate = Rate(amount, per: per)
    let quantity = read(.quantity) { Int64($0) }
    let unit = read(.unit, Rate.Unit.init(rawValue:))
    let price = details.money(PlanLineField.price.rawValue)
    if let quantity, let unit, let price {
      rate = Rate(Rate.Units(quantity, unit, at: price), per: per)
    }
    let section = read(.section, PlanSection.init(rawValue:))
    let to = details.day(PlanLineField.to.rawValue)
    let isLast = read(.isLast) { Int($0) } == 1
    guard details.isSound else { return nil }
    return try PlanLine(
      reference, for: purpose, section: section, from: fund, use, held: held, rate: rate,
      proRata: proRata, instalments: instalments, days: from, to: to,
      decision: Decision(
        reference: text(.decision), by: text(.decidedBy), on: decided), isLast: isLast)
  }
}
