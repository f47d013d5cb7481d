public import Bookkeeping

/// An account of the actual layer, or a state or a source of the budget layer.
///
/// In the budget layer states are debits and sources are credits: what is in the states is what
/// came from the sources.
public enum Heading: String, Hashable, Sendable, CaseIterable {
  // Actual: assets, then liabilities, income, expenditure and reserves.
  case bank
  case dueFromDepartment = "due-from-department"
  case dueFromSchools = "due-from-schools"
  case dueFromPartners = "due-from-partners"
  case directPaymentsAdvanced = "direct-payments-advanced"
  case paidIntoPool = "paid-into-pooled-fund"
  case suspense
  case creditors
  case heldForPartners = "held-for-partners"
  case grantIncome = "grant-income"
  case grantDeducted = "grant-deducted"
  case transferIn = "transfer-in"
  case transferOut = "transfer-out"
  case contributions
  case expenditure
  case generalFundBalance = "general-fund-balance"
  case grantReserve = "dsg-reserve"
  case grantAdjustment = "dsg-adjustment-account"

  // Budget: states.
  case unallocated
  case allocated
  case committed
  case advanced
  case spent
  case heldOver = "held-over"

  // Budget: sources.
  case notified
  case deducted
  case voted
  case transferredIn = "transferred-in"
  case transferredOut = "transferred-out"
  case contributed
  case broughtForward = "brought-forward"
}

extension Heading {
  public var layer: Layer {
    switch self {
    case .bank, .dueFromDepartment, .dueFromSchools, .dueFromPartners, .directPaymentsAdvanced,
      .paidIntoPool, .suspense, .creditors, .heldForPartners, .grantIncome, .grantDeducted,
      .transferIn, .transferOut, .contributions, .expenditure, .generalFundBalance, .grantReserve,
      .grantAdjustment:
      .actual
    case .unallocated, .allocated, .committed, .advanced, .spent, .heldOver, .notified, .deducted,
      .voted, .transferredIn, .transferredOut, .contributed, .broughtForward:
      .budget
    }
  }

  public var name: String {
    switch self {
    case .bank: "Bank"
    case .dueFromDepartment: "Due from the department"
    case .dueFromSchools: "Due from schools"
    case .dueFromPartners: "Due from partners"
    case .directPaymentsAdvanced: "Direct payments advanced"
    case .paidIntoPool: "Paid into pooled fund"
    case .suspense: "Suspense"
    case .creditors: "Creditors"
    case .heldForPartners: "Held for partners"
    case .grantIncome: "Grant income"
    case .grantDeducted: "Grant deducted"
    case .transferIn: "Transfer in"
    case .transferOut: "Transfer out"
    case .contributions: "Contributions"
    case .expenditure: "Expenditure"
    case .generalFundBalance: "General Fund balance"
    case .grantReserve: "DSG reserve"
    case .grantAdjustment: "DSG Adjustment Account"
    case .unallocated: "unallocated"
    case .allocated: "allocated"
    case .committed: "committed"
    case .advanced: "advanced"
    case .spent: "spent"
    case .heldOver: "held over"
    case .notified: "notified"
    case .deducted: "deducted"
    case .voted: "voted"
    case .transferredIn: "transferred in"
    case .transferredOut: "transferred out"
    case .contributed: "contributed"
    case .broughtForward: "brought forward"
    }
  }

  /// Whether it says what money is for, and so may carry a section 251 line and a plan line.
  var carriesUse: Bool {
    switch self {
    case .expenditure, .directPaymentsAdvanced, .paidIntoPool, .creditors, .dueFromSchools,
      .allocated, .committed, .advanced, .spent:
      true
    case .bank, .dueFromDepartment, .dueFromPartners, .suspense, .heldForPartners, .grantIncome,
      .grantDeducted, .transferIn, .transferOut, .contributions, .generalFundBalance,
      .grantReserve, .grantAdjustment, .unallocated, .heldOver, .notified, .deducted, .voted,
      .transferredIn, .transferredOut, .contributed, .broughtForward:
      false
    }
  }

  /// Whether it is kept by partner.
  var namesPartner: Bool {
    self == .dueFromPartners || self == .contributions || self == .contributed
  }
}

extension Heading: Comparable {
  /// The order of a trial balance.
  public static func < (left: Heading, right: Heading) -> Bool { left.rank < right.rank }

  private var rank: Int { Heading.ranks[self] ?? 0 }

  private static let ranks = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
