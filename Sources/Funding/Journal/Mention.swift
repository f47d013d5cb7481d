import Bookkeeping

/// A word under which a record can be found again.
///
/// Only what somebody asks for by name is filed: a child, a plan line, a provider, a contract, a kind
/// of fact.
/// Payments to suppliers in bulk are not, so that a million of them cost nothing here.
public struct Mention: Hashable, Sendable {
  public let text: String

  private init(_ text: String) { self.text = text }

  public static func child(_ child: ChildReference) -> Mention { Mention("child:\(child)") }

  public static func line(_ line: PlanLineReference) -> Mention { Mention("line:\(line)") }

  public static func provider(_ provider: ProviderReference) -> Mention {
    Mention("provider:\(provider)")
  }

  public static func contract(_ contract: ContractReference) -> Mention {
    Mention("contract:\(contract)")
  }

  public static func fact(_ kind: FactKind) -> Mention { Mention("fact:\(kind.rawValue)") }

  public static func fact(_ kind: FactKind, of subject: String) -> Mention {
    Mention("fact:\(kind.rawValue):\(subject)")
  }

  public static func event(_ kind: EventKind) -> Mention { Mention("event:\(kind.rawValue)") }

  /// The records that bear on an earlier one: its reversal, its correction.
  public static func corrects(_ number: Int) -> Mention { Mention("corrects:\(number)") }
}

extension JournalContent {
  /// The words under which a record is filed, in order and each once.
  public var mentions: [Mention] {
    switch self {
    case .posted(let kind, let entry): kind.mentions(of: entry)
    case .noted(let fact): fact.mentions
    }
  }
}

extension EventKind {
  fileprivate func mentions(of entry: FundingEntry) -> [Mention] {
    var found: [Mention] = []
    for part in entry.parts {
      for movement in part.movements {
        for line in [movement.debit.use.planLine, movement.credit.use.planLine] {
          if let line { found += [.child(line.child), .line(line)] }
        }
        for contract in [movement.debit.use.contract, movement.credit.use.contract] {
          if let contract { found.append(.contract(contract)) }
        }
      }
    }
    if isRare { found.append(.event(self)) }
    if let correction = entry.correction { found.append(.corrects(correction.number)) }
    return found.withoutRepeats
  }

  /// Whether there are few enough for a list of them all to be of use.
  private var isRare: Bool {
    self == .blockTransferred || self == .poolAgreed || self == .paymentNotPlaced
      || self == .paymentPlaced || self == .placementEnded || isClosing
  }
}

extension Fact {
  fileprivate var mentions: [Mention] {
    var found: [Mention] = [.fact(kind), .fact(kind, of: subject)]
    let about = kind == .budgetRequest ? source["line"] ?? "" : subject
    if let line = PlanLineReference(about) {
      found += [.child(line.child), .line(line)]
    } else if let child = ChildReference(subject) {
      found.append(.child(child))
    }
    if kind == .decisionApproved {
      found += [GrantRecord.outOf, GrantRecord.replaces]
        .compactMap { source[$0].flatMap { PlanLineReference($0) } }.map(Mention.line)
    }
    if let provider = source[PlanLineField.provider.rawValue].flatMap(ProviderReference.init) {
      found.append(.provider(provider))
    }
    return found
  }
}

extension Array where Element: Hashable {
  /// The elements, each where it first stands.
  package var withoutRepeats: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
