public import Bookkeeping

/// What a partner has agreed to put into a part of a pool for a year, as it is read back.
public struct AgreedShare: Noted, Hashable {
  public static let kind = FactKind.poolShare
  public let part: Fund
  public let partner: PartnerReference
  public let amount: Money
  public let day: Day
  /// The fund and the line that it comes from, where it is the council's own.
  public let ours: PoolAgreed.Ours?

  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == Self.kind, let part = Fund(fact.subject), let day = fact.day,
      let partner = details.read("partner", { PartnerReference($0) }),
      let amount = details.money("amount")
    else { return nil }
    self.part = part
    self.partner = partner
    self.amount = amount
    self.day = day
    ours = details.read("ours", as: Coding.self).map { PoolAgreed.Ours($0.fund, $0.use) }
    guard details.isSound else { return nil }
  }

  public var contributor: PoolContributor { PoolContributor(part, partner, ours) }
}

/// An agreement on a pool, or a variation of one, as it was adopted.
public struct AdoptedAgreement: Noted, Hashable {
  public static let kind = FactKind.agreement
  public let reference: PoolReference
  public let from: Day
  public let until: Day?
  /// The whole text, with references in place of words that the ledger may not hold.
  public let text: String
  /// What a variation has a partner put into a part, by the names of ``PoolShare/detail(_:_:_:)``.
  let shares: [String: Money]
  /// The funds that each contribution comes from, by the same names.
  let sources: [String: [Fund]]

  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == Self.kind, let reference = PoolReference(fact.subject),
      let from = fact.day, let text = fact.source["text"]
    else { return nil }
    self.reference = reference
    self.from = from
    self.text = text
    until = details.day("until")
    shares = Dictionary(
      details.all(PoolShare.prefix) { try? Money(parsing: $0) }.map { ($0.name, $0.value) }
    ) { first, _ in first }
    sources = Dictionary(grouping: details.all(PoolShare.source) { Fund($0) }, by: \.name)
      .mapValues { $0.map(\.value) }
    guard details.isSound else { return nil }
  }
}
