public import Bookkeeping

extension BudgetSet {
  /// A budget voted or allocated, against the version before it.
  ///
  /// | | Actual | Budget: debit / credit |
  /// |---|---|---|
  /// | voted | nothing | unallocated / voted |
  /// | allocated | nothing | allocated / unallocated |
  ///
  /// Only the difference from the version before is posted, either way. More may be allocated than
  /// there is: unallocated is then negative, and reports say so.
  public func proposal(after previous: Money?, posted record: Int?) -> Proposal {
    let rise = amount - (previous ?? .zero)
    let unallocated = Coding(fund, .unallocated)
    let details = [Detail(.authority, authority), Detail(.version, version)]
    let correction = record.map { Correction.supersedes($0) }
    guard let line else {
      return Proposal(
        .budgetVoted, on: day,
        [.signed(rise, debit: unallocated, credit: Coding(fund, .voted))],
        details: details, correction: correction)
    }
    return Proposal(
      .budgetAllocated, on: day,
      [.signed(rise, debit: Coding(fund, .allocated, line), credit: unallocated)],
      details: details, correction: correction)
  }
}
