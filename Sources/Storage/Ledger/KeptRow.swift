public import Bookkeeping
public import Funding

/// A record as a store keeps it, with its digest.
public struct KeptRecord: Sendable {
  public let stored: StoredRecord
  public let digest: Digest
  /// The digest of the record before it, which it names; `nothing` for the first.
  public let previous: Digest
  /// The numbers under which the store keeps the codings of the movements, debit and credit in turn: one
  /// number is one coding throughout a snapshot.
  public let codings: [Int]

  public init(_ stored: StoredRecord, digest: Digest, after previous: Digest, codings: [Int]) {
    self.stored = stored
    self.digest = digest
    self.previous = previous
    self.codings = codings
  }
}

/// Something that a store keeps beside the records, and that follows from them.
public enum KeptRow: Sendable {
  /// What one kind of event moved from one account to another on a day.
  case flow(Flow, on: Day)
  /// The same of one stretch of records.
  case stretch(Int, Flow, on: Day)
  case posting(LinePosting, of: PlanLineReference)
  case filed(under: String, record: Int)
  case seen(SeenRow)
  /// A record that closed a month or opened it again.
  case period(Month, record: Int, isClosed: Bool)
}
