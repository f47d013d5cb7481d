public import Bookkeeping

/// What is supposed of the deficit of the Dedicated Schools Grant over some years.
public struct DeficitOutlook: Hashable, Sendable {
  /// At the end of the year before the first; a deficit is above nothing, a surplus below it.
  public let broughtForward: Money
  /// In order, without a year left out.
  public let years: [Year]
  /// At most one a year: each is for that year only.
  public let transfers: [BlockTransferOutlook]
  public let grant: StabilityGrant?

  /// One year's high needs funding and cost, before any transfer or stability grant.
  public struct Year: Hashable, Sendable {
    public let year: FinancialYear
    public let funding: Money
    public let cost: Money

    public init(_ year: FinancialYear, funding: Money, cost: Money) {
      self.year = year
      self.funding = funding
      self.cost = cost
    }
  }

  /// - Throws: a ``Refusal`` where a year is missing or below nothing, or where a transfer or the
  ///   grant does not fit the years.
  public init(
    broughtForward: Money, years: [Year], transfers: [BlockTransferOutlook],
    grant: StabilityGrant?
  ) throws(Refusal) {
    self.broughtForward = broughtForward
    self.years = years
    self.transfers = transfers
    self.grant = grant
    if let refusal { throw refusal }
  }

  /// The deficit by year with some of the switches on.
  ///
  /// Without the override's switch, the rule ends where the instruments that were read end it.
  public func byYear(with on: Set<DeficitSwitch>) -> [DeficitYear] {
    let override: DeficitOverride = on.contains(.override) ? .announced : .confirmed
    var brought = broughtForward
    return years.map { one in
      let transfer =
        on.contains(.blockTransfer)
        ? transfers.filter { $0.year == one.year }.map(\.amount).total() : .zero
      let isPaid = on.contains(.stabilityGrant) && one.year == StabilityGrant.year
      let year = DeficitYear(
        year: one.year, broughtForward: brought, inYear: one.cost - one.funding,
        transferredIn: transfer, stabilityGrant: isPaid ? grant?.amount ?? .zero : .zero,
        lastKeptApart: override.lastYear)
      brought = year.cumulative
      return year
    }
  }

  /// With every switch, without each one, and without any.
  public var withAndWithout: [DeficitCase] {
    let all = Set(DeficitSwitch.allCases)
    let cases =
      [("every assumption", all)]
      + DeficitSwitch.allCases.map { ("without: \($0.name)", all.subtracting([$0])) }
      + [("no assumption", [])]
    return cases.map { DeficitCase(name: $0.0, on: $0.1, years: byYear(with: $0.1)) }
  }
}

/// The deficit by year with some switches on.
public struct DeficitCase: Hashable, Sendable {
  public let name: String
  public let on: Set<DeficitSwitch>
  public let years: [DeficitYear]
}

/// A year of the deficit: above nothing a deficit, below it a surplus.
public struct DeficitYear: Hashable, Sendable {
  public let year: FinancialYear
  public let broughtForward: Money
  /// Cost less funding, before the two below.
  public let inYear: Money
  public let transferredIn: Money
  public let stabilityGrant: Money
  /// The last year at whose end the deficit is kept off the general fund.
  public let lastKeptApart: FinancialYear

  /// At the end of the year.
  public var cumulative: Money { broughtForward + inYear - transferredIn - stabilityGrant }

  /// Whether the rule that keeps a deficit apart still holds at the end of the year.
  public var isKeptApart: Bool { year <= lastKeptApart }

  /// The deficit that no rule keeps off the general fund; nothing while the override holds, or of a
  /// surplus.
  public var exposed: Money { isKeptApart ? .zero : max(cumulative, .zero) }
}
