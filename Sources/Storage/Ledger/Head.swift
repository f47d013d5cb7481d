public import Bookkeeping

/// The last record and its digest: what every report prints.
public struct Head: Hashable, Sendable {
  /// The number of the last record; 0 in an empty ledger.
  public let number: Int
  public let digest: Digest
  /// The day on which it was recorded.
  public let recorded: Day?

  public init(number: Int, digest: Digest, recorded: Day?) {
    self.number = number
    self.digest = digest
    self.recorded = recorded
  }

  public static let none = Head(number: 0, digest: .nothing, recorded: nil)
}

/// An entry's place in the order of days.
public struct DayPosition: Hashable, Sendable, Comparable {
  public let day: Day
  public let number: Int

  public init(day: Day, number: Int) {
    self.day = day
    self.number = number
  }

  public static func < (left: DayPosition, right: DayPosition) -> Bool {
    (left.day, left.number) < (right.day, right.number)
  }
}
