public import Bookkeeping

extension GrantPublished {
  /// The publication as a fact of the chain, with all its figures.
  public func fact(from origin: Origin) -> Fact {
    let figures = Fund.blocks.flatMap { block in
      [
        Detail("before-\(block)", (before[block] ?? .zero).plain),
        Detail("after-\(block)", (after[block] ?? .zero).plain),
      ]
    }
    return Fact(
      .grantPublished, of: year.description, on: published, Source(origin, details: figures))
  }

  public init?(_ fact: Fact) {
    guard fact.kind == .grantPublished, let year = FinancialYear(fact.subject),
      let published = fact.day
    else { return nil }
    func figures(_ when: String) -> [Fund: Money] {
      Fund.blocks.reduce(into: [:]) { figures, block in
        figures[block] = fact.source["\(when)-\(block)"].flatMap { try? Money(parsing: $0) }
      }
    }
    self.init(year, published: published, before: figures("before"), after: figures("after"))
  }
}

extension BudgetSet {
  /// The budget as a fact of the chain, so that a later version knows what it supersedes.
  public func fact(from origin: Origin) -> Fact {
    Fact(
      .budgetSet, of: subject, on: day,
      Source(
        origin,
        details: [
          Detail("amount", amount.plain), Detail(.version, version),
          Detail(.authority, authority),
        ]))
  }
}

extension PoolAgreed {
  /// The share as a fact of the chain, so that spending can be divided by it.
  public func fact(from origin: Origin) -> Fact {
    var details = [Detail("partner", partner.code), Detail("amount", amount.plain)]
    if let ours { details.append(Detail("ours", Coding(ours.fund, .paidIntoPool, ours.use).text)) }
    return Fact(.poolShare, of: part.description, on: day, Source(origin, details: details))
  }
}

extension PoolShare {
  /// The shares in a part of a pool, from the facts about it: each partner once, in order.
  public static func shares(from facts: [Fact]) -> [PoolShare] {
    var order: [PartnerReference] = []
    var shares: [PartnerReference: PoolShare] = [:]
    for fact in facts {
      guard fact.kind == .poolShare,
        let partner = fact.source["partner"].flatMap(PartnerReference.init),
        let amount = fact.source["amount"].flatMap({ try? Money(parsing: $0) })
      else { continue }
      let ours = fact.source["ours"].flatMap(Coding.init).map {
        PoolAgreed.Ours($0.fund, $0.use)
      }
      if shares[partner] == nil { order.append(partner) }
      shares[partner] = PoolShare(
        partner, agreed: (shares[partner]?.agreed ?? .zero) + amount,
        ours: shares[partner]?.ours ?? ours)
    }
    return order.compactMap { shares[$0] }
  }
}
