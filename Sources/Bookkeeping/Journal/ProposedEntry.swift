/// An entry that a posting rule has written and nobody has checked.
public struct ProposedEntry<S: Standing>: Hashable, Sendable {
  /// The day on which it counts.
  public let day: Day

  /// The day to which the event belongs, where its month is closed and it counts on a later one.
  public let ownDay: Day?

  /// What each origin gave to the entry, in order.
  public let parts: [Part<S>]

  public let correction: Correction?

  @inlinable
  public init(
    on day: Day, belongingTo ownDay: Day? = nil, parts: [Part<S>], correction: Correction? = nil
  ) {
    self.day = day
    self.ownDay = ownDay
    self.parts = parts
    self.correction = correction
  }
}

/// What one origin gave to an entry: a row of a file, a command, or a rule applied.
public struct Part<S: Standing>: Hashable, Sendable {
  public let source: Source
  public let movements: [Movement<S>]

  @inlinable
  public init(_ source: Source, _ movements: [Movement<S>]) {
    self.source = source
    self.movements = movements
  }
}

/// How an entry bears on an earlier one.
///
/// The earlier is never edited.
public enum Correction: Hashable, Sendable {
  /// Takes the other back whole.
  case reverses(Int)
  /// Puts right some of what the other said.
  case corrects(Int)
  /// Brings the other up to a later publication; only the difference is posted.
  case supersedes(Int)

  /// Whether it takes the other back whole.
  public var isReversal: Bool { if case .reverses = self { true } else { false } }

  /// The number of the earlier record.
  public var number: Int {
    switch self {
    case .reverses(let number), .corrects(let number), .supersedes(let number): number
    }
  }
}
