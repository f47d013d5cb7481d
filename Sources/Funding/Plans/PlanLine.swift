public import Bookkeeping

/// One item of provision in a child's plan, as decided from a day on.
///
/// A change is a new version, which takes over on its first day. The words for what it is stand in
/// the register, under digests.
public struct PlanLine: Hashable, Sendable {
  public let reference: PlanLineReference
  /// What it is for, by its digest in the register.
  public let purpose: TextReference
  public let section: PlanSection?
  public let fund: Fund
  /// Line, setting, agency, element, plan line and provider.
  public let use: Use
  public let held: HowHeld
  public let rate: Rate
  public let proRata: ProRata
  public let instalments: InstalmentPattern
  /// The first day and, where it is known, the last.
  public let from: Day
  public let to: Day?
  public let decision: Decision
  /// Whether no version of the line that was known before holds after this one.
  public let isLast: Bool

  /// Who decided the line, on which day and under which reference.
  public struct Decision: Hashable, Sendable {
    public let reference: LedgerText
    /// The panel or the body that decided.
    public let by: LedgerText
    public let on: Day

    public init(reference: LedgerText, by: LedgerText, on day: Day) {
      self.reference = reference
      self.by = by
      on = day
    }
  }

  /// Why a plan line cannot stand as it is given.
  public enum Refusal: Error, Hashable, Sendable {
    case endsBeforeItBegins(from: Day, to: Day)
    case rateNotPositive(Money)
    case sectionNotAllowed(PlanSection, Fund)
    case anotherChild(PlanLineReference)
    case forbidden(Objection)
  }

  public init(
    _ reference: PlanLineReference, for purpose: TextReference, section: PlanSection?,
    from fund: Fund, _ use: Use, held: HowHeld, rate: Rate, proRata: ProRata = .days,
    instalments: InstalmentPattern = .monthly, days from: Day, to: Day?, decision: Decision,
    isLast: Bool = false
  ) throws(Refusal) {
    if let to, to < from { throw .endsBeforeItBegins(from: from, to: to) }
    guard rate.amount > .zero else { throw .rateNotPositive(rate.amount) }
    guard use.planLine == reference else { throw .anotherChild(reference) }
    let committed = Coding(fund, .committed, use)
    if let objection = committed.objection(on: from) { throw .forbidden(objection) }
    if let section, PermittedUse.of(fund, on: from)?.sections.contains(section) != true {
      throw .sectionNotAllowed(section, fund)
    }
    self.reference = reference
    self.purpose = purpose
    self.section = section
    self.fund = fund
    self.use = use
    self.held = held
    self.rate = rate
    self.proRata = proRata
    self.instalments = instalments
    self.from = from
    self.to = to
    self.decision = decision
    self.isLast = isLast
  }
}

extension PlanLine {
  public func coding(_ heading: Heading) -> Coding { Coding(fund, heading, use) }

  /// The budget of its section 251 line, from which it is committed and to which it goes back.
  public var budget: Coding { Coding(fund, .allocated, use.budgetLine) }
}

extension PlanLine.Refusal {
  /// The refusal as a person should read it.
  public func diagnostic(at place: Place? = nil) -> Diagnostic {
    switch self {
    case .endsBeforeItBegins(let from, let to):
      .error(
        "line-ends-before-it-begins", "the line would end on \(to) and begin on \(from)", at: place,
        next: "correct one of the two days")
    case .rateNotPositive(let rate):
      .error(
        "amount-not-positive", "the rate is \(rate)", at: place,
        next: "give a positive rate; to end a line, give its last day")
    case .sectionNotAllowed(let section, let fund):
      .error(
        "section-not-allowed",
        "\(fund.name) would pay for provision of section \(section.rawValue)", at: place,
        why: "a fund pays only for what its table allows",
        next: "name the fund that pays for that section")
    case .anotherChild(let reference):
      .error(
        "line-of-another-child", "the row's money is for another line than \(reference)", at: place,
        next: "correct the reference")
    case .forbidden(let objection):
      objection.diagnostic(at: place)
    }
  }
}
