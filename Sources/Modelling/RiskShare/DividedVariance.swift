public import Bookkeeping
public import Funding

/// A variance divided by the rules of an agreement: an overspend is positive, an underspend
/// negative.
///
/// What the partners bear, the reserve and what nobody bears add to the variance, to the penny.
/// What no rule gives to anyone is shown, and never dropped.
public struct DividedVariance: Hashable, Sendable {
  public let variance: Money
  /// The columns.
  public let partners: [PartnerReference]
  public let steps: [Step]
  /// What no rule gives to anyone.
  public let unallocated: Money
  /// Why something is left, in the order of the tiers; nothing where nothing is left.
  public let reasons: [Reason]

  /// What one tier takes.
  public struct Step: Hashable, Sendable {
    let tier: Tier
    let isFirst: Bool
    /// Out of the pool's own money, or into it.
    public let reserve: Money
    /// In the order of the columns.
    public let borne: [Money]

    public var amount: Money { reserve + borne.total() }
    public var clause: String { tier.clause }
    /// The rule in words.
    public var words: String { tier.words(isFirst: isFirst) }
  }

  /// Why a part of a variance is nobody's.
  public enum Reason: Hashable, Sendable {
    /// The agreement has no rule that reaches so far.
    case notSaid
    case capReached(clause: String)
    case causeNotTagged(clause: String)
    case hostNotNamed(clause: String)
  }

  /// What each partner bears, in the order of the columns.
  public var borne: [Money] {
    partners.indices.map { column in steps.map { $0.borne[column] }.total() }
  }

  public func borne(by partner: PartnerReference) -> Money {
    zip(partners, borne).filter { $0.0 == partner }.map(\.1).total()
  }

  public var reserve: Money { steps.map(\.reserve).total() }

  /// What the reserve itself gives, negative where it is given: an underspend that is reinvested
  /// stays in the pool, and is not in its reserve.
  public var drawn: Money { steps.filter { $0.tier.rule == .reserve }.map(\.reserve).total() }

  /// Whether somebody has to plan how an overspend that is nobody's is recovered.
  public var needsRecoveryPlan: Bool { unallocated > .zero }

  /// What is said of a part that nobody bears; none where there is no such part.
  public var gap: String? {
    guard unallocated != .zero else { return nil }
    let whose = unallocated > .zero ? "who bears" : "who is given"
    let why = reasons.map(\.words).joined(separator: "; ")
    return "the agreement does not say \(whose) \(unallocated.magnitude): \(why)"
      + (needsRecoveryPlan ? "; a recovery plan is needed" : "")
  }
}

extension DividedVariance.Reason {
  public var words: String {
    switch self {
    case .notSaid: "no clause reaches it"
    case .capReached(let clause): "it is beyond the cap of clause \(clause)"
    case .causeNotTagged(let clause): "no spending is tagged with it, as clause \(clause) asks"
    case .hostNotNamed(let clause): "clause \(clause) gives it to the host, and no host is named"
    }
  }
}
