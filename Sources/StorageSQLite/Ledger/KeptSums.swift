import Bookkeeping
import Funding
import GRDB
import Storage

/// The sums of what the file keeps beside the chain: added to as it is written, and held against the rows before
/// a figure is made of them.
///
/// The rows of a table stand in parts, so that a question looks at its own part and not at the whole table. See
/// decision 0020.
final class KeptSums {
  let db: Database
  private var changes: [Part: ManySum] = [:]
  private(set) var wordChanges: [String: ManySum] = [:]
  /// What has been found to be whole since the transaction began.
  var whole: Set<Part> = []
  var wholeWords: Set<String> = []
  var wholeKinds: Set<Kind> = []
  var wholeDays: ClosedRange<Int64>?
  /// Whether the sums have been held against the record with which they were kept.
  var isSealed = false

  /// What the sums are of.
  enum Kind: String, CaseIterable {
    case account, flow, seen, word, stretch, day, link

    /// What is wrong where they do not agree, in the words of ``Verdict``.
    var name: String {
      switch self {
      case .account: "an account"
      case .flow: "a balance"
      case .seen: "the list of rows that were posted"
      case .word: "what records are filed under"
      case .stretch: "what moved in a stretch of records"
      case .day: "what counts on a day"
      case .link: "the digest of a record"
      }
    }
  }

  /// Some of the rows of a table.
  struct Part: Hashable {
    let kind: Kind
    let number: Int64

    static let accounts = Part(kind: .account, number: 0)
    static let flows = Part(kind: .flow, number: 0)

    static func stretch(_ number: Int64) -> Part { Part(kind: .stretch, number: number) }
    static func day(_ day: Int64) -> Part { Part(kind: .day, number: day) }

    /// Where the rows alike in payee, amount and reference are: one of 4,096.
    static func seen(_ twin: UInt64) -> Part {
      Part(kind: .seen, number: Int64(bitPattern: twin) >> 52)
    }

    /// Where a word is: one of 512.
    static func word(_ word: String) -> Part {
      var sum = ManySum()
      sum.add(word, 0)
      return Part(kind: .word, number: Int64(sum.low >> 55))
    }
  }

  init(_ db: Database) { self.db = db }

  // MARK: Adding

  func add(account id: Int64, _ text: String) {
    changes[.accounts, default: ManySum()].add(text, id)
  }

  /// A flow of that many pence, of all records or of a stretch, comes in the place of another, where there was one.
  func change(
    _ kind: String, _ day: Int64, _ debit: Int64, _ credit: Int64, in stretch: Int64?,
    from old: Int64?, to new: Int64
  ) {
    var change = ManySum()
    change.add(kind, day, debit, credit, new)
    if let old {
      var gone = ManySum()
      gone.add(kind, day, debit, credit, old)
      change.take(gone)
    }
    changes[stretch.map(Part.stretch) ?? .flows, default: ManySum()].add(change)
  }

  func add(_ row: SeenRow) { changes[.seen(row.identity.twin), default: ManySum()].add(row) }

  func add(_ posting: LinePosting, of line: String) {
    wordChanges[KeptSums.word(of: line), default: ManySum()].add(posting, of: line)
  }

  func add(_ word: String, filed record: Int) {
    wordChanges[word, default: ManySum()].add(word, record)
  }

  /// Adds to what counts on a day: its records, or their movements.
  func add(on day: Int64, _ add: (inout ManySum) -> Void) {
    add(&changes[.day(day), default: ManySum()])
  }

  /// How many records stand together, of which the digests have one sum.
  static let linksTogether: Int64 = 64

  func add(_ digest: Digest, of record: Int64) {
    let part = Part(kind: .link, number: (record - 1) / KeptSums.linksTogether)
    changes[part, default: ManySum()].add(digest, of: record)
  }

  /// The sum of a part, with what was added to it since it was written.
  func sum(_ part: Part) throws -> ManySum {
    var sum = try sum(part.kind.rawValue, part.number) ?? ManySum()
    if let change = changes[part] { sum.add(change) }
    return sum
  }

  /// How many words something was added to that is not written yet.
  var wordsChanged: Int { wordChanges.count }

  /// Writes what was added.
  func flush() throws {
    for (word, change) in wordChanges {
      let part = Part.word(word)
      let old = try sum(of: word, in: part)
      var new = old ?? ManySum()
      new.add(change)
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO word_sum VALUES (?, ?, ?, ?, ?)")
        .execute(arguments: [part.number, word] + new.arguments)
      changes[part, default: ManySum()].replace(word, 0, old, new)
    }
    wordChanges.removeAll(keepingCapacity: true)
    var tops: [Kind: ManySum] = [:]
    for (part, change) in changes {
      let old = try sum(part.kind.rawValue, part.number)
      var new = old ?? ManySum()
      new.add(change)
      try keep(new, part.kind.rawValue, part.number)
      tops[part.kind, default: ManySum()].replace(part.kind.rawValue, part.number, old, new)
    }
    changes.removeAll(keepingCapacity: true)
    for (kind, change) in tops {
      var top = try top(kind)
      top.add(change)
      try keep(top, "top", kind.number)
    }
  }

  /// Ties the sums to the last record, once all that goes with it is written.
  func seal() throws { try keep(try seal(try db.lastHead()), "seal", 0) }

  /// What ties the sums of all kinds to a record.
  func seal(_ head: Head) throws -> ManySum {
    var seal = ManySum()
    let (first, second) = head.digest.halves
    seal.add(
      "sealed with", Int64(head.number), Int64(bitPattern: first), Int64(bitPattern: second))
    for kind in Kind.allCases { seal.add(kind.rawValue, kind.number, try top(kind)) }
    return seal
  }

  /// Begins the sums of some tables, with nothing in them.
  func begin(_ kinds: [Kind]) throws {
    for kind in kinds { try keep(kind.beginning, "top", kind.number) }
  }

  // MARK: The tables

  func sum(_ kind: String, _ part: Int64) throws -> ManySum? {
    let sql = "SELECT rows, low, high FROM kept_sum WHERE kind = ? AND part = ?"
    return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [kind, part])
      .map { try ManySum($0, from: 0) }
  }

  func sum(of word: String, in part: Part) throws -> ManySum? {
    let sql = "SELECT rows, low, high FROM word_sum WHERE part = ? AND word = ?"
    return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [part.number, word])
      .map { try ManySum($0, from: 0) }
  }

  func top(_ kind: Kind) throws -> ManySum {
    guard let top = try sum("top", kind.number) else { throw kind.damage }
    return top
  }

  private func keep(_ sum: ManySum, _ kind: String, _ part: Int64) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO kept_sum VALUES (?, ?, ?, ?, ?)")
      .execute(arguments: [kind, part] + sum.arguments)
  }
}

extension KeptSums.Kind {
  var number: Int64 { Int64(KeptSums.Kind.allCases.firstIndex(of: self) ?? 0) }

  /// The sum of no sums, which is not nought: what was emptied by hand is not taken for new.
  var beginning: ManySum {
    var sum = ManySum()
    sum.add("the beginning of " + rawValue, 0)
    return sum
  }

  var damage: StorageFailure {
    .damaged("\(name) is not what was kept of it")
  }
}
