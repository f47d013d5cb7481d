public import Bookkeeping
public import Funding
import GRDB
public import Storage

/// A ledger kept in one SQLite file.
public struct SQLiteStore: LedgerStore {
  let file: DatabaseFile

  /// Opens the ledger in a file that is there.
  public init(opening path: String) throws(StorageFailure) {
    file = try DatabaseFile(opening: path, as: .ledger)
  }

  /// Makes a new ledger, in a file that is not there yet.
  public init(creating path: String) throws(StorageFailure) {
    file = try DatabaseFile(creating: path, as: .ledger)
  }

  public func write<Result>(
    _ work: (any LedgerWriter) async throws -> Result
  ) async throws -> Result {
    let writer = try SQLiteWriter(file.queue)
    do {
      let result = try await work(writer)
      try writer.commit()
      return result
    } catch {
      writer.abandon()
      throw error
    }
  }

  private func read<Value>(_ question: (BookReader) throws -> Value) throws(StorageFailure)
    -> Value
  {
    try storing {
      try file.queue.inDatabase { db in
        // What is being written on this connection is nobody's to read until it is kept.
        try db.isInsideTransaction
          ? file.aside().inDatabase { try question(BookReader($0)) } : question(BookReader(db))
      }
    }
  }

  public func head() async throws(StorageFailure) -> Head { try read { try $0.head() } }

  public func digest(of number: Int) async throws(StorageFailure) -> Digest? {
    try read { try $0.digest(of: number) }
  }

  public func lastRecorded(by day: Day) async throws(StorageFailure) -> Int {
    try read { try $0.lastRecorded(by: day) }
  }

  public func records(_ numbers: ClosedRange<Int>) async throws(StorageFailure) -> [JournalRecord] {
    try read { try $0.records(numbers) }
  }

  public func records(mentioning mention: Mention) async throws(StorageFailure) -> [JournalRecord] {
    try read { try $0.records(mentioning: mention) }
  }

  public func entriesByDay(in days: DaySpan, after place: DayPosition?, limit: Int)
    async throws(StorageFailure) -> [JournalRecord]
  {
    try read { try $0.entriesByDay(in: days, after: place, limit: limit) }
  }

  public func entriesByDay(
    in days: DaySpan, touching accounts: Set<Account>, after place: DayPosition?, limit: Int
  ) async throws(StorageFailure) -> [JournalRecord] {
    try read {
      try $0.entriesByDay(in: days, touching: accounts, after: place, limit: limit)
    }
  }

  public func flows(_ query: FlowQuery) async throws(StorageFailure) -> [Flow] {
    try read { try $0.flows(query) }
  }

  public func balances(through day: Day) async throws(StorageFailure) -> [Coding: Money] {
    try read { try $0.balances(through: day) }
  }

  public func occurrences(of rows: [RowIdentity]) async throws(StorageFailure)
    -> [RowIdentity: Int]
  {
    try read { try $0.occurrences(of: rows) }
  }

  public func twins(of rows: [UInt64]) async throws(StorageFailure) -> [UInt64: [SeenRow]] {
    try read { try $0.twins(of: rows) }
  }

  public func closedMonths() async throws(StorageFailure) -> Set<Month> {
    try read { try $0.closedMonths() }
  }
}
