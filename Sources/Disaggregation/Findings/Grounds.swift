public import Bookkeeping
public import Funding

/// The two grounds on which no budget need be prepared.
///
/// There is no third.
///
/// SI 2014/1652, regulation 4A.
public enum BudgetGround: String, Hashable, Sendable, CaseIterable {
  /// Taking the sum out would harm services for others with plans.
  case adverse
  /// It would not be an efficient use of the authority's resources.
  case inefficient
}

/// The grounds on which a sum need not be paid in cash.
///
/// The set is closed.
public enum CashGround: String, Hashable, Sendable, CaseIterable {
  /// Regulation 5, and the consent of regulation 8.
  case eligibility
  /// Regulation 6(a).
  case properUse = "proper-use"
  /// Regulation 6(b).
  case bestInterests = "best-interests"
  /// Regulation 9, or, for a top-up, that the setting does not agree.
  case schoolConsent = "school-consent"
  /// Regulation 6(c).
  case adverse
  /// Regulation 6(d).
  case inefficient

  public var regulation: String {
    switch self {
    case .eligibility: "regulation 5"
    case .properUse: "regulation 6(a)"
    case .bestInterests: "regulation 6(b)"
    case .schoolConsent: "regulation 9"
    case .adverse: "regulation 6(c)"
    case .inefficient: "regulation 6(d)"
    }
  }
}

/// How other children with plans would be harmed.
public enum AdverseImpact: Hashable, Sendable {
  /// Fewer units would be left than the provider has to keep on for.
  case belowMinimum(left: Fraction, minimum: Fraction)
  /// Units of section F provision that others would lose and that cannot be replaced.
  case hoursLost(Fraction, Evidence)
  /// The provider would cut the service, in writing.
  case serviceCut(Evidence)
  /// The provider would raise the price for the others beyond the tolerance, in writing.
  case priceRise(Fraction, Evidence)
}

/// What was found on the first question: whether a budget is stated.
public enum BudgetFinding: Hashable, Sendable {
  case stated(Money?)
  case refused([BudgetGround])
  /// Another law decides.
  case otherRegime(Regime)
  case never
  case notYet
  case undecided
}

/// What was found on the second question: whether a sum is paid in cash.
public enum CashFinding: Hashable, Sendable {
  case paid(Money)
  /// A part of a larger sum, of which the rest stays where it is.
  case partPaid(Money, left: Money)
  case refused([CashGround])
  case notAskedFor
  case otherRegime(Regime)
  case never
  case notYet
  case undecided
}
