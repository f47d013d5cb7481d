import Bookkeeping
import Funding
import GRDB
import Storage

/// A ledger file while something is being written to it.
final class SQLiteWriter: LedgerWriter {
  private let queue: DatabaseQueue
  private var pen: Pen
  /// What could not be written, after which none of it is kept.
  private var failure: StorageFailure?

  /// Begins a piece of writing, which has to be ended.
  init(_ queue: DatabaseQueue) throws(StorageFailure) {
    self.queue = queue
    pen = try storing {
      try queue.inDatabase { db in
        if db.isInsideTransaction { throw StorageFailure.locked }
        try db.execute(sql: "BEGIN IMMEDIATE")
        do {
          return try Pen(db)
        } catch {
          try? db.execute(sql: "ROLLBACK")
          throw error
        }
      }
    }
  }

  /// Makes what was written last.
  func commit() throws(StorageFailure) {
    if let failure { throw failure }
    try storing {
      try queue.inDatabase { db in
        try pen.flows.flush()
        try db.execute(sql: "COMMIT")
      }
    }
  }

  /// Leaves the file as it was.
  func abandon() {
    // SQLite has rolled back by itself after some failures, and then there is nothing to undo.
    queue.inDatabase { db in try? db.execute(sql: "ROLLBACK") }
  }

  func append(_ drafts: [Draft]) async throws(StorageFailure) -> Int {
    try written { () throws(StorageFailure) in
      try storing { try queue.inDatabase { _ in try pen.append(drafts) } }
    }
  }

  func remember(_ rows: [SeenRow]) async throws(StorageFailure) {
    try written { () throws(StorageFailure) in
      try storing { try queue.inDatabase { _ in try pen.remember(rows) } }
    }
  }

  private func written<Value>(_ work: () throws(StorageFailure) -> Value) throws(StorageFailure)
    -> Value
  {
    if let failure { throw failure }
    do throws(StorageFailure) {
      return try work()
    } catch {
      failure = error
      throw error
    }
  }

  private func read<Value>(_ question: (BookReader) throws -> Value) throws(StorageFailure)
    -> Value
  {
    try storing { try queue.inDatabase { _ in try question(pen.reader) } }
  }

  func head() async throws(StorageFailure) -> Head { pen.head }

  func digest(of number: Int) async throws(StorageFailure) -> Digest? {
    try read { try $0.digest(of: number) }
  }

  func lastRecorded(by day: Day) async throws(StorageFailure) -> Int {
    try read { try $0.lastRecorded(by: day) }
  }

  func records(_ numbers: ClosedRange<Int>) async throws(StorageFailure) -> [JournalRecord] {
    try read { try $0.records(numbers) }
  }

  func records(mentioning mention: Mention) async throws(StorageFailure) -> [JournalRecord] {
    try read { try $0.records(mentioning: mention) }
  }

  func entriesByDay(in days: DaySpan, after place: DayPosition?, limit: Int)
    async throws(StorageFailure) -> [JournalRecord]
  {
    try read { try $0.entriesByDay(in: days, after: place, limit: limit) }
  }

  func entriesByDay(
    in days: DaySpan, touching accounts: Set<Account>, after place: DayPosition?, limit: Int
  ) async throws(StorageFailure) -> [JournalRecord] {
    try storing {
      try queue.inDatabase { _ in
        try pen.flows.flush()
        return try pen.reader.entriesByDay(
          in: days, touching: accounts, after: place, limit: limit)
      }
    }
  }

  func flows(_ query: FlowQuery) async throws(StorageFailure) -> [Flow] {
    try storing {
      try queue.inDatabase { _ in
        try pen.flows.flush()
        return try pen.reader.flows(query)
      }
    }
  }

  func balances(through day: Day) async throws(StorageFailure) -> [Coding: Money] {
    try read { try $0.balances(through: day) }
  }

  func occurrences(of rows: [RowIdentity]) async throws(StorageFailure) -> [RowIdentity: Int] {
    try read { try $0.occurrences(of: rows) }
  }

  func twins(of rows: [UInt64]) async throws(StorageFailure) -> [UInt64: [SeenRow]] {
    try read { try $0.twins(of: rows) }
  }

  func closedMonths() async throws(StorageFailure) -> Set<Month> {
    try read { try $0.closedMonths() }
  }
}
