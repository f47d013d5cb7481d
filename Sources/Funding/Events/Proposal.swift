public import Bookkeeping

/// What a posting rule makes of an event, before anyone has said where the event came from.
public struct Proposal: Hashable, Sendable {
  public let event: EventKind
  public let day: Day
  public let movements: [Movement<Coding>]
  public let details: [Detail]
  public let correction: Correction?

  public init(
    _ event: EventKind, on day: Day, _ movements: [Movement<Coding>?], details: [Detail] = [],
    correction: Correction? = nil
  ) {
    self.event = event
    self.day = day
    self.movements = movements.compactMap(\.self)
    self.details = details
    self.correction = correction
  }

  /// Whether nothing would move.
  public var isEmpty: Bool { movements.isEmpty }
}

extension Movement where S == Coding {
  /// The two movements of spending: expenditure in the actual layer, spent in the budget layer.
  ///
  /// What is committed is used first, and what is beyond the commitment comes from the budget of
  /// the line.
  static func spending(
    _ amount: Money, of fund: Fund, for use: Use, from source: Coding, committed: Money
  ) -> [Movement<Coding>?] {
    [.init(amount, debit: Coding(fund, .expenditure, use), credit: source)]
      + relieving(amount, of: fund, for: use, into: .spent, committed: committed)
  }

  /// Moves an amount out of what is committed for a use, as far as that goes, and out of the budget
  /// of its line beyond.
  static func relieving(
    _ amount: Money, of fund: Fund, for use: Use, into state: Heading, committed: Money
  ) -> [Movement<Coding>?] {
    let fromCommitment = min(amount, max(committed, .zero))
    let target = Coding(fund, state, use)
    return [
      .signed(fromCommitment, debit: target, credit: Coding(fund, .committed, use.asCommitted)),
      .signed(
        amount - fromCommitment, debit: target, credit: Coding(fund, .allocated, use.budgetLine)),
    ]
  }
}

extension Use {
  /// The use under which a commitment was made: a line's own, a contract's, or the bare budget's.
  var asCommitted: Use {
    if planLine != nil { return self }
    return contract == nil ? budgetLine : Use(line: line, setting: setting, contract: contract)
  }
}
