public import Bookkeeping

/// What people have written for a pack, and no program could.
public struct PackWords: Hashable, Sendable {
  public let decision: Decision
  public let notModelled: [String]
  public let changes: [Change]
  /// Whom families can ask.
  public let contact: String
  /// What is invented or illustrative, said on the first page; none where nothing is.
  public let remark: String?

  /// What partners are asked to decide, by when, and what is recommended.
  public struct Decision: Hashable, Sendable {
    public let asked: String
    public let by: Day
    /// The code of the option that is recommended.
    public let recommended: String

    public init(_ asked: String, by: Day, recommended: String) {
      self.asked = asked
      self.by = by
      self.recommended = recommended
    }
  }

  /// A line of the change log.
  public struct Change: Hashable, Sendable {
    public let day: Day
    public let words: String

    public init(_ day: Day, _ words: String) {
      self.day = day
      self.words = words
    }
  }

  public init(
    _ decision: Decision, notModelled: [String], changes: [Change], contact: String,
    remark: String?
  ) {
    self.decision = decision
    self.notModelled = notModelled
    self.changes = changes
    self.contact = contact
    self.remark = remark
  }
}

/// What a pack was made from, so that it can be made again.
public struct PackOrigin: Hashable, Sendable {
  public let authority: String
  /// The file as it was typed, and the digest of what it holds.
  public let file: String
  public let fileDigest: Digest
  /// The last record of the ledger that was read, and its digest.
  public let record: Int
  public let head: Digest

  public init(authority: String, file: String, fileDigest: Digest, record: Int, head: Digest) {
    self.authority = authority
    self.file = file
    self.fileDigest = fileDigest
    self.record = record
    self.head = head
  }
}
