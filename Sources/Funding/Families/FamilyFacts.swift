public import Bookkeeping

/// A balance that a family's bank printed.
public struct BankBalance: Noted, Hashable {
  public static let kind = FactKind.bankBalance
  public let child: ChildReference
  public let day: Day
  public let balance: Money

  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == Self.kind, let child = ChildReference(fact.subject), let day = fact.day,
      let balance = details.money("balance")
    else { return nil }
    self.child = child
    self.day = day
    self.balance = balance
    _ = details.read(DetailName.readFrom.rawValue) { ImportReference($0) }
    guard details.isSound else { return nil }
  }
}

/// That a child was forgotten: the register names it no more, and no file names it there again.
public struct ChildForgotten: Noted, Hashable {
  public static let kind = FactKind.childForgotten
  public let child: ChildReference
  public let day: Day
  /// Whether a person has said since that the register may name it again.
  public let isTakenBack: Bool

  public init(_ child: ChildReference, on day: Day, isTakenBack: Bool = false) {
    self.child = child
    self.day = day
    self.isTakenBack = isTakenBack
  }

  /// The forgetting as a fact of the chain.
  public func fact(because reason: LedgerText, from origin: Origin) -> Fact {
    Fact(
      Self.kind, of: child.code, on: day,
      Source(
        origin,
        details: [Detail(.reason, reason)]
          + (isTakenBack ? [Detail("taken-back", "yes" as LedgerText)] : [])))
  }

  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == Self.kind, let child = ChildReference(fact.subject), let day = fact.day
    else { return nil }
    let isTakenBack = details.read("taken-back") { $0 == "yes" ? true : nil } ?? false
    guard details.isSound else { return nil }
    self.init(child, on: day, isTakenBack: isTakenBack)
  }
}
