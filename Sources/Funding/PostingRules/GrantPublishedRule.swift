import Bookkeeping

extension GrantPublished {
  /// A publication of the grant, against the one before it.
  ///
  /// | | Actual: debit / credit | Budget: debit / credit |
  /// |---|---|---|
  /// | notified | Due from the department / Grant income | unallocated / notified |
  /// | deducted | Grant deducted / Due from the department | deducted / unallocated |
  ///
  /// Only the difference from the publication before is posted, either way.
  ///
  /// `previous` is the publication in force until now, if there was one.
  /// `record` is the record that it was posted by, if it posted anything.
  public func proposal(after previous: GrantPublished?, posted record: Int?) -> Proposal {
    let movements = Fund.blocks.flatMap { block -> [Movement<Coding>?] in
      let notified = rise(of: block, \.before, since: previous)
      let deducted = notified - rise(of: block, \.after, since: previous)
      let due = Coding(block, .dueFromDepartment)
      let unallocated = Coding(block, .unallocated)
      return [
        .signed(notified, debit: due, credit: Coding(block, .grantIncome)),
        .signed(notified, debit: unallocated, credit: Coding(block, .notified)),
        .signed(deducted, debit: Coding(block, .grantDeducted), credit: due),
        .signed(deducted, debit: Coding(block, .deducted), credit: unallocated),
      ]
    }
    return Proposal(
      .grantNotified, on: day, movements,
      details: [Detail(.year, year), Detail(.published, published)],
      correction: record.map { .supersedes($0) })
  }

  private func rise(
    of block: Fund, _ figures: KeyPath<GrantPublished, [Fund: Money]>,
    since previous: GrantPublished?
  ) -> Money {
    (self[keyPath: figures][block] ?? .zero) - (previous?[keyPath: figures][block] ?? .zero)
  }
}

extension GrantInstalmentReceived {
  /// Grant received.
  ///
  /// Actual: Bank / Due from the department. Budget: nothing.
  public var proposal: Proposal {
    Proposal(
      .grantInstalmentReceived, on: day,
      [.signed(amount, debit: Coding(fund, .bank), credit: Coding(fund, .dueFromDepartment))])
  }
}
