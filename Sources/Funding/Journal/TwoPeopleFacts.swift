public import Bookkeeping

/// One person's word for a fact that takes two: the second says it, and then it is recorded.
public struct Proposed: Noted, Hashable {
  public static let kind = FactKind.proposed
  /// The fact that would be recorded, by its kind and by what it is about.
  public let fact: FactKind
  public let subject: String

  public init?(_ fact: Fact) {
    let parts = fact.subject.split(separator: " ", maxSplits: 1).map(String.init)
    guard fact.kind == Self.kind, parts.count == 2, let kind = FactKind(rawValue: parts[0]) else {
      return nil
    }
    self.fact = kind
    subject = parts[1]
  }

  /// What the first word for a fact is about.
  public static func subject(_ kind: FactKind, of subject: String) -> String {
    "\(kind.rawValue) \(subject)"
  }
}

/// The word of two people that a ledger is to be used although a head that was seen is not in it.
public struct RestorationAccepted: Noted, Hashable {
  public static let kind = FactKind.restorationAccepted
  /// The digest of that head.
  public let seen: Digest
  /// The mark of the secret of the register that is used from then on, where it had seen no head before.
  public let secret: Digest?
  /// Whether a new register was begun, with another secret than the one that was lost.
  public let beginsRegister: Bool

  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == Self.kind, let seen = Digest(fact.subject) else { return nil }
    self.seen = seen
    secret = details.read("secret", as: Digest.self)
    beginsRegister = fact.source["register"] == "new"
    guard details.isSound else { return nil }
  }
}
