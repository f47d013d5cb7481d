public import Bookkeeping
public import Funding
public import Modelling

/// All that a pack on a pool rests on: what is supposed, what could be done, and who asks for what.
///
/// It is read from a file, and nothing in it is filled in.
public struct PackPlan: Hashable, Sendable {
  public let name: String
  public let pool: PoolReference
  public let base: PackBase
  public let outlook: Outlook
  public let table: AssumptionTable
  /// In the order in which they are printed, which is that of the contributions.
  public let partners: [PackPartner]
  public let sharing: PackSharing
  /// What could be done, current policy first.
  public let options: [PackOption]
  public let uncertainty: PackUncertainty
  public let deficit: DeficitOutlook?
  public let words: PackWords
  public let runs: Int
  public let seed: UInt64

  public init(
    _ name: String, pool: PoolReference, base: PackBase, outlook: Outlook,
    table: AssumptionTable, partners: [PackPartner], sharing: PackSharing, options: [PackOption],
    uncertainty: PackUncertainty, deficit: DeficitOutlook?, words: PackWords, runs: Int,
    seed: UInt64
  ) {
    precondition(options.first?.scenario == .base, "options without current policy")
    precondition(
      partners.map(\.reference) == outlook.contributions.map(\.partner), "partners out of order")
    self.name = name
    self.pool = pool
    self.base = base
    self.outlook = outlook
    self.table = table
    self.partners = partners
    self.sharing = sharing
    self.options = options
    self.uncertainty = uncertainty
    self.deficit = deficit
    self.words = words
    self.runs = runs
    self.seed = seed
  }
}

/// What the first year's cost is taken from.
public struct PackBase: Hashable, Sendable {
  /// The parts that add to it, each with its source.
  public let parts: [Part]

  /// One amount of the base: a figure of the ledger, or a sum that somebody has given.
  public struct Part: Hashable, Sendable {
    public let words: String
    public let amount: Money
    /// Where the ledger has it, for a figure of the ledger.
    public let address: Address?

    public init(_ words: String, _ amount: Money, at address: Address? = nil) {
      self.words = words
      self.amount = amount
      self.address = address
    }
  }

  /// The day by which a year that has not ended was counted; none where nothing is left out.
  public let countedBy: Day?

  public init(_ parts: [Part], countedBy: Day? = nil) {
    self.parts = parts
    self.countedBy = countedBy
  }

  public var amount: Money { parts.map(\.amount).total() }
}

/// A partner as a pack prints it.
public struct PackPartner: Hashable, Sendable {
  public let reference: PartnerReference
  public let name: String
  /// The heading of its column: `Education`.
  public let short: String
  /// The most that it says it can bear beyond its contribution, as a share of that.
  public let affordable: Percentage
  /// For itself and nobody else.
  public let note: String?

  public init(
    _ reference: PartnerReference, name: String, short: String, affordable: Percentage,
    note: String?
  ) {
    self.reference = reference
    self.name = name
    self.short = short
    self.affordable = affordable
    self.note = note
  }
}

/// How a variance is shared, and which year is shown step by step.
public struct PackSharing: Hashable, Sendable {
  public let rules: RiskShare
  public let host: PartnerReference?
  public let reserve: Exposure.ReservePolicy
  /// Whose services the cost is; none where no rule asks.
  public let services: PackServices?
  public let shown: FinancialYear
  /// What the agreement does not say, each a whole sentence.
  public let gaps: [String]
  /// Where the agreement is taken from, where that is not the scenario's own file.
  public let taken: [String]
  /// What stands in the restricted part, and shares no risk.
  public let restricted: [PackRestricted]

  public init(
    _ rules: RiskShare, host: PartnerReference?, reserve: Exposure.ReservePolicy,
    services: PackServices? = nil, shown: FinancialYear, gaps: [String],
    taken: [String] = [], restricted: [PackRestricted] = []
  ) {
    self.rules = rules
    self.host = host
    self.reserve = reserve
    self.services = services
    self.shown = shown
    self.gaps = gaps
    self.taken = taken
    self.restricted = restricted
  }
}

/// Money of the Dedicated Schools Grant in a pool, which bears no one's overspend.
public struct PackRestricted: Hashable, Sendable {
  public let partner: String
  public let fund: Fund
  /// In the first year.
  public let amount: Money

  public init(_ partner: String, _ fund: Fund, _ amount: Money) {
    self.partner = partner
    self.fund = fund
    self.amount = amount
  }
}

/// Whose services the pool's cost is, and on whose word.
public struct PackServices: Hashable, Sendable {
  public let shares: ServiceShares
  public let source: String
  public let sourced: Day

  public init(_ shares: ServiceShares, source: String, sourced: Day) {
    self.shares = shares
    self.source = source
    self.sourced = sourced
  }
}

/// A course that could be taken, with what it would be to children and families.
public struct PackOption: Hashable, Sendable {
  /// `base`, `A`, `B`.
  public let code: String
  public let scenario: Scenario
  public let people: [PeopleMatter: String]

  public init(_ code: String, _ scenario: Scenario, people: [PeopleMatter: String]) {
    self.code = code
    self.scenario = scenario
    self.people = people
  }

  public var name: String { scenario.name }
}

/// What is told of children and families under each option.
public enum PeopleMatter: String, Hashable, Sendable, CaseIterable {
  case helped = "children-helped"
  case waiting
  case sessions
  case travel
  case choice
  case betterOff = "better-off"
  case worseOff = "worse-off"
  case asked

  public var name: String {
    switch self {
    case .helped: "Children helped"
    case .waiting: "Waiting"
    case .sessions: "Sessions"
    case .travel: "Travel"
    case .choice: "Choice"
    case .betterOff: "Who is better off"
    case .worseOff: "Who is worse off"
    case .asked: "Who was asked"
    }
  }
}

/// How sure anybody is of the cost: standard deviations, in millionths.
public struct PackUncertainty: Hashable, Sendable {
  public let growth: Int64
  public let price: Int64
  public let firstYear: Int64
  public let yearly: Int64
  /// How far growth and price go together, from −1 to 1.
  public let correlation: Int64
  public let source: String

  public init(
    growth: Int64, price: Int64, firstYear: Int64, yearly: Int64, correlation: Int64,
    source: String
  ) {
    self.growth = growth
    self.price = price
    self.firstYear = firstYear
    self.yearly = yearly
    self.correlation = correlation
    self.source = source
  }
}
