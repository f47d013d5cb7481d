public import Bookkeeping

/// How much may leave the schools block in a year with the schools forum's agreement alone.
///
/// Half of one per cent of the block, for one year; more, or anything that the forum has not
/// agreed, needs the Secretary of State. Source: the conditions of the Dedicated Schools Grant and
/// the School and Early Years Finance (England) Regulations, each year since 2018-19.
public enum BlockTransferLimit {
  /// The share of the block.
  public static let share = Fraction(5, over: 1000)

  /// The most that may go: whole pence, and never a part of a penny more than the share.
  public static func of(_ base: Money) -> Money {
    let nearest = base.times(share)
    let isAbove = nearest.times(Fraction(share.denominator)) > base.times(Fraction(share.numerator))
    return isAbove ? nearest - Money(pence: 1) : nearest
  }
}
