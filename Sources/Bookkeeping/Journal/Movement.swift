/// An amount debited to one standing and credited to another of the same book.
///
/// It is the pair, and not the single posting, that entries are made of: a pair cannot be out of
/// balance, so there is no sum to check afterwards and none to forget.
public struct Movement<S: Standing>: Hashable, Sendable {
  public let debit: S
  public let credit: S
  public let amount: Money

  @inlinable
  public init(_ amount: Money, debit: S, credit: S) {
    self.debit = debit
    self.credit = credit
    self.amount = amount
  }

  /// The same amount, the other way.
  public var reversed: Movement<S> { Movement(amount, debit: credit, credit: debit) }

  /// The two postings that it makes.
  public var postings: [Posting<S>] {
    [
      Posting(side: .debit, standing: debit, amount: amount),
      Posting(side: .credit, standing: credit, amount: amount),
    ]
  }
}

extension Movement {
  /// A movement of a signed amount: where it is negative, it runs the other way.
  ///
  /// - Returns: none where the amount is nil.
  public static func signed(_ amount: Money, debit: S, credit: S) -> Movement<S>? {
    if amount == .zero { return nil }
    return amount > .zero
      ? Movement(amount, debit: debit, credit: credit)
      : Movement(-amount, debit: credit, credit: debit)
  }
}

/// One side of a movement.
public struct Posting<S: Standing>: Hashable, Sendable {
  public let side: Side
  public let standing: S
  /// Always positive.
  public let amount: Money
}
