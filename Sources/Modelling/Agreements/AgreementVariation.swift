public import Bookkeeping
public import Funding

/// That an agreement is varied within its period: from when, by which clause, and by whom.
///
/// An agreement has to say how contributions and the agreement itself may be varied (SI 2000/617,
/// regulation 7(3)(b) and (f)), so a variation names the clause that allows it.
public struct AgreementVariation: Hashable, Sendable {
  /// The first day on which the varied terms hold.
  public let from: Day
  /// The clause that allows it.
  public let clause: String
  public let reason: String
  /// The day on which each partner agreed to it.
  public let agreed: [PartnerReference: Day]

  public init(
    from: Day, by clause: String, because reason: String, agreed: [PartnerReference: Day]
  ) {
    self.from = from
    self.clause = clause
    self.reason = reason
    self.agreed = agreed
  }

  /// The day on which the last partner agreed; none where none is named.
  public var agreedOn: Day? { agreed.values.max() }

  /// Why it cannot be recorded on a day, while some months are closed.
  ///
  /// What was reported of a closed month stands, so the terms it was reported by stand too.
  public func refusal(recorded today: Day, closed months: Set<Month>) -> Refusal? {
    let later = agreed.filter { $0.value > today }.min { $0.key < $1.key }
    if let (partner, day) = later { return .agreedLater(partner, day, recorded: today) }
    return months.filter { $0 >= Month(of: from) }.min().map { .closed(from, $0) }
  }
}

/// What of an agreement a variation may change.
public enum VariableMatter: String, Hashable, Sendable, CaseIterable {
  case contributions
  case uplift
  case host
  case deliveredBy = "delivered by"
  case required
  case reserve
  case lineage
  case riskShare = "risk share"

  /// What an agreement has to say for it to be varied, under regulation 7(3).
  var allowing: RequiredTerm {
    switch self {
    case .contributions, .uplift: .contributions
    case .host, .deliveredBy, .required, .reserve, .lineage, .riskShare: .duration
    }
  }
}

extension AgreedPool {
  /// What another version of the agreement says otherwise, in the order in which it is written.
  public func differences(from other: AgreedPool) -> [VariableMatter] {
    let (one, two) = (agreement.terms, other.agreement.terms)
    return VariableMatter.allCases.filter { matter in
      switch matter {
      case .contributions: Set(agreement.contributions) != Set(other.agreement.contributions)
      case .uplift: one.uplift != two.uplift
      case .host: one.host != two.host
      case .deliveredBy: one.deliveredBy != two.deliveredBy
      case .required: one.required != two.required
      case .reserve: reserve != other.reserve
      case .lineage: lineage != other.lineage
      case .riskShare: one.riskShare != two.riskShare
      }
    }
  }
}
