import Bookkeeping

/// How much may leave the schools block in a year with the schools forum's agreement alone.
///
/// Half of one per cent of the block, for one year; more, or anything that the forum has not
/// agreed, needs the Secretary of State. Source: the conditions of the Dedicated Schools Grant and
/// the School and Early Years Finance (England) Regulations, each year since 2018-19.
enum BlockTransferLimit {
  static let share = Fraction(5, over: 1000)
}
