public import Bookkeeping
public import Funding

/// An import as it was previewed, and what became of it.
public struct ImportRecord: Hashable, Sendable {
  public let reference: ImportReference
  public var state: State
  public let kind: String
  /// Where the file stood, and its name without that.
  public let path: String
  public let fileName: String
  public let fileDigest: Digest
  /// The mapping that read it, by name, and its whole text.
  public let mapping: String?
  public let mappingText: String?
  /// What was said with it: the day of publication, the child.
  public let options: [Detail]
  /// The last record of the ledger when it was previewed.
  public let head: Int
  /// Its digest; none where an earlier version of the program kept the preview.
  public let headDigest: Digest?
  public let previewed: Day
  public let actor: String
  public package(set) var tallies: [Tally]
  /// The first and last day of its rows.
  public let days: DaySpan
  /// Whether a total that the file states is not what its rows add to.
  public let missesControl: Bool

  /// How far an import has come.
  public enum State: String, Hashable, Sendable {
    case waiting
    case committed
    /// There was nothing in it to write.
    case empty
    case undone
    /// The same file was previewed again before this was committed.
    case replaced
    /// A person gave it up before it was committed.
    case dropped
  }

  /// How many rows came to the same, and their sum.
  public struct Tally: Hashable, Sendable {
    public let verdict: String
    public let rows: Int
    public let amount: Money

    public init(_ verdict: String, rows: Int, amount: Money) {
      self.verdict = verdict
      self.rows = rows
      self.amount = amount
    }
  }

  public init(
    reference: ImportReference, state: State, kind: String, path: String, fileName: String,
    fileDigest: Digest, mapping: String?, mappingText: String?, options: [Detail], head: Int,
    headDigest: Digest?, previewed: Day, actor: String, tallies: [Tally], days: DaySpan,
    missesControl: Bool
  ) {
    self.reference = reference
    self.state = state
    self.kind = kind
    self.path = path
    self.fileName = fileName
    self.fileDigest = fileDigest
    self.mapping = mapping
    self.mappingText = mappingText
    self.options = options
    self.head = head
    self.headDigest = headDigest
    self.previewed = previewed
    self.actor = actor
    self.tallies = tallies
    self.days = days
    self.missesControl = missesControl
  }
}

/// A row of an import that a person may want to look at.
public struct ImportRow: Hashable, Sendable {
  public let row: Int
  public let line: Int
  /// What the preview made of it.
  public let verdict: String
  public let amount: Money?
  public let day: Day?
  /// What is wrong with it, or why it waits.
  public let code: String
  public let problem: String
  /// As the ledger has it.
  public var decision: Decision?

  /// A person's word on a row that may be a twin.
  public struct Decision: Hashable, Sendable {
    public let isReal: Bool
    public let reason: LedgerText
    public let actor: String

    public init(isReal: Bool, reason: LedgerText, actor: String) {
      self.isReal = isReal
      self.reason = reason
      self.actor = actor
    }
  }

  public init(
    row: Int, line: Int, verdict: String, amount: Money?, day: Day?, code: String,
    problem: String
  ) {
    self.row = row
    self.line = line
    self.verdict = verdict
    self.amount = amount
    self.day = day
    self.code = code
    self.problem = problem
  }
}
