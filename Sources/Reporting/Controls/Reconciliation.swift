public import Bookkeeping
public import Funding

/// Two sums of the ledger that are reached in different ways and have to be the same.
///
/// The ledger cannot be made to disagree by posting, so a difference is a mistake of the program or
/// damage to the file.
public struct Reconciliation: Hashable, Sendable {
  public let name: String
  public let one: Money
  public let other: Money

  public var agrees: Bool { one == other }

  /// Signed, and never hidden by a tolerance.
  public var difference: Money { one - other }
}

/// What the reconciliations are read from.
public struct ReconciliationBooks: Sendable {
  private let balances: [Coding: Money]
  private let flows: [Flow]
  private let chart: Chart
  /// The partners in pools that are the council itself.
  private let ourPartners: Set<PartnerReference>

  /// Takes what the reconciliations are read from.
  ///
  /// `balances` is what stands in each coding on a day.
  /// `flows` is what had moved by that day.
  /// `shares` is who puts what into which pool.
  public init(balances: [Coding: Money], flows: [Flow], shares: [AgreedShare], chart: Chart) {
    self.balances = balances
    self.flows = flows
    self.chart = chart
    ourPartners = Set(PoolShare.shares(from: shares).filter { $0.ours != nil }.map(\.partner))
  }

  /// Everything that must agree.
  public var reconciliations: [Reconciliation] {
    layers
      + Fund.Nature.allCases.filter { $0 != .memorandum }.map { nature in
        byUse(
          "\(nature.name): expenditure, and spent, by fund, line and child", [.expenditure],
          [.spent], in: [nature])
      }
      + [
        byUse(
          "Own and agent funds: paid over and not evidenced, and advanced",
          [.directPaymentsAdvanced, .paidIntoPool], [.advanced], in: [.own, .agent]),
        pools, transfers,
      ] + debts + banks
  }

  // MARK: Sums

  private func standing(_ includes: (Coding) -> Bool) -> Money {
    balances.filter { includes($0.key) }.map(\.value).total()
  }

  private func moved(_ term: Term) -> Money { flows.map { term.counts($0) }.total() }

  private var funds: [Fund] { Set(balances.keys.map(\.fund)).sorted() }

  // MARK: Reconciliations

  /// Each layer of each fund sums to nil.
  private var layers: [Reconciliation] {
    Layer.allCases.map { layer in
      let apart = funds.map { fund in
        standing { $0.fund == fund && $0.layer == layer }.magnitude
      }
      return Reconciliation(
        name: "Every fund, \(layer.rawValue) layer: debits less credits", one: apart.total(),
        other: .zero)
    }
  }

  /// The sums of some accounts and of some states, use by use.
  private func byUse(
    _ name: String, _ accounts: Set<Heading>, _ states: Set<Heading>, in natures: [Fund.Nature]
  ) -> Reconciliation {
    struct Key: Hashable {
      let fund: Fund
      let use: Use
    }
    var one: [Key: Money] = [:]
    var other: [Key: Money] = [:]
    for (coding, amount) in balances where natures.contains(coding.fund.nature) {
      let key = Key(fund: coding.fund, use: coding.use)
      if accounts.contains(coding.heading) { one[key, default: .zero] += amount }
      if states.contains(coding.heading) { other[key, default: .zero] += amount }
    }
    let gaps = Set(one.keys).union(other.keys).map { (one[$0] ?? .zero) - (other[$0] ?? .zero) }
    // Differences of opposite sign are two differences, and never net to agreement.
    guard gaps.allSatisfy({ $0 == .zero }) else {
      return Reconciliation(name: name, one: gaps.map(\.magnitude).total(), other: .zero)
    }
    return Reconciliation(name: name, one: one.values.total(), other: other.values.total())
  }

  /// A pool's bank, and what of each partner's contribution is unspent: ours by our own asset.
  private var pools: Reconciliation {
    // What was in it before the ledger is in our opening, and in no book of the pool.
    let opening = Term(AccountFilter(nil, [.paidIntoPool]), events: .only([.yearOpened]))
    let ours = standing { $0.heading == .paidIntoPool } - moved(opening)
    let theirs = standing { coding in
      guard coding.fund.nature == .memorandum, let partner = coding.partner,
        !ourPartners.contains(partner)
      else { return false }
      return coding.layer == .actual
    }
    return Reconciliation(
      name: "Pool: bank, and what partners have unspent in it",
      one: standing { $0.fund.nature == .memorandum && $0.heading == .bank },
      other: ours - theirs)
  }

  private var transfers: Reconciliation {
    let between: Set<Heading> = [.dueFromDepartment]
    let into = Term(
      AccountFilter(nil, [.transferIn]), against: AccountFilter(nil, between), isNegated: true)
    let out = Term(AccountFilter(nil, [.transferOut]), against: AccountFilter(nil, between))
    return Reconciliation(
      name: "Transfers between blocks: in, and out", one: moved(into), other: moved(out))
  }

  /// What partners owe, and what fell due less what was received.
  private var debts: [Reconciliation] {
    funds.filter { $0.nature == .agent }.map { fund in
      let contributed = Term(AccountFilter([fund], [.contributions]), events: .notClosing)
      let received = Term(
        AccountFilter([fund], [.bank]),
        against: AccountFilter([fund], [.dueFromPartners, .contributions]))
      return Reconciliation(
        name: "\(chart.name(of: fund)): due from partners, and contributions due less received",
        one: standing { $0.fund == fund && $0.heading == .dueFromPartners },
        other: .zero - moved(contributed) - moved(received))
    }
  }

  /// A fund's share of the bank, and what it received less its opening and what it has paid, the
  /// last read from the budget layer.
  private var banks: [Reconciliation] {
    funds.filter { $0.nature == .own && $0 != .generalFund }.map { fund in
      let received = Term(
        AccountFilter([fund], [.bank]),
        against: AccountFilter([fund], [.dueFromDepartment, .dueFromPartners, .contributions]))
      let opening = Term(AccountFilter([fund], [.bank]), events: .only([.yearOpened]))
      let used = Term(AccountFilter([fund], [.spent, .advanced]), events: .bankable)
      let owed = standing {
        $0.fund == fund && ($0.heading == .creditors || $0.heading == .dueFromSchools)
      }
      return Reconciliation(
        name: "\(chart.name(of: fund)): share of the bank, and received less opening and payments",
        one: standing { $0.fund == fund && $0.heading == .bank },
        other: moved(received) + moved(opening) - moved(used) - owed)
    }
  }
}

extension EventFilter {
  /// Events that money went through the bank for, sooner or later: not closing, and not opening.
  fileprivate static let bankable = EventFilter.only(
    Set(EventKind.allCases.filter { !$0.isClosing && $0 != .yearOpened }))
}
