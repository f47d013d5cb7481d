import Bookkeeping
import Funding

extension CaseReading {
  func contract() throws -> Contract {
    try Contract(
      contractReference, from: asked, kind, under: regime, of: try fund(), line: try line(),
      purpose: purpose, price: try price(), volume: try volume(), dates: try dates(),
      document: DocumentPage(document, page: page, of: asked))
  }

  // MARK: Whose money it is

  private func fund() throws(Diagnostic) -> Fund {
    let field = CaseFields.place(.fund)
    if !row.isEmpty(field) {
      return try row.value(field, "a fund of the ledger", context.chart.fund)
    }
    guard let usual = usualFund else { throw row.fault(.missing, field) }
    guard context.chart.fund(usual.description) == usual else {
      throw row.unclear(
        .fund, "the ledger keeps no fund “\(usual)”", "name under fund the one that pays")
    }
    return usual
  }

  /// Health money belongs to a board, which nobody can guess.
  private var usualFund: Fund? {
    switch regime {
    case .specialEducation: .highNeeds
    case .travel: .generalFund
    case .socialCare: .socialCare
    case .health: nil
    }
  }

  private func line() throws(Diagnostic) -> Section251Line? {
    if let said = try row.section251Line(CaseFields.place(.line)) { return said }
    switch regime {
    case .travel: return .senTransport
    case .socialCare: return .shortBreaks
    case .health: return nil
    case .specialEducation: break
    }
    switch kind {
    case .contract, .framework: return .therapies
    case .inHouse: return .senSupportServices
    case .topUp: return .topUpMaintained
    case .spot: return .topUpIndependent
    case .place: return .highNeedsPlaces
    }
  }

  // MARK: What is paid

  private func price() throws(Diagnostic) -> ContractPrice {
    ContractPrice(
      sum: try sumOfAYear(), variable: try variable(), band: try band(), step: try step())
  }

  private func sumOfAYear() throws(Diagnostic) -> Money? {
    let days = try whole(.days, upTo: 366)
    func ofDays(_ key: CaseKey) throws(Diagnostic) -> Money? {
      guard let aDay = try price(key) else { return nil }
      return aDay.times(Fraction(Int64(try needed(days, .days))))
    }
    switch kind {
    case .topUp:
      return try agreed([try sum(.topUp), try sum(.elementThree)], "the top-up")
    case .place: return try sum(.placeFunding)
    case .spot:
      return try agreed([try ofDays(.taxiDay), try sum(.contractSum)], "what is paid")
    case .contract, .inHouse, .framework:
      return try agreed(
        [try sum(.contractSum), try sum(.serviceBudget), try ofDays(.routeDay)],
        "the sum of the contract")
    }
  }

  private func variable() throws(Diagnostic) -> Money? {
    let rate = try price(.variableRate)
    switch kind {
    case .framework: return try agreed([try price(.framework), rate], "the price of a unit")
    case .topUp:
      let saved = try agreed([try price(.schoolMarginal), rate], "what the setting saves")
      let asked = try price(.rate)
      return saved ?? asked
    case .spot:
      let spot = try price(.spot)
      return rate ?? (row.has(.taxiDay) ? nil : spot)
    case .contract, .inHouse, .place: return rate
    }
  }

  private func band() throws(Diagnostic) -> VolumeBand? {
    let percent = try row.optional(CaseFields.place(.bandPercent), Figure.percentForm) {
      Figure.percent($0)
    }
    let units = try quantity(.band)
    if percent != nil, units != nil {
      throw row.unclear(
        .bandPercent, "the band is given as a share and in units", "leave one of them out")
    }
    return percent.map { .percent($0) } ?? units.map { .units($0) }
  }

  private func step() throws(Diagnostic) -> PriceStep? {
    let units = try quantity(.releasedStep)
    let saving = try row.saving(CaseFields.place(.stepSaving))
    let count = try whole(.steps, upTo: 9_999)
    if units == nil, saving == nil, count == nil { return nil }
    return PriceStep(
      try needed(units, .releasedStep), saving: try needed(saving, .stepSaving),
      count: count.map(Int64.init))
  }

  // MARK: How much there is

  private func volume() throws(Diagnostic) -> ContractVolume {
    let exits = try quantity(.priorExits) ?? .zero
    let children = try whole(.children, upTo: 999_999)
    let stated = try agreed([try quantity(.capacity), try quantity(.held)], "the capacity")
    // A group or a vehicle holds as many as it serves.
    let isOfChildren =
      stated == nil && unit == .place && (kind == .contract || kind == .inHouse)
    let capacity = stated ?? (isOfChildren ? children.map { Fraction(Int64($0)) } : nil)
    return ContractVolume(
      unit, capacity: capacity, minimum: try quantity(.minimum), exits: exits,
      waiting: try waiting(),
      children: isOfChildren ? children.map { max($0 - Int(exits.ceiling), 0) } : children,
      served: kind == .place ? [] : [ServedLine(try planLine(), try units())])
  }

  private func waiting() throws(Diagnostic) -> ContractVolume.Waiting? {
    let listed = try quantity(.waitingList)
    let units = try quantity(.waiting)
    guard let units else {
      guard listed ?? .zero == .zero else {
        throw row.unclear(
          .waitingList, "the list says how many wait, and not for how much",
          "write under waiting_\(unit.rawValue)s for how many units they wait")
      }
      return nil
    }
    if units == .zero { return nil }
    return ContractVolume.Waiting(units, at: try needed(try price(.spot), .spot))
  }

  private func dates() throws(Diagnostic) -> ContractDates {
    ContractDates(
      notice: try whole(.notice, upTo: 120) ?? 0, breaks: try row.days(CaseFields.place(.breaks)),
      renewal: try row.optionalDay(CaseFields.place(.renewal)))
  }

  // MARK: How much is asked about

  /// The units of the child who asks.
  func units() throws(Diagnostic) -> Fraction {
    var aYear: Fraction?
    if let aWeek = try quantity(.aWeek) {
      aYear = aWeek * Fraction(Int64(try needed(try whole(.weeks, upTo: 53), .weeks)))
    }
    let found = try agreed(
      [try quantity(.child), try quantity(.childRestOfYear), aYear], "the child’s units")
    if found == nil, unit == .place { return .one }
    let units = try needed(found, .child)
    guard Figure.isQuantity(units) else {
      throw row.unclear(
        .weeks, "the child would use \(units) units", "correct the hours or the weeks")
    }
    return units
  }
}
