public import Bookkeeping
public import Disaggregation
public import Funding

/// All that the letter to a family and the report to a panel are written from.
public struct DecisionPapers: Hashable, Sendable {
  public let assessment: Assessment
  /// None while nobody has decided: then there can be a report, and no letter.
  public let decision: Decision?
  public let approval: Approval?
  public let names: Names
  /// The authority's settings that were applied.
  public let settings: [Policy.Adopted]
  /// The other requests for the same contract.
  public let others: OtherRequests?
  public let entries: ProposedEntries?
  /// What a report says of the ledger that it was read from.
  public let header: [Report.Fact]
  /// The digest of the letter as it was sent.
  public let letter: Digest?

  /// What people and things are called.
  ///
  /// They stand in the register and not in the ledger.
  public struct Names: Hashable, Sendable {
    /// The child's given name, which only the letter prints.
    public let child: String
    /// Whether the letter is to the young person whose plan it is.
    public let isYoungPerson: Bool
    public let authority: String
    /// What the provision is: `occupational therapy`.
    public let purpose: String
    public let provider: String
    public let contract: String
    /// The independent advice service: `Anyshire SENDIASS on 01632 960 456`.
    public let advice: String
    /// Whom to write to or ring.
    public let contact: String

    public init(
      child: String, isYoungPerson: Bool = false, authority: String, purpose: String,
      provider: String, contract: String, advice: String, contact: String
    ) {
      self.child = child
      self.isYoungPerson = isYoungPerson
      self.authority = authority
      self.purpose = purpose
      self.provider = provider
      self.contract = contract
      self.advice = advice
      self.contact = contact
    }
  }

  /// Who put the second name to a decision, and when.
  public struct Approval: Hashable, Sendable {
    public let name: String
    public let day: Day

    public init(_ name: String, on day: Day) {
      self.name = name
      self.day = day
    }
  }

  /// Other requests that are open for the same contract.
  public struct OtherRequests: Hashable, Sendable {
    public let count: Int
    /// Which of all of them could be granted together, and in what order.
    public let recommendation: Recommendation?

    public init(_ count: Int, _ recommendation: Recommendation? = nil) {
      self.count = count
      self.recommendation = recommendation
    }
  }

  public init(
    _ assessment: Assessment, _ decision: Decision?, approval: Approval? = nil, names: Names,
    settings: [Policy.Adopted], others: OtherRequests? = nil, entries: ProposedEntries? = nil,
    header: [Report.Fact] = [], letter: Digest? = nil
  ) {
    self.assessment = assessment
    self.decision = decision
    self.approval = approval
    self.names = names
    self.settings = settings
    self.others = others
    self.entries = entries
    self.header = header
    self.letter = letter
  }
}

/// What would be posted if a request were agreed, beside what stands in the fund before it.
public struct ProposedEntries: Hashable, Sendable {
  public let grant: ApprovedDecision.Grant
  public let proposals: [Proposal]
  public let before: FundBefore

  /// The budget of a fund at the end of its year, as it stands.
  public struct FundBefore: Hashable, Sendable {
    public let states: Money
    public let sources: Money
    /// What is allocated or not yet allocated, and so not committed.
    public let uncommitted: Money

    public init(states: Money, sources: Money, uncommitted: Money) {
      self.states = states
      self.sources = sources
      self.uncommitted = uncommitted
    }
  }

  public init(_ grant: ApprovedDecision.Grant, _ proposals: [Proposal], before: FundBefore) {
    self.grant = grant
    self.proposals = proposals
    self.before = before
  }
}

extension ProposedEntries {
  /// What a full year changes in what is uncommitted.
  public var changeOfFullYear: Money {
    switch grant {
    case .nothing, .statement: .zero
    case .cash(let cash): cash.changeOfFullYear
    }
  }

  /// What the entries change in what is uncommitted.
  public var changeOfEntries: Money { change { $0 == .allocated || $0 == .unallocated } }

  /// What the entries change in the states of the fund together.
  ///
  /// Sources are credits.
  var changeOfStates: Money { change(\.isState) }

  var changeOfSources: Money { -change(\.isSource) }

  private func change(_ counts: (Heading) -> Bool) -> Money {
    proposals.flatMap(\.movements).map { movement in
      (counts(movement.debit.heading) ? movement.amount : .zero)
        - (counts(movement.credit.heading) ? movement.amount : .zero)
    }.total()
  }
}

extension Heading {
  fileprivate var isState: Bool {
    switch self {
    case .unallocated, .allocated, .committed, .advanced, .spent, .heldOver: true
    case .bank, .dueFromDepartment, .dueFromSchools, .dueFromPartners, .directPaymentsAdvanced,
      .paidIntoPool, .suspense, .creditors, .heldForPartners, .grantIncome, .grantDeducted,
      .transferIn, .transferOut, .contributions, .expenditure, .generalFundBalance, .grantReserve,
      .grantAdjustment, .notified, .deducted, .voted, .transferredIn, .transferredOut,
      .contributed, .broughtForward:
      false
    }
  }

  fileprivate var isSource: Bool { layer == .budget && !isState }
}
