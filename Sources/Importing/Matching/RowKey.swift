public import Bookkeeping

/// What matching needs of a row: who it is, its day and its place.
public struct RowKey: Hashable, Sendable {
  public let identity: RowIdentity
  public let day: Day
  public let row: UInt32
  /// The line on which the row begins, which is another where cells hold line breaks.
  public let line: UInt32
  public let amount: Money
  /// Whether it has a number of its own, so that a twin of it is looked for on other days.
  public let mayBeTwin: Bool

  public init(_ identity: RowIdentity, day: Day, at place: Place, amount: Money, mayBeTwin: Bool) {
    self.init(
      identity, day: day, row: UInt32(place.row), line: UInt32(place.line), amount: amount,
      mayBeTwin: mayBeTwin)
  }

  init(
    _ identity: RowIdentity, day: Day, row: UInt32, line: UInt32, amount: Money, mayBeTwin: Bool
  ) {
    self.identity = identity
    self.day = day
    self.row = row
    self.line = line
    self.amount = amount
    self.mayBeTwin = mayBeTwin
  }
}

extension RowKey: Comparable {
  /// Equal rows stand together, and rows that may be twins stand together around them.
  public static func < (left: RowKey, right: RowKey) -> Bool {
    if left.identity.twin != right.identity.twin {
      return left.identity.twin < right.identity.twin
    }
    if left.identity.rest != right.identity.rest {
      return left.identity.rest < right.identity.rest
    }
    return left.row < right.row
  }
}
