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
  private var wordChanges: [String: ManySum] = [:]
  /// What has been found to be whole since the transaction began.
  private var whole: Set<Part> = []
  private var wholeWords: Set<String> = []
  private var wholeKinds: Set<Kind> = []

  /// What the sums are of.
  enum Kind: String, CaseIterable {
    case account, flow, seen, word, stretch

    /// What is wrong where they do not agree, in the words of ``Verdict``.
    fileprivate var name: String {
      switch self {
      case .account: "an account"
      case .flow: "a balance"
      case .seen: "the list of rows that were posted"
      case .word: "what records are filed under"
      case .stretch: "what moved in a stretch of records"
      }
    }
  }

  /// Some of the rows of a table.
  private struct Part: Hashable {
    let kind: Kind
    let number: Int64

    static let accounts = Part(kind: .account, number: 0)
    static let flows = Part(kind: .flow, number: 0)

    static func stretch(_ number: Int64) -> Part { Part(kind: .stretch, number: number) }

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

  /// Begins the sums of some tables, with nothing in them.
  func begin(_ kinds: [Kind]) throws {
    for kind in kinds { try keep(kind.beginning, "top", kind.number) }
  }

  // MARK: Holding against the rows

  func requireFlows() throws {
    try require(.flows) {
      let rows = try Row.fetchCursor(db, sql: "SELECT kind, day, debit, credit, pence FROM flow")
      var found = ManySum()
      while let row = try rows.next() {
        found.add(
          try row.value(0), try row.value(1), try row.value(2), try row.value(3),
          try row.value(4))
      }
      return found
    }
    try require(.accounts) {
      let rows = try Row.fetchCursor(db, sql: "SELECT id, text FROM account")
      var found = ManySum()
      while let row = try rows.next() { found.add(try row.value(1), try row.value(0) as Int64) }
      return found
    }
  }

  /// What moved in a stretch, by day and flow, once it has been held against its sum.
  func stretch(
    _ number: Int64, _ take: (_ day: Int64, FlowSlot, _ pence: Int64) -> Void = { _, _, _ in }
  ) throws {
    let part = Part.stretch(number)
    let statement = try db.cachedStatement(
      sql: "SELECT kind, debit, credit, pence, day FROM stretch_flow WHERE stretch = ?")
    let rows = try Row.fetchCursor(statement, arguments: [number])
    var found = ManySum()
    while let row = try rows.next() {
      let (slot, pence, day) = (
        try FlowSlot(row), try row.value(3) as Int64, try row.value(4) as Int64
      )
      found.add(slot.kind, day, slot.debit, slot.credit, pence)
      take(day, slot, pence)
    }
    try require(part.kind)
    guard found == (try sum(part.kind.rawValue, part.number)) ?? ManySum() else {
      throw part.kind.damage
    }
  }

  func requireSeen(_ twin: UInt64) throws {
    let part = Part.seen(twin)
    try require(part) {
      let rows = try Row.fetchCursor(
        db, sql: "SELECT twin, rest, batch, row, day FROM seen WHERE twin BETWEEN ? AND ?",
        arguments: [part.number << 52, part.number << 52 | (1 << 52 - 1)])
      var found = ManySum()
      while let row = try rows.next() { found.add(try SeenRow(row)) }
      return found
    }
  }

  func require(word: String) throws {
    guard !wholeWords.contains(word) else { return }
    let rows = try Int.fetchCursor(
      db.cachedStatement(sql: "SELECT record FROM mention WHERE word = ?"), arguments: [word])
    var found = ManySum()
    while let record = try rows.next() { found.add(word, record) }
    try require(found, under: word)
    wholeWords.insert(word)
  }

  /// Holds what was found under a word against its sum, and what has been added to it since that was written.
  func require(_ found: ManySum, under word: String) throws {
    let part = Part.word(word)
    try require(part) { try words(in: part) }
    var sum = try sum(of: word, in: part) ?? ManySum()
    if let change = wordChanges[word] { sum.add(change) }
    guard found == sum else { throw part.kind.damage }
  }

  /// The kind whose sums do not agree with all the rows of the file, if there is one.
  func fault() throws -> String? {
    do {
      try requireFlows()
      for twin in try Int64.fetchAll(db, sql: "SELECT DISTINCT twin >> 52 FROM seen") {
        try requireSeen(UInt64(bitPattern: twin << 52))
      }
      for number in try Int64.fetchAll(
        db,
        sql:
          "SELECT stretch FROM stretch_flow UNION SELECT part FROM kept_sum WHERE kind = 'stretch'")
      { try stretch(number) }
      for word in try String.fetchAll(
        db,
        sql: """
          SELECT word FROM mention UNION SELECT word FROM word_sum WHERE substr(word, 1, ?1) <> ?2
          """, arguments: [KeptSums.postings.count, KeptSums.postings])
      { try require(word: word) }
      try requirePostings()
      for kind in Kind.allCases { try require(kind) }
    } catch StorageFailure.damaged(let words) {
      return Kind.allCases.first { words.hasPrefix($0.name) }?.name ?? words
    }
    return nil
  }

  private func require(_ part: Part, _ found: () throws -> ManySum) throws {
    guard !whole.contains(part) else { return }
    try require(part.kind)
    guard try found() == (try sum(part.kind.rawValue, part.number)) ?? ManySum() else {
      throw part.kind.damage
    }
    whole.insert(part)
  }

  /// Holds the sums of a kind against the sum of them.
  private func require(_ kind: Kind) throws {
    guard !wholeKinds.contains(kind) else { return }
    var found = kind.beginning
    let rows = try Row.fetchCursor(
      db, sql: "SELECT part, rows, low, high FROM kept_sum WHERE kind = ?",
      arguments: [kind.rawValue])
    while let row = try rows.next() {
      found.add(kind.rawValue, try row.value(0), try ManySum(row, from: 1))
    }
    guard try top(kind) == found else { throw kind.damage }
    wholeKinds.insert(kind)
  }

  private func words(in part: Part) throws -> ManySum {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT word, rows, low, high FROM word_sum WHERE part = ?"),
      arguments: [part.number])
    var found = ManySum()
    while let row = try rows.next() {
      found.add(try row.value(0) as String, 0, try ManySum(row, from: 1))
    }
    return found
  }

  // MARK: The tables

  private func sum(_ kind: String, _ part: Int64) throws -> ManySum? {
    let sql = "SELECT rows, low, high FROM kept_sum WHERE kind = ? AND part = ?"
    return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [kind, part])
      .map { try ManySum($0, from: 0) }
  }

  private func sum(of word: String, in part: Part) throws -> ManySum? {
    let sql = "SELECT rows, low, high FROM word_sum WHERE part = ? AND word = ?"
    return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [part.number, word])
      .map { try ManySum($0, from: 0) }
  }

  private func top(_ kind: Kind) throws -> ManySum {
    guard let top = try sum("top", kind.number) else { throw kind.damage }
    return top
  }

  private func keep(_ sum: ManySum, _ kind: String, _ part: Int64) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO kept_sum VALUES (?, ?, ?, ?, ?)")
      .execute(arguments: [kind, part] + sum.arguments)
  }
}

extension KeptSums.Kind {
  fileprivate var number: Int64 { Int64(KeptSums.Kind.allCases.firstIndex(of: self) ?? 0) }

  /// The sum of no sums, which is not nought: what was emptied by hand is not taken for new.
  fileprivate var beginning: ManySum {
    var sum = ManySum()
    sum.add("the beginning of " + rawValue, 0)
    return sum
  }

  var damage: StorageFailure {
    .damaged("\(name) is not what was kept of it")
  }
}
