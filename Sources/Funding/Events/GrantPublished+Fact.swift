public import Bookkeeping

extension GrantPublished: Noted {
  public static let kind = FactKind.grantPublished

  /// The publication as a fact of the chain, with all its figures.
  public func fact(from origin: Origin) -> Fact {
    let figures = Fund.blocks.flatMap { block in
      [
        Detail("before-\(block)", (before[block] ?? .zero)),
        Detail("after-\(block)", (after[block] ?? .zero)),
      ]
    }
    return Fact(
      .grantPublished, of: year.description, on: published, Source(origin, details: figures))
  }

  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == Self.kind, let year = FinancialYear(fact.subject), let published = fact.day
    else { return nil }
    func figures(_ when: String) -> [Fund: Money] {
      Fund.blocks.reduce(into: [:]) { figures, block in
        figures[block] = details.money("\(when)-\(block)")
      }
    }
    self.init(year, published: published, before: figures("before"), after: figures("after"))
    guard details.isSound else { return nil }
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
          Detail("amount", amount), Detail(.version, version),
          Detail(.authority, authority),
        ]))
  }
}

/// A version of a budget, as it is read back from the chain.
public struct BudgetVersion: Noted, Hashable {
  public static let kind = FactKind.budgetSet
  public let fund: Fund
  /// The line and its setting; none where it is a vote.
  public let line: Use?
  public let day: Day
  public let amount: Money
  public let version: Int
  /// Who allowed it.
  public let authority: String

  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == Self.kind, let day = fact.day, let amount = details.money("amount"),
      let version = details.read(DetailName.version.rawValue, as: Int.self),
      let (fund, line) = BudgetVersion.subject(fact.subject)
    else { return nil }
    self.fund = fund
    self.line = line
    self.day = day
    self.amount = amount
    self.version = version
    authority = fact.source[.authority] ?? ""
  }

  /// The fund and the line of what ``BudgetSet/subject`` gives: year, fund, line and setting.
  private static func subject(_ text: String) -> (Fund, Use?)? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, FinancialYear(parts[0]) != nil, let fund = Fund(parts[1]) else {
      return nil
    }
    if parts[2].isEmpty { return (fund, nil) }
    let setting = SettingColumn(rawValue: parts[3])
    guard let line = Section251Line(rawValue: parts[2]), setting != nil || parts[3].isEmpty else {
      return nil
    }
    return (fund, Use(line: line, setting: setting))
  }
}

extension PoolAgreed {
  /// The share as a fact of the chain, so that spending can be divided by it.
  public func fact(from origin: Origin) -> Fact {
    var details = [Detail("partner", partner), Detail("amount", amount)]
    if let ours { details.append(Detail("ours", Coding(ours.fund, .paidIntoPool, ours.use))) }
    return Fact(.poolShare, of: part.description, on: day, Source(origin, details: details))
  }
}

extension PoolShare {
  /// The shares in a part of a pool, from what was agreed of it: each partner once, in order.
  public static func shares(from agreed: [AgreedShare]) -> [PoolShare] {
    var order: [PartnerReference] = []
    var shares: [PartnerReference: PoolShare] = [:]
    for one in agreed {
      let earlier = shares[one.partner]
      if earlier == nil { order.append(one.partner) }
      shares[one.partner] = PoolShare(
        partner: one.partner, agreed: (earlier?.agreed ?? .zero) + one.amount,
        ours: earlier?.ours ?? one.ours)
    }
    return order.compactMap { shares[$0] }
  }
}
