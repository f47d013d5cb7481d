public import Bookkeeping

/// The names under which the facts of an event are kept.
public enum DetailName: String, Hashable, Sendable, CaseIterable {
  /// Who allowed it: a forum's date and minute, a reference, or a person and a reason.
  case authority
  /// The document that shows it.
  case document
  case reason
  /// The sum of which a transfer is a share, in pence.
  case base
  /// The Secretary of State's reference, where one was needed.
  case secretaryOfState = "secretary-of-state"
  /// The day on which a grant's figures were published.
  case published
  case year
  case version
  case due
  case paid
  /// The period that a payment covers, in words.
  case covers
  /// The last day of a placement.
  case lastDay = "last-day"
  /// The record or file that a figure was checked against.
  case against
  case note
  /// The import from which something was learnt.
  case readFrom = "read-from"
}

extension Source {
  public subscript(name: DetailName) -> String? { self[name.rawValue] }
}

extension Detail {
  public init(_ name: DetailName, _ value: some LedgerValue) { self.init(name.rawValue, value) }

  public init(_ name: DetailName, _ value: LedgerText) { self.init(name.rawValue, value) }
}
