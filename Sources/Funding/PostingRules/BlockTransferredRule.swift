public import Bookkeeping

extension BlockTransferred {
  /// Why a transfer may not be made.
  public enum Refusal: Error, Hashable, Sendable {
    case notBetweenBlocks(Fund, Fund)
    case amountNotPositive(Money)
    case noAuthority
    /// More than half of one per cent of the base, and no reference of the Secretary of State.
    case beyondForum(year: FinancialYear, already: Money, amount: Money, limit: Money)
    /// The forum has not agreed, and the Secretary of State has given no reference.
    case forumNotAsked
  }

  /// A block transfer.
  ///
  /// | | Actual: debit / credit | Budget: debit / credit |
  /// |---|---|---|
  /// | the fund that gives | Transfer out / Due from the department | transferred out / unallocated |
  /// | the fund that gets | Due from the department / Transfer in | unallocated / transferred in |
  ///
  /// `already` is what has left the giving block by transfer in the same financial year.
  public func proposal(already: Money) throws(Refusal) -> Proposal {
    guard from.isBlock, to.isBlock, from != to else { throw .notBetweenBlocks(from, to) }
    guard amount > .zero else { throw .amountNotPositive(amount) }
    guard let authority = [forum, secretaryOfState].compactMap(\.self).first else {
      throw .noAuthority
    }
    if from == .schools, secretaryOfState == nil {
      guard forum != nil else { throw .forumNotAsked }
      let limit = BlockTransferLimit.of(base)
      guard already + amount <= limit else {
        throw .beyondForum(
          year: FinancialYear(of: day), already: already, amount: amount, limit: limit)
      }
    }
    return Proposal(
      .blockTransferred, on: day,
      [
        Movement(
          amount, debit: Coding(from, .transferOut), credit: Coding(from, .dueFromDepartment)),
        Movement(amount, debit: Coding(to, .dueFromDepartment), credit: Coding(to, .transferIn)),
        Movement(amount, debit: Coding(from, .transferredOut), credit: Coding(from, .unallocated)),
        Movement(amount, debit: Coding(to, .unallocated), credit: Coding(to, .transferredIn)),
      ],
      details: [Detail(.authority, authority), Detail(.base, base)]
        + (secretaryOfState.map { [Detail(.secretaryOfState, $0)] } ?? []))
  }
}
