public import Bookkeeping

/// What is supposed of the deficit of the Dedicated Schools Grant over some years.
public struct DeficitOutlook: Hashable, Sendable {
  /// At the end of the year before the first; a deficit is positive, a surplus negative.
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

  /// - Throws: a ``Refusal`` where a year is missing or negative, or where a transfer or the
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

  /// The deficit by year, each switch in its state.
  ///
  /// A transfer moves money in a year in which its switch is on. The grant is paid once: in the year
  /// that was announced, or in a later one from which it is on. Where the override's switch is off,
  /// the rule ends where the instruments that were read end it.
  public func byYear(with states: DeficitSwitches) -> [DeficitYear] {
    func isOn(_ matter: DeficitSwitch, _ year: FinancialYear) -> Bool {
      states[matter]?.holds(in: year) ?? false
    }
    let paid = years.map(\.year).first { $0 >= StabilityGrant.year && isOn(.stabilityGrant, $0) }
    var brought = broughtForward
    return years.map { one in
      let transfer =
        isOn(.blockTransfer, one.year)
        ? transfers.filter { $0.year == one.year }.map(\.amount).total() : .zero
      let override: DeficitOverride = isOn(.override, one.year) ? .announced : .confirmed
      let year = DeficitYear(
        year: one.year, broughtForward: brought, inYear: one.cost - one.funding,
        transferredIn: transfer,
        stabilityGrant: one.year == paid ? grant?.amount ?? .zero : .zero,
        isKeptApart: one.year <= override.lastYear)
      brought = year.cumulative
      return year
    }
  }

  /// With every switch, without each one, and without any.
  public var withAndWithout: [DeficitCase] {
    let all = DeficitSwitch.allCases.reduce(into: DeficitSwitches()) { $0[$1] = .on }
    let cases =
      [("every assumption", all)]
      + DeficitSwitch.allCases.map { matter in
        ("without: \(matter.name)", all.filter { $0.key != matter })
      } + [("no assumption", [:])]
    return cases.map { DeficitCase(name: $0.0, years: byYear(with: $0.1)) }
  }

  /// Each switch that is on from a later year at the low or the high end of its row, the others as
  /// they are centrally.
  ///
  /// - Throws: a refusal where the table has no row for a switch.
  public func fromLaterYears(
    in table: AssumptionTable
  ) throws(Assumption.Refusal) -> [DeficitCase] {
    let central = try table.switches()
    var cases: [DeficitCase] = []
    for matter in DeficitSwitch.allCases {
      let spread = try table.spread(of: matter)
      for (end, state) in [("low", spread.low), ("high", spread.high)] {
        guard case .onFrom = state else { continue }
        cases.append(
          DeficitCase(
            name: "\(matter.name), \(end): \(state)",
            years: byYear(with: central.merging([matter: state]) { $1 })))
      }
    }
    return cases
  }
}

/// The deficit by year with some switches on.
public struct DeficitCase: Hashable, Sendable {
  public let name: String
  public let years: [DeficitYear]
}

/// A year of the deficit: positive where it is a deficit, negative where a surplus.
public struct DeficitYear: Hashable, Sendable {
  public let year: FinancialYear
  public let broughtForward: Money
  /// Cost less funding, before the two below.
  public let inYear: Money
  public let transferredIn: Money
  public let stabilityGrant: Money
  /// Whether the rule that keeps a deficit off the general fund still holds at the end of the year.
  public let isKeptApart: Bool

  /// At the end of the year.
  public var cumulative: Money { broughtForward + inYear - transferredIn - stabilityGrant }

  /// The deficit that no rule keeps off the general fund; nothing while the override holds, or of a
  /// surplus.
  public var exposed: Money { isKeptApart ? .zero : max(cumulative, .zero) }
}
