public import Bookkeeping

/// The fields under which a plan line is kept in the chain.
enum PlanLineField: String, CaseIterable {
  case purpose, section, fund, line, setting, agency, element, provider, held, amount, per
  case quantity, unit, price, proRata = "pro-rata", instalments, to, decision
  case decidedBy = "decided-by", decidedOn = "decided-on"
}

extension PlanLine {
  /// The line as a fact of the chain.
  public func fact(from origin: Origin) -> Fact {
    var details: [Detail] = []
    func keep(_ field: PlanLineField, _ value: String?) {
      if let value { details.append(Detail(field.rawValue, value)) }
    }
    keep(.purpose, purpose.code)
    keep(.section, section?.rawValue)
    keep(.fund, fund.description)
    keep(.line, use.line?.rawValue)
    keep(.setting, use.setting?.rawValue)
    keep(.agency, use.agency?.rawValue)
    keep(.element, use.element?.rawValue)
    keep(.provider, use.provider?.code)
    keep(.held, held.rawValue)
    keep(.amount, rate.amount.plain)
    keep(.per, rate.per.rawValue)
    keep(.quantity, rate.units.map { String($0.quantity) })
    keep(.unit, rate.units?.unit.rawValue)
    keep(.price, rate.units?.price.plain)
    keep(.proRata, proRata.rawValue)
    keep(.instalments, instalments.rawValue)
    keep(.to, to?.description)
    keep(.decision, decision.reference)
    keep(.decidedBy, decision.by)
    keep(.decidedOn, decision.on.description)
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
    func text(_ field: PlanLineField) -> String? { fact.source[field.rawValue] }
    guard fact.kind == .planLine, let reference = PlanLineReference(fact.subject),
      let from = fact.day, let purpose = text(.purpose).flatMap(TextReference.init),
      let fund = text(.fund).flatMap(Fund.init),
      let held = text(.held).flatMap(HowHeld.init(rawValue:)),
      let per = text(.per).flatMap(Rate.Per.init(rawValue:)),
      let amount = text(.amount).flatMap({ try? Money(parsing: $0) }),
      let proRata = text(.proRata).flatMap(ProRata.init(rawValue:)),
      let instalments = text(.instalments).flatMap(InstalmentPattern.init(rawValue:)),
      let decided = text(.decidedOn).flatMap(Day.init)
    else { return nil }
    let use = Use(
      line: text(.line).flatMap(Section251Line.init(rawValue:)),
      setting: text(.setting).flatMap(SettingColumn.init(rawValue:)),
      agency: text(.agency).flatMap(Agency.init(rawValue:)),
      element: text(.element).flatMap(Element.init(rawValue:)),
      planLine: reference, provider: text(.provider).flatMap(ProviderReference.init))
    var rate = Rate(amount, per: per)
    if let quantity = text(.quantity).flatMap(Int64.init),
      let unit = text(.unit).flatMap(Rate.Unit.init(rawValue:)),
      let price = text(.price).flatMap({ try? Money(parsing: $0) })
    {
      rate = Rate(Rate.Units(quantity, unit, at: price), per: per)
    }
    return try PlanLine(
      reference, for: purpose, section: text(.section).flatMap(PlanSection.init(rawValue:)),
      from: fund, use, held: held, rate: rate, proRata: proRata, instalments: instalments,
      days: from, to: text(.to).flatMap(Day.init),
      decision: Decision(
        reference: text(.decision) ?? "", by: text(.decidedBy) ?? "", on: decided))
  }
}
