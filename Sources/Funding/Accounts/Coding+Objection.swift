public import Bookkeeping

extension Coding {
  /// Why nothing may be posted here on that day: an account that the fund does not keep, a
  /// dimension that does not belong, or a use that the fund may not pay for.
  public func objection(on day: Day) -> Objection? {
    guard fund.keeps(heading) else { return .accountNotKept(fund, heading) }
    guard heading.carriesUse || use == .none else { return .useNotApplicable(self) }
    guard mayNamePartner == (partner != nil) else {
      return partner == nil ? .partnerMissing(self) : .partnerNotApplicable(self)
    }
    return heading.carriesUse ? use.objection(from: fund, on: day) : nil
  }

  /// Partners share what a pool spends, and owe or are owed what is contributed.
  private var mayNamePartner: Bool {
    heading.namesPartner
      || (fund.nature == .memorandum && (heading == .expenditure || heading == .spent))
  }
}

extension Use {
  fileprivate func objection(from fund: Fund, on day: Day) -> Objection? {
    guard let permitted = PermittedUse.of(fund, on: day) else {
      return day < PermittedUse.firstDay ? .noTable(day) : .fundMayNotPay(fund, self)
    }
    if let agency, !permitted.agencies.contains(agency) { return .fundMayNotPay(fund, self) }
    if let line {
      return permitted.lines.contains(line) ? nil : .fundMayNotPay(fund, self)
    }
    return permitted.needsLine ? .lineMissing(fund) : nil
  }
}

extension Fund {
  /// The accounts, states and sources that a fund keeps.
  func keeps(_ heading: Heading) -> Bool {
    switch heading {
    case .bank, .creditors, .expenditure, .unallocated, .allocated, .committed, .spent:
      true
    case .advanced:
      nature != .memorandum && self != .generalFund
    case .dueFromDepartment, .grantIncome, .grantDeducted, .transferIn, .transferOut,
      .grantReserve, .grantAdjustment, .notified, .deducted, .transferredIn, .transferredOut,
      .heldOver, .dueFromSchools:
      isBlock
    case .dueFromPartners, .contributions, .contributed:
      self != .generalFund
    case .directPaymentsAdvanced:
      nature != .memorandum && self != .generalFund
    case .paidIntoPool:
      nature == .own && self != .generalFund
    case .suspense:
      self == .generalFund
    case .heldForPartners:
      nature == .agent
    case .generalFundBalance:
      nature == .own
    case .voted:
      nature == .own && !isBlock
    case .broughtForward:
      nature != .memorandum
    }
  }
}

extension Coding {
  /// Why these movements may not stand together: money would cross between funds by something
  /// other than a typed transfer with its authority.
  public static func objection(to proposal: ProposedEntry<Coding>) -> Objection? {
    let isReversal = proposal.correction?.isReversal ?? false
    for part in proposal.parts {
      let crossing = Crossing(part.movements)
      guard crossing.crosses else { continue }
      guard crossing.isWhole else { return .transferNotWhole }
      guard isReversal || part.source[.authority] != nil else { return .transferWithoutAuthority }
    }
    return nil
  }
}

/// What of a part of an entry leaves one fund for another, and what arrives there.
private struct Crossing {
  private var betweenBlocks: [Layer: Halves] = [:]
  private var intoPool = Halves()
  private var fromSuspense = Halves()
  private var touchesSuspense = false
  private var touchesOtherFunds = false

  private struct Halves: Equatable {
    var given = Money.zero
    var got = Money.zero
  }

  init(_ movements: [Movement<Coding>]) {
    for movement in movements {
      count(movement.debit, against: movement.credit, movement.amount)
      count(movement.credit, against: movement.debit, -movement.amount)
    }
  }

  var crosses: Bool {
    !betweenBlocks.isEmpty || intoPool.given != .zero || touchesSuspense && touchesOtherFunds
  }

  var isWhole: Bool {
    betweenBlocks.values.allSatisfy { $0.given == $0.got }
      && (intoPool.given == .zero || intoPool.given == intoPool.got)
      && (!touchesSuspense || !touchesOtherFunds || fromSuspense.given == fromSuspense.got)
  }

  /// Counts one side of a movement: positive where it is debited, negative where credited.
  private mutating func count(_ coding: Coding, against other: Coding, _ amount: Money) {
    if coding.fund != .generalFund { touchesOtherFunds = true }
    switch (coding.heading, other.heading) {
    case (.transferOut, .dueFromDepartment), (.transferredOut, .unallocated):
      betweenBlocks[coding.layer, default: Halves()].given += amount
    case (.transferIn, .dueFromDepartment), (.transferredIn, .unallocated):
      betweenBlocks[coding.layer, default: Halves()].got -= amount
    case (.paidIntoPool, .bank):
      intoPool.given += amount
    case (.contributions, .bank) where coding.fund.nature == .memorandum:
      intoPool.got -= amount
    case (.suspense, .bank):
      touchesSuspense = true
      fromSuspense.given -= amount
    case (.expenditure, .bank) where coding.fund != .generalFund:
      fromSuspense.got += amount
    default:
      break
    }
  }
}
