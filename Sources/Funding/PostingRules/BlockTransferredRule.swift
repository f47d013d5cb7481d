public import Bookkeeping

extension BlockTransferred {
  /// Why a transfer may not be made.
  public enum Refusal: Error, Hashable, Sendable {
    case notBetweenBlocks(Fund, Fund)
    case amountNotPositive(Money)
    case noAuthority
    /// The same sum was moved between the two blocks on that day already.
    case stands(by: Int)
    /// More than half of one per cent of the base, and no reference of the Secretary of State.
    case beyondForum(year: FinancialYear, already: Money, amount: Money, limit: Money)
    /// It is said to be a share of another sum than the block as it was last published for the year.
    case otherBase(Money, of: Fund, FinancialYear, stored: Money?)
    /// No grant of the year is stored, of which the forum could agree a share.
    case grantNotStored(FinancialYear)
    /// A later publication has so small a block that the forum could not have agreed what has left it: told, never
    /// a refusal.
    case beyondNewBase(FinancialYear, moved: Money, limit: Money)
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
  /// `already` is what has left the giving block by transfers that belong to the same financial year.
  /// `block` is that block before recoupment, as it was last published for the year, if it was.
  public func proposal(already: Money, outOf block: Money?) throws(Refusal) -> Proposal {
    let year = FinancialYear(of: day)
    guard from.isBlock, to.isBlock, from != to else { throw .notBetweenBlocks(from, to) }
    guard amount > .zero else { throw .amountNotPositive(amount) }
    guard let authority = [forum, secretaryOfState].compactMap(\.self).first else {
      throw .noAuthority
    }
    if let base, base != block { throw .otherBase(base, of: from, year, stored: block) }
    if from == .schools, secretaryOfState == nil {
      guard forum != nil else { throw .forumNotAsked }
      guard let block else { throw .grantNotStored(year) }
      let limit = BlockTransferLimit.of(block)
      guard already + amount <= limit else {
        throw .beyondForum(year: year, already: already, amount: amount, limit: limit)
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
      details: [
        Detail(.authority, authority), block.map { Detail(.base, $0) },
        secretaryOfState.map { Detail(.secretaryOfState, $0) },
      ].compactMap(\.self))
  }
}
