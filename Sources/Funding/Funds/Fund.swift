/// Money that law or agreement allows to be used for some things only.
public enum Fund: Hashable, Sendable {
  case schools
  case central
  case earlyYears
  case highNeeds
  case socialCare
  case adultSocialCare
  case generalFund
  /// An integrated care board's money in the council's hands.
  case health(PartnerReference)
  /// The part of a pool that is restricted to schools-budget purposes.
  case poolEducation(PoolReference)
  /// The part of a pool for social care and health.
  case poolGeneral(PoolReference)
}

extension Fund {
  /// What a fund is to the council's accounts.
  ///
  /// Totals never mix the three.
  public enum Nature: String, Hashable, Sendable, CaseIterable {
    /// The council's own income and spending.
    case own
    /// Another body's money in the council's hands: not the council's income or spending.
    case agent
    /// Books kept for a pool by its host.
    case memorandum

    public var name: String {
      switch self {
      case .own: "Own funds"
      case .agent: "Agent funds"
      case .memorandum: "Memorandum funds"
      }
    }
  }

  public var nature: Nature {
    switch self {
    case .schools, .central, .earlyYears, .highNeeds, .socialCare, .adultSocialCare, .generalFund:
      .own
    case .health: .agent
    case .poolEducation, .poolGeneral: .memorandum
    }
  }

  /// Whether it is one of the four blocks of the Dedicated Schools Grant.
  public var isBlock: Bool { Fund.blocks.contains(self) }

  /// The four blocks, in the order in which the ledger prints them.
  public static let blocks: [Fund] = [.schools, .central, .earlyYears, .highNeeds]

  public var name: String {
    switch self {
    case .schools: "Schools"
    case .central: "Central"
    case .earlyYears: "Early years"
    case .highNeeds: "High needs"
    case .socialCare: "Social care"
    case .adultSocialCare: "Adult social care"
    case .generalFund: "General fund"
    case .health(let board): board.code == "ICB" ? "Health" : "Health (\(board.code))"
    case .poolEducation: "Pool (education)"
    case .poolGeneral: "Pool (general)"
    }
  }
}

extension Fund: LosslessStringConvertible {
  /// Reads the code of a fund: `high-needs`, `health-ICB`, `pool-general-POOL-2026`.
  public init?(_ code: String) {
    if let simple = Fund.simple.first(where: { $0.description == code }) {
      self = simple
    } else if let board = code.reference(after: "health-", as: PartnerReference.self) {
      self = .health(board)
    } else if let pool = code.reference(after: "pool-education-", as: PoolReference.self) {
      self = .poolEducation(pool)
    } else if let pool = code.reference(after: "pool-general-", as: PoolReference.self) {
      self = .poolGeneral(pool)
    } else {
      return nil
    }
  }

  public var description: String {
    switch self {
    case .schools: "schools"
    case .central: "central"
    case .earlyYears: "early-years"
    case .highNeeds: "high-needs"
    case .socialCare: "social-care"
    case .adultSocialCare: "adult-social-care"
    case .generalFund: "general-fund"
    case .health(let board): "health-\(board.code)"
    case .poolEducation(let pool): "pool-education-\(pool.code)"
    case .poolGeneral(let pool): "pool-general-\(pool.code)"
    }
  }

  /// The funds that there is one of.
  public static let simple: [Fund] = [
    .schools, .central, .earlyYears, .highNeeds, .socialCare, .adultSocialCare, .generalFund,
  ]
}

extension Fund: Comparable {
  /// The order of the ledger's tables: own funds, agent funds, memorandum funds.
  public static func < (left: Fund, right: Fund) -> Bool {
    (left.rank, left.description) < (right.rank, right.description)
  }

  private var rank: Int {
    switch self {
    case .health: Fund.simple.count
    case .poolEducation: Fund.simple.count + 1
    case .poolGeneral: Fund.simple.count + 2
    case .schools, .central, .earlyYears, .highNeeds, .socialCare, .adultSocialCare, .generalFund:
      Fund.simple.firstIndex(of: self) ?? 0
    }
  }
}

extension String {
  fileprivate func reference<R: Reference>(after prefix: String, as type: R.Type) -> R? {
    hasPrefix(prefix) ? R(String(dropFirst(prefix.count))) : nil
  }
}
