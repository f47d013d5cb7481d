public import Bookkeeping

/// A paper that was given out, and the head that stands on it.
///
/// It is known by references alone, and names nobody.
public struct Paper: Hashable, Sendable {
  public let kind: Kind
  /// The child, the request or the pool that it is of.
  public let subject: String
  /// The month that it is of, where it is of one.
  public let month: Month?
  /// The record from which it was made, and its digest then.
  public let record: Int
  public let digest: Digest
  /// The day on which it was first made.
  public let made: Day

  /// What is given out with a head on it.
  public enum Kind: String, Sendable, CaseIterable {
    case statement, letter, pack
  }

  public init(
    _ kind: Kind, of subject: String, _ month: Month? = nil, record: Int, _ digest: Digest,
    made: Day
  ) {
    self.kind = kind
    self.subject = subject
    self.month = month
    self.record = record
    self.digest = digest
    self.made = made
  }
}
