public import Bookkeeping

/// A family's or a young person's request that a sum be shown, or paid, in place of a service.
///
/// Section 49 of the Children and Families Act 2014; SI 2014/1652, regulation 4.
public struct BudgetRequest: Hashable, Sendable {
  public let reference: DecisionReference
  public let contract: ContractReference
  /// The child's line that the contract serves.
  public let line: PlanLineReference
  public let asked: Day
  public let window: RequestWindow
  /// The next review of the plan, where one is known.
  public let nextReview: Day?
  public let asks: RequestedForm
  /// How many of the contract's units it is about: of a full year, or of what is left of one.
  public let units: Fraction
  /// How many units are bought instead, where they are counted in something else.
  public let replacement: Fraction?
  /// Payroll, insurance, support and checks: what a direct payment costs besides its price.
  public let overheads: Money
  /// Whether the provision is to be given in a school or college.
  public let isOnPremises: Bool
  /// The first day for which money is asked.
  public let starts: Day
  /// The plan line bought elsewhere that the freed place would serve.
  public let replaces: PlanLineReference?
  /// The plan line that a direct payment would be; the line asked about, where none is said.
  public let paidAs: PlanLineReference
  /// What it is, by its digest in the register.
  public let purpose: TextReference

  /// Why a request cannot stand as it is given.
  public enum Refusal: Error, Hashable, Sendable {
    case unitsNotPositive(Fraction)
    case overheadsNegative(Money)
    /// It would replace the line that it is about.
    case replacesItself(PlanLineReference)
    /// A direct payment would be the line of another child.
    case anotherChild(PlanLineReference)
    case startsBeforeAsked(starts: Day, asked: Day)
  }

  public init(
    _ reference: DecisionReference, to contract: ContractReference, for line: PlanLineReference,
    asked: Day, in window: RequestWindow, nextReview: Day? = nil, asks: RequestedForm = .cash,
    units: Fraction, replacement: Fraction? = nil, overheads: Money = .zero,
    isOnPremises: Bool = false, starts: Day? = nil, replaces: PlanLineReference? = nil,
    paidAs: PlanLineReference? = nil, purpose: TextReference
  ) throws(Refusal) {
    guard units > .zero else { throw .unitsNotPositive(units) }
    if let replacement, replacement <= .zero { throw .unitsNotPositive(replacement) }
    guard overheads >= .zero else { throw .overheadsNegative(overheads) }
    if replaces == line { throw .replacesItself(line) }
    if let paidAs, paidAs.child != line.child { throw .anotherChild(paidAs) }
    if let starts, starts < asked { throw .startsBeforeAsked(starts: starts, asked: asked) }
    self.reference = reference
    self.contract = contract
    self.line = line
    self.asked = asked
    self.window = window
    self.nextReview = nextReview
    self.asks = asks
    self.units = units
    self.replacement = replacement
    self.overheads = overheads
    self.isOnPremises = isOnPremises
    self.starts = starts ?? asked
    self.replaces = replaces
    self.paidAs = paidAs ?? line
    self.purpose = purpose
  }
}

/// When a request may be made: SI 2014/1652, regulation 4.
public enum RequestWindow: String, Hashable, Sendable, CaseIterable {
  /// While a draft plan is being prepared.
  case draft
  /// While the plan is being reviewed.
  case review
  /// While the child is being assessed again.
  case reassessment
  /// At another time.
  case none
}

/// What was asked for.
public enum RequestedForm: String, Hashable, Sendable, CaseIterable {
  /// That the sum be paid.
  case cash
  /// That the sum be stated, and no more.
  case statement
}
