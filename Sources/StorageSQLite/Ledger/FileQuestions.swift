import Bookkeeping
import Foundation
import Funding
import GRDB
import Storage

/// Answers questions from a ledger file, over a connection whose transaction somebody else ends.
actor FileQuestions: StoreQuestions {
  let queue: DatabaseQueue
  let codings: CodingTable
  /// The sums that what is kept beside the chain is held against.
  let sums: KeptSums
  let reader: RecordReader
  /// What writes over the same connection, where something does.
  var writing: FileWriting?
  private var filed = Filed<JournalRecord>(most: 4096) { $0.number }
  private var postings = Filed<LinePosting>(most: 16_384) { $0.record }
  /// What was recorded after a record that was asked for, kept for the next question at that point.
  var later: LaterFlows?

  /// The last record as this connection sees it, once it has been asked for.
  private var end: Head?

  /// `isWriting` is whether the transaction is one that writes.
  init(_ queue: DatabaseQueue, isWriting: Bool = false) throws(StorageFailure) {
    self.queue = queue
    (codings, sums, writing) = try storing {
      try queue.inDatabase { db in
        let sums = KeptSums(db)
        let codings = CodingTable(db, sums)
        // What is written now goes with other sums.
        if isWriting { try sums.requireSeal() }
        return (codings, sums, isWriting ? try FileWriting(db, codings, sums) : nil)
      }
    }
    reader = RecordReader(codings, sums)
  }

  /// Runs a question on the connection.
  func ask<Value>(_ question: (Database) throws -> Value) throws(StorageFailure) -> Value {
    try storing {
      try queue.inDatabase { db in
        if try writing?.settle() ?? false { end = nil }
        return try question(db)
      }
    }
  }

  /// Runs a question that what the file keeps beside the chain has to be up to date for.
  func askOfKept<Value>(_ question: (Database) throws -> Value) throws(StorageFailure) -> Value {
    try ask { db in
      try writing?.flush()
      return try question(db)
    }
  }

  /// The last record, which stays so until something is written.
  func lastHead(_ db: Database) throws -> Head {
    if let end { return end }
    let found = try db.lastHead()
    end = found
    return found
  }

  func head() async throws(StorageFailure) -> Head { try ask { try lastHead($0) } }

  func head(at number: Int) async throws(StorageFailure) -> Head? {
    try ask { try $0.head("WHERE number = ?", [number]) }
  }

  /// Holds a record, if there is one of that number, against its digest: its day of recording is looked at.
  private func requireSound(_ db: Database, _ number: Int) throws {
    _ = try reader.records(db, in: number...number)
  }

  func lastRecorded(by day: Day) async throws(StorageFailure) -> Int {
    try ask { db in
      // The day of recording never goes back, so the numbers can be halved until they are found.
      var (low, high) = (0, try lastHead(db).number)
      while low < high {
        let middle = (low + high + 1) / 2
        let found = try db.numbers("SELECT recorded FROM record WHERE number = ?", [Int64(middle)])
        guard let recorded = found.first else {
          throw StorageFailure.damaged("record \(middle) is missing")
        }
        if recorded <= day.packed { low = middle } else { high = middle - 1 }
      }
      // One that was changed by hand is one of the two between which the search came to its end, or misled nobody.
      try requireSound(db, low)
      try requireSound(db, low + 1)
      return low
    }
  }

  func records(_ numbers: ClosedRange<Int>) async throws(StorageFailure) -> [JournalRecord] {
    try ask { db in
      let found = try reader.records(db, in: numbers)
      let last = min(numbers.upperBound, try lastHead(db).number)
      guard found.count == max(0, last - max(numbers.lowerBound, 1) + 1) else {
        throw RecordReader.recordGone
      }
      return found
    }
  }

  func records(mentioning mention: Mention, through last: Int)
    async throws(StorageFailure) -> [JournalRecord]
  {
    try ask { db in
      try sums.require(word: mention.text)
      let end = min(last, try lastHead(db).number)
      return try filed.items(under: mention.text, through: end) { first in
        try reader.records(db, mentioning: mention, in: first...end)
      }
    }
  }

  func records(mentioning mention: Mention, after first: Int, through last: Int)
    async throws(StorageFailure) -> [JournalRecord]
  {
    try ask { db in
      try sums.require(word: mention.text)
      let end = min(last, try lastHead(db).number)
      return first < end ? try reader.records(db, mentioning: mention, in: first + 1...end) : []
    }
  }

  func records(mentioning mention: Mention, and other: Mention, through last: Int)
    async throws(StorageFailure) -> [JournalRecord]
  {
    try ask { db in
      try sums.require(word: mention.text)
      try sums.require(word: other.text)
      let numbers = try db.numbers(
        """
        SELECT one.record FROM mention AS one WHERE one.word = ? AND one.record <= ? AND EXISTS (
          SELECT 1 FROM mention AS other WHERE other.word = ? AND other.record = one.record)
        ORDER BY one.record
        """, [mention.text, last, other.text])
      var found: [JournalRecord] = []
      for number in numbers.map({ Int($0) }) {
        try reader.each(db, in: number...number) { found.append($0) }
      }
      return found
    }
  }

  func postings(of line: PlanLineReference, through last: Int)
    async throws(StorageFailure) -> [LinePosting]
  {
    try ask { db in
      let end = min(last, try lastHead(db).number)
      return try postings.items(under: line.code, through: end) { first in
        // From the beginning they are held against their sum; what was added since is our own.
        first == 1
          ? try sums.postings(of: line.code).filter { $0.record <= end }
          : try LinePostings.postings(db, of: line.code, in: first...end)
      }
    }
  }

  func entriesByDay(
    in days: DaySpan, touching accounts: Set<Account>?, through last: Int,
    after place: DayPosition?, limit: Int
  ) async throws(StorageFailure) -> [JournalRecord] {
    try askOfKept { db in
      try sums.requireFlows()
      let wanted = try accounts.map { accounts in
        try accounts.compactMap { try db.number(of: $0) }.sorted()
      }
      let (first, end) = (days.first?.packed ?? 0, days.last?.packed ?? Int64.max)
      guard first <= end else { return [] }
      try sums.requireDays(first...end)
      var found: [JournalRecord] = []
      // The rest of a day, and then the days after it: where both are asked for at once, each page goes
      // through the day from its beginning.
      if let place, first <= place.day.packed, place.day.packed <= end {
        found = try entries(
          db, "day = ?1", "record.number > ?2", place.day.packed, Int64(place.number),
          through: last, wanted, limit: limit)
      }
      let next = max(first, place.map { $0.day.packed + 1 } ?? first)
      if found.count < limit {
        found += try entries(
          db, "day BETWEEN ?1 AND ?2", "TRUE", next, end, through: last, wanted,
          limit: limit - found.count)
      }
      return found
    }
  }

  /// `days` and `place` are what a day and a record have to be, of the first two arguments.
  private func entries(
    _ db: Database, _ days: String, _ place: String, _ first: Int64, _ second: Int64,
    through last: Int, _ accounts: [Int64]?, limit: Int
  ) throws -> [JournalRecord] {
    var arguments: StatementArguments = [first, second, last]
    var condition =
      "record.\(days) AND \(place) AND record.number <= ?3 AND record.kind NOT LIKE 'note:%'"
    if let accounts {
      arguments += ["[" + accounts.map(String.init).joined(separator: ",") + "]"]
      condition += FileQuestions.touching(days)
    }
    return try reader.records(
      db, where: condition, arguments, order: "record.day, record.number", limit: limit)
  }

  /// The flows say on which days there is anything, so the other days are not looked at.
  private static func touching(_ days: String) -> String {
    let wanted = "(SELECT value FROM json_each(?4))"
    return """
       AND record.day IN (
        SELECT day FROM flow WHERE \(days) AND (debit IN \(wanted) OR credit IN \(wanted)))
      AND EXISTS (
        SELECT 1 FROM movement JOIN coding ON coding.id IN (movement.debit, movement.credit)
        WHERE movement.record = record.number AND coding.account IN \(wanted))
      """
  }
}

extension Database {
  /// The last record of the file.
  func lastHead() throws -> Head { try head("ORDER BY number DESC LIMIT 1") ?? .none }

  fileprivate func head(_ which: String, _ arguments: StatementArguments = []) throws -> Head? {
    let statement = try cachedStatement(sql: "SELECT number, digest, recorded FROM record \(which)")
    return try Row.fetchOne(statement, arguments: arguments).map { row in
      Head(number: try row.value(0), digest: try row.digest(1), recorded: try row.day(2))
    }
  }

  /// The number of an account, or none where nothing has been posted to it.
  func number(of account: Account) throws -> Int64? {
    let found = try numbers("SELECT id FROM account WHERE text = ?", [account.description])
    guard let id = found.first else { return nil }
    // What an index says is held against the row.
    guard try texts("SELECT text FROM account WHERE id = ?", [id]) == [account.description] else {
      throw StorageFailure.damaged("an account is not the one that its index names")
    }
    return id
  }
}
