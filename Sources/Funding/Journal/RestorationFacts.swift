public import Bookkeeping

/// One person's word that a ledger is to be used although a head that was seen is not in it.
public struct RestorationProposed: Noted, Hashable {
  public static let kind = FactKind.restorationProposed
  /// The digest of that head.
  public let seen: Digest

  public init?(_ fact: Fact) {
    guard fact.kind == Self.kind, let seen = Digest(fact.subject) else { return nil }
    self.seen = seen
  }
}

/// The word of a second person, with which it is used.
public struct RestorationAccepted: Noted, Hashable {
  public static let kind = FactKind.restorationAccepted
  /// The digest of that head.
  public let seen: Digest

  public init?(_ fact: Fact) {
    guard fact.kind == Self.kind, let seen = Digest(fact.subject) else { return nil }
    self.seen = seen
  }
}
