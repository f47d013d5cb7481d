public import Bookkeeping

/// A part of a printed figure: what some accounts gained, less what they gave, in a stretch of days.
///
/// Every figure of a report is a sum of terms. The report reads them from flows and `trace` reads
/// them from the postings themselves, so that the two must agree.
public struct Term: Hashable, Sendable {
  public let days: DaySpan
  public let events: EventFilter
  public let account: AccountFilter
  /// The accounts on the other side, where only what came from or went to them counts.
  public let against: AccountFilter
  /// Which side counts: the net of both, or one of them alone.
  public let side: Side?
  /// Whether more in the accounts makes the figure smaller.
  public let isNegated: Bool

  public init(
    _ account: AccountFilter, against: AccountFilter = .any, side: Side? = nil,
    _ days: DaySpan = .always, events: EventFilter = .all, isNegated: Bool = false
  ) {
    self.days = days
    self.events = events
    self.account = account
    self.against = against
    self.side = side
    self.isNegated = isNegated
  }

  public var negated: Term {
    Term(account, against: against, side: side, days, events: events, isNegated: !isNegated)
  }

  /// What a flow adds to the figure.
  ///
  /// The days are for the caller to see to.
  public func counts(_ flow: Flow) -> Money {
    counts(
      flow.amount, of: flow.event,
      isDebited: account.includes(flow.debit) && against.includes(flow.credit),
      isCredited: account.includes(flow.credit) && against.includes(flow.debit))
  }

  /// What a movement of an entry adds to the figure, its day included.
  public func counts(_ moved: Moved) -> Money {
    guard days.contains(moved.day) else { return .zero }
    return counts(
      moved.amount, of: moved.event,
      isDebited: account.includes(moved.debit) && against.includes(moved.credit),
      isCredited: account.includes(moved.credit) && against.includes(moved.debit))
  }

  private func counts(
    _ amount: Money, of event: EventKind, isDebited: Bool, isCredited: Bool
  ) -> Money {
    guard events.includes(event) else { return .zero }
    var sum = Money.zero
    if side != .credit, isDebited { sum += amount }
    if side != .debit, isCredited { sum -= amount }
    return isNegated ? -sum : sum
  }
}

/// Which kinds of event count towards a figure.
public enum EventFilter: Hashable, Sendable {
  case all
  /// All but those that close a year.
  case notClosing
  /// All but those that close a year and carry over what was owed: a family's money goes on.
  case forFamilies
  /// Those that say what is planned.
  case planned
  case only(Set<EventKind>)

  public func includes(_ event: EventKind) -> Bool {
    switch self {
    case .all: true
    case .notClosing: !event.isClosing
    case .forFamilies: !event.isClosing && event != .commitmentCarried
    case .planned: event.isPlanned
    case .only(let events): events.contains(event)
    }
  }
}

/// Which accounts count towards a figure.
///
/// What is not said does not matter.
public struct AccountFilter: Hashable, Sendable {
  public var funds: Set<Fund>?
  public var headings: Set<Heading>?
  public var lines: Set<Section251Line>?
  public var settings: Set<SettingColumn?>?
  public var partner: PartnerReference?
  public var contract: ContractReference?
  /// One line of one child's plan.
  ///
  /// Flows are not kept so finely, so only postings can answer.
  public var planLine: PlanLineReference?

  public init(
    _ funds: Set<Fund>? = nil, _ headings: Set<Heading>? = nil,
    lines: Set<Section251Line>? = nil, settings: Set<SettingColumn?>? = nil,
    partner: PartnerReference? = nil, contract: ContractReference? = nil,
    planLine: PlanLineReference? = nil
  ) {
    self.funds = funds
    self.headings = headings
    self.lines = lines
    self.settings = settings
    self.partner = partner
    self.contract = contract
    self.planLine = planLine
  }

  public static let any = AccountFilter()

  public func includes(_ account: Account) -> Bool {
    precondition(planLine == nil, "flows are not kept by plan line")
    return includes(account.fund, account.heading, account.use, account.partner)
  }

  public func includes(_ coding: Coding) -> Bool {
    if let planLine, coding.use.planLine != planLine { return false }
    return includes(coding.fund, coding.heading, coding.use, coding.partner)
  }

  private func includes(
    _ fund: Fund, _ heading: Heading, _ use: Use, _ otherPartner: PartnerReference?
  ) -> Bool {
    if let funds, !funds.contains(fund) { return false }
    if let headings, !headings.contains(heading) { return false }
    if let lines, !(use.line.map(lines.contains) ?? false) { return false }
    if let settings, !settings.contains(use.setting) { return false }
    if let partner, otherPartner != partner { return false }
    if let contract, use.contract != contract { return false }
    return true
  }
}
