public import Bookkeeping

/// The end of a financial year, in both layers together.
public struct YearClosed: Sendable {
  public let year: FinancialYear
  /// What stands in each coding on the last day: a debit is positive.
  public let balances: [Coding: Money]

  public init(_ year: FinancialYear, balances: [Coding: Money]) {
    self.year = year
    self.balances = balances
  }

  /// Why a year cannot be closed.
  public enum Refusal: Error, Hashable, Sendable {
    /// The schools budget is in deficit, and no rule says where it goes.
    case deficitNotSettled(FinancialYear, Money)
  }

  /// The closing entries.
  ///
  /// | | Actual: debit / credit | Budget: debit / credit |
  /// |---|---|---|
  /// | 1, own funds | nothing | unallocated / committed and allocated, either way |
  /// | 2, own funds | income / General Fund balance; that / Expenditure | sources / brought forward; that / spent; a block: held over / unallocated; a vote: brought forward / unallocated |
  /// | 2, agent funds | Contributions / Expenditure, the rest to Held for partners | contributed / spent, the rest to brought forward |
  /// | 3, the four blocks together | DSG Adjustment Account / General Fund balance, or the DSG reserve where they close in surplus | nothing |
  ///
  /// What is advanced stays: it is out with families and pools. Memorandum funds do not close.
  public func proposals() throws(Refusal) -> [Proposal] {
    let closing = funds.flatMap { ending($0) }
    let released = Proposal(.yearUnusedReleased, on: year.last, funds.flatMap { unused(of: $0) })
    let closed = Proposal(.yearClosed, on: year.last, closing)
    let carried = Proposal(.deficitCarried, on: year.last, try carrying(after: closing))
    return [released, closed, carried].filter { !$0.isEmpty }
  }

  private var funds: [Fund] {
    Set(balances.keys.map(\.fund)).filter { $0.nature != .memorandum }.sorted()
  }

  private func standing(_ fund: Fund, _ headings: Heading...) -> [(coding: Coding, Money)] {
    standing(fund, Set(headings))
  }

  private func standing(_ fund: Fund, _ headings: Set<Heading>) -> [(coding: Coding, Money)] {
    balances.filter { $0.key.fund == fund && headings.contains($0.key.heading) }
      .sorted { $0.key.text < $1.key.text }.map { ($0.key, $0.value) }
  }

  private func unused(of fund: Fund) -> [Movement<Coding>?] {
    guard fund.nature == .own else { return [] }
    return standing(fund, .committed, .allocated).map { coding, amount in
      .signed(amount, debit: Coding(fund, .unallocated), credit: coding)
    }
  }

  private func ending(_ fund: Fund) -> [Movement<Coding>?] {
    let balance = Coding(fund, fund.nature == .own ? .generalFundBalance : .heldForPartners)
    let broughtForward = Coding(fund, .broughtForward)
    let actual = standing(
      fund, .grantIncome, .grantDeducted, .transferIn, .transferOut, .contributions, .expenditure)
    let budget = standing(fund, Fund.yearlyHeadings)
    return actual.map { .signed($1, debit: balance, credit: $0) }
      + budget.map { .signed($1, debit: broughtForward, credit: $0) }
      + leftOver(of: fund, to: fund.isBlock ? Coding(fund, .heldOver) : broughtForward)
  }

  /// What is left of unallocated once commitments and allocations have gone back to it.
  private func leftOver(of fund: Fund, to target: Coding) -> [Movement<Coding>?] {
    guard fund.nature == .own else { return [] }
    let left = standing(fund, Fund.unusedStates).map(\.1).total()
    return [.signed(left, debit: target, credit: Coding(fund, .unallocated))]
  }

  /// One entry over the four blocks, because the deficit that the law speaks of is that of the
  /// schools budget as a whole.
  private func carrying(after closing: [Movement<Coding>?]) throws(Refusal) -> [Movement<Coding>?] {
    let results = Fund.blocks.map { block -> (Fund, Money) in
      let account = Coding(block, .generalFundBalance)
      let moved = closing.compactMap(\.self).map { movement in
        movement.debit == account
          ? movement.amount : movement.credit == account ? -movement.amount : .zero
      }
      return (block, moved.total() + (balances[account] ?? .zero))
    }
    let whole = results.map(\.1).total()
    if whole > .zero, SchoolsBudgetDeficit(in: year) == .notSettled {
      throw .deficitNotSettled(year, whole)
    }
    let target: Heading = whole > .zero ? .grantAdjustment : .grantReserve
    return results.map { block, result in
      .signed(result, debit: Coding(block, target), credit: Coding(block, .generalFundBalance))
    }
  }
}

extension Fund {
  /// What a year's budget came from and what was spent of it: none of it is the next year's.
  fileprivate static let yearlyHeadings: Set<Heading> = [
    .notified, .deducted, .voted, .transferredIn, .transferredOut, .contributed, .spent,
  ]

  /// What was not spent, and goes back when the year is closed.
  fileprivate static let unusedStates: Set<Heading> = [.unallocated, .allocated, .committed]

  /// The budget headings that begin each year with nothing in them, because closing empties them.
  ///
  /// What is advanced is still out with families and pools, and a pool's books do not close.
  public var endsWithYear: Set<Heading> {
    switch nature {
    case .own: Fund.yearlyHeadings.union(Fund.unusedStates)
    case .agent: Fund.yearlyHeadings
    case .memorandum: []
    }
  }

  /// The budget headings of earlier years that together are what a year is brought forward, whether
  /// those years are closed or not.
  public var broughtForward: Set<Heading> {
    switch nature {
    case .own:
      isBlock
        ? Fund.yearlyHeadings.union([.broughtForward])
        : endsWithYear.union([.broughtForward])
    case .agent: Fund.yearlyHeadings.union([.broughtForward])
    case .memorandum: [.broughtForward]
    }
  }
}
