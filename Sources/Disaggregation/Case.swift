public import Bookkeeping
public import Funding

/// All that an assessment is made of: it looks at nothing else.
public struct Case: Hashable, Sendable {
  public let request: BudgetRequest
  public let position: ContractPosition
  /// What was found out about the request and about its contract.
  public let evidence: [Evidence]
  public let settings: Settings
  /// The day of the assessment.
  public let day: Day

  /// The authority's own settings that an assessment applies.
  public struct Settings: Hashable, Sendable {
    public let tolerance: Tolerance
    /// How old evidence may be, in months.
    public let evidenceMonths: Int

    public init(tolerance: Tolerance, evidenceMonths: Int) {
      self.tolerance = tolerance
      self.evidenceMonths = evidenceMonths
    }

    /// The settings that hold on a day.
    public init(_ policy: Policy, on day: Day) throws(Policy.Gap) {
      tolerance = try policy.tolerance(on: day)
      evidenceMonths = try policy.days(.evidenceMonths, on: day)
    }
  }

  /// Why a request cannot be assessed at all.
  public enum Refusal: Error, Hashable, Sendable {
    case anotherContract(asked: ContractReference, given: ContractReference)
    /// The contract does not name the line that the request is about.
    case lineNotServed(PlanLineReference, ContractReference)
    /// No budget could be asked for so early.
    case beforeTheLaw(Day)
  }

  public init(
    _ request: BudgetRequest, to position: ContractPosition, evidence: [Evidence],
    settings: Settings, on day: Day
  ) throws(Refusal) {
    let contract = position.contract
    guard contract.reference == request.contract else {
      throw .anotherContract(asked: request.contract, given: contract.reference)
    }
    if contract.kind != .place, contract.volume.units(of: request.line) == nil {
      throw .lineNotServed(request.line, contract.reference)
    }
    guard day >= LawRule.firstDay else { throw .beforeTheLaw(day) }
    self.request = request
    self.position = position
    // The order in which evidence came decides nothing.
    self.evidence = evidence.sorted { $0.order < $1.order }
    self.settings = settings
    self.day = day
  }
}

extension Case {
  public var contract: Contract { position.contract }

  /// The first day of evidence that is not too old.
  public var oldest: Day { day.addingMonths(-settings.evidenceMonths) }

  /// Evidence of a kind that is in date, the latest last.
  public func current(_ kind: EvidenceKind) -> [Evidence] {
    evidence.filter { $0.shows == kind && $0.document.day >= oldest && $0.document.day <= day }
  }

  /// Evidence of a kind that is too old, the latest of it.
  func stale(_ kind: EvidenceKind) -> Evidence? {
    evidence.last { $0.shows == kind && $0.document.day < oldest }
  }

  /// What the latest evidence in date says to a question of yes or no.
  func answer(_ kind: EvidenceKind) -> Bool? { current(kind).last.map { $0.finding == .yes } }

  /// The lowest price in date, and where it stands.
  public var quote: (price: Money, evidence: Evidence)? {
    let prices = current(.quote).compactMap { found -> (price: Money, evidence: Evidence)? in
      if case .price(let price) = found.finding { (price, found) } else { nil }
    }
    return prices.min { $0.price < $1.price }
  }

  /// N: the contract's sum for the request's units.
  public var notional: Money? {
    switch contract.kind {
    case .contract, .inHouse:
      NotionalParts(of: contract, with: request.line, request.units)?.parts[request.line]
    case .framework, .spot:
      contract.price.variable?.times(request.units)
        ?? position.margin(of: request.units).releasable
    case .topUp:
      // A top-up has no price of a unit, so its part is what the units would cost elsewhere.
      quote.map { $0.price.times(replacedUnits) }
    case .place:
      nil
    }
  }

  /// The request as far as sums go; none without a price.
  public var leaver: Leaver? {
    guard let quote else { return nil }
    let notional = notional
    return Leaver(
      request.line, asked: request.asked, units: request.units, replacement: request.replacement,
      price: quote.price, overheads: request.overheads, notional: notional,
      tolerance: settings.tolerance.amount(for: notional))
  }
}

extension Evidence {
  /// By day, and then by everything else that tells two apart.
  fileprivate var order: (Day, String, String, String, String, String) {
    (
      document.day, shows.rawValue, finding.text, document.name.words, document.page.words,
      about.code + (isAssumed ? " assumed" : "")
    )
  }
}

extension Case {
  /// AC: the sum over the capacity; none where either is not known.
  public var averageCost: Money? {
    switch contract.kind {
    case .framework: contract.price.variable
    case .contract, .inHouse, .place, .topUp, .spot:
      if let sum = contract.price.sum, let capacity = contract.volume.capacity {
        sum.times(.one / capacity)
      } else {
        nil
      }
    }
  }

  /// How many units would be bought instead.
  public var replacedUnits: Fraction { request.replacement ?? request.units }
}
