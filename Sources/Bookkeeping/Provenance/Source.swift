/// What led to a posting, and what was said of it.
public struct Source: Hashable, Sendable {
  public let origin: Origin
  public let details: [Detail]

  public init(_ origin: Origin, details: [Detail] = []) {
    self.origin = origin
    self.details = details
  }

  /// What was said under that name, if anything was.
  public subscript(name: String) -> String? {
    details.first { $0.name == name }?.value
  }

  /// The same, to be said again.
  public func text(_ name: String) -> LedgerText? { self[name].map { LedgerText(asRead: $0) } }
}

/// One fact of an event, in the words in which it is kept: `due 2026-10-01`.
public struct Detail: Hashable, Sendable {
  public let name: String
  public let value: String

  public init(_ name: String, _ value: some LedgerValue) {
    self.init(asRead: name, value.ledgerWords)
  }

  public init(_ name: String, _ value: LedgerText) { self.init(asRead: name, value.words) }

  /// What stands in a chain already.
  package init(asRead name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// Where an event came from.
///
/// There are three ways in, and no fourth.
public enum Origin: Hashable, Sendable {
  /// A row of a file.
  case row(RowOrigin)
  /// A command by a person, who names a document or gives a reason.
  case command(person: String, document: LedgerText)
  /// A rule applied to an earlier record, or to the whole ledger where it names none.
  case rule(name: String, record: Int?)

  /// Whether a person said it.
  public var isByHand: Bool { if case .command = self { true } else { false } }

  /// Whether it was made of what stood in the ledger, and nobody said it.
  public var isRule: Bool { if case .rule = self { true } else { false } }
}

/// The row of a file, as far as the ledger may keep it.
///
/// Amounts, dates and codes are kept as text. Cells that may name a person are kept elsewhere, under
/// the digest ``hidden``.
public struct RowOrigin: Hashable, Sendable {
  /// The number of the import that read it.
  public let batch: Int
  public let row: Int
  public let line: Int
  /// The day that the row is of.
  public let day: Day
  public let cells: [Cell]
  public let hidden: Digest?
  public let identity: RowIdentity

  public init(
    batch: Int, row: Int, line: Int, day: Day, cells: [Cell], hidden: Digest?,
    identity: RowIdentity
  ) {
    self.batch = batch
    self.row = row
    self.line = line
    self.day = day
    self.cells = cells
    self.hidden = hidden
    self.identity = identity
  }

  /// The text of a cell, by the field that it was mapped to.
  public struct Cell: Hashable, Sendable {
    public let field: String
    public let text: String

    public init(_ field: String, _ text: String) {
      self.field = field
      self.text = text
    }
  }
}

/// What makes a row the same row in another file: a salted digest of what was mapped from it.
///
/// The two halves are kept apart so that rows alike in payee, amount and reference, but not in
/// day, can be found together.
public struct RowIdentity: Hashable, Sendable {
  /// The kind, whose account it is, the payee and the amount: rows alike in them are near.
  public let twin: UInt64
  /// The publisher's own number, in the upper forty bits, and below them the day, the code and the like.
  public let rest: UInt64

  public init(twin: UInt64, rest: UInt64) {
    self.twin = twin
    self.rest = rest
  }

  /// The identity of a row of a kind that has numbers of its own.
  public init(twin: UInt64, number: UInt64, rest: UInt64) {
    self.init(twin: twin, rest: (number >> 24) << 24 | rest >> 40)
  }

  /// What is left of the publisher's number.
  public var number: UInt64 { rest >> 24 }
}
