public import Bookkeeping

extension Contribution {
  /// A contribution agreed.
  ///
  /// Budget: unallocated / contributed, and allocated / unallocated where the fund has no section
  /// 251 lines to be divided between.
  public var agreed: Proposal {
    let unallocated = Coding(fund, .unallocated)
    let contributed = Coding(fund, .contributed, partner: partner)
    return Proposal(
      .contributionAgreed, on: day,
      [.signed(amount, debit: unallocated, credit: contributed)]
        + (fund.nature == .own
          ? [] : [.signed(amount, debit: Coding(fund, .allocated), credit: unallocated)]))
  }

  /// A contribution due: a debt to us from that day on, not from the day it is seen in the bank.
  ///
  /// Actual: Due from partners / Contributions. Budget: nothing.
  public var due: Proposal {
    Proposal(
      .contributionDue, on: day,
      [
        .signed(
          amount, debit: Coding(fund, .dueFromPartners, partner: partner),
          credit: Coding(fund, .contributions, partner: partner))
      ])
  }

  /// A contribution received.
  ///
  /// Actual: Bank / Due from partners; what is received on the day it falls due, with no debt
  /// raised before, Bank / Contributions at once. Budget: nothing.
  ///
  /// `outstanding` is what the partner owed until now.
  public func received(outstanding: Money) -> Proposal {
    let settled = min(amount, max(outstanding, .zero))
    let bank = Coding(fund, .bank)
    return Proposal(
      .contributionReceived, on: day,
      [
        .signed(settled, debit: bank, credit: Coding(fund, .dueFromPartners, partner: partner)),
        .signed(
          amount - settled, debit: bank, credit: Coding(fund, .contributions, partner: partner)),
      ])
  }
}

extension PoolAgreed {
  /// A pool agreed.
  ///
  /// In the pool's books: unallocated / contributed, allocated / unallocated. In our own fund, on
  /// the day the sum is due: committed / allocated.
  public var proposals: [Proposal] {
    let unallocated = Coding(part, .unallocated)
    let agreed = Proposal(
      .poolAgreed, on: day,
      [
        Movement(amount, debit: unallocated, credit: Coding(part, .contributed, partner: partner)),
        Movement(amount, debit: Coding(part, .allocated), credit: unallocated),
      ], details: [Detail(.due, due)])
    guard let ours else { return [agreed] }
    return [agreed, .commitmentMade(ours.fund, ours.use, amount, on: due)]
  }
}

extension PoolContributionPaid {
  /// Our contribution paid into the pool: a transfer between funds, each half balanced in its own.
  ///
  /// | | Actual: debit / credit | Budget: debit / credit |
  /// |---|---|---|
  /// | our fund | Paid into pooled fund / Bank | advanced / committed, and beyond it advanced / allocated |
  /// | the pool's books | Bank / Contributions | nothing: agreed already |
  public func proposal(committed: Money) -> Proposal {
    Proposal(
      .poolContributionPaid, on: day,
      [
        Movement(
          amount, debit: Coding(ours.fund, .paidIntoPool, ours.use),
          credit: Coding(ours.fund, .bank)),
        Movement(
          amount, debit: Coding(part, .bank),
          credit: Coding(part, .contributions, partner: partner)),
      ]
        + Movement.relieving(
          amount, of: ours.fund, for: ours.use, into: .advanced, committed: committed),
      details: [Detail(.authority, authority)])
  }
}

extension PoolSpent {
  /// Spending by the pool, shared between its partners by what each agreed to contribute.
  ///
  /// | | Actual: debit / credit | Budget: debit / credit |
  /// |---|---|---|
  /// | the pool's books | Expenditure / Bank | spent / allocated |
  /// | our fund, its share | Expenditure / Paid into pooled fund | spent / advanced |
  ///
  /// - Precondition: the shares together are positive.
  public func proposal(shares: [PoolShare]) -> Proposal {
    let parts = amount.shared(in: shares.map(\.agreed.pence))
    let use = Use(line: line)
    let movements = zip(shares, parts).flatMap { share, part -> [Movement<Coding>?] in
      let borne = [
        Movement<Coding>.signed(
          part, debit: Coding(self.part, .expenditure, use, partner: share.partner),
          credit: Coding(self.part, .bank)),
        .signed(
          part, debit: Coding(self.part, .spent, use, partner: share.partner),
          credit: Coding(self.part, .allocated)),
      ]
      guard let ours = share.ours else { return borne }
      return borne + [
        .signed(
          part, debit: Coding(ours.fund, .expenditure, ours.use),
          credit: Coding(ours.fund, .paidIntoPool, ours.use)),
        .signed(
          part, debit: Coding(ours.fund, .spent, ours.use),
          credit: Coding(ours.fund, .advanced, ours.use)),
      ]
    }
    return Proposal(.poolSpent, on: day, movements)
  }
}
