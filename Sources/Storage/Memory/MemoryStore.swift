public import Bookkeeping
public import Funding

/// A ledger kept in memory: the reference that every other store is held to.
public struct MemoryStore: LedgerStore {
  private let keeper: Keeper

  public init() {
    keeper = Keeper()
  }

  /// Holds the books between pieces of writing, of which there is one at a time.
  private actor Keeper {
    private(set) var books = MemoryBooks()
    private var isWriting = false

    func begin() throws(StorageFailure) -> MemoryBooks {
      if isWriting { throw .locked }
      isWriting = true
      return books
    }

    func end(keeping new: MemoryBooks?) {
      if let new { books = new }
      isWriting = false
    }
  }

  public func write<Result>(
    _ work: (any LedgerWriter) async throws -> Result
  ) async throws -> Result {
    let writer = MemoryWriter(books: try await keeper.begin())
    do {
      let result = try await work(writer)
      if let refusal = writer.refusal { throw refusal }
      await keeper.end(keeping: writer.books)
      return result
    } catch {
      await keeper.end(keeping: nil)
      throw error
    }
  }

  public func verify(progress: @Sendable (Int) -> Void) async throws(StorageFailure) -> Verdict {
    await keeper.books.verified()
  }

  public func head() async -> Head { await keeper.books.head }

  public func digest(of number: Int) async -> Digest? { await keeper.books.digest(of: number) }

  public func lastRecorded(by day: Day) async -> Int { await keeper.books.lastRecorded(by: day) }

  public func records(_ numbers: ClosedRange<Int>) async -> [JournalRecord] {
    await keeper.books.records(numbers)
  }

  public func records(mentioning mention: Mention) async -> [JournalRecord] {
    await keeper.books.records(mentioning: mention)
  }

  public func entriesByDay(in days: DaySpan, after place: DayPosition?, limit: Int) async
    -> [JournalRecord]
  {
    await keeper.books.entriesByDay(in: days, after: place, limit: limit)
  }

  public func entriesByDay(
    in days: DaySpan, touching accounts: Set<Account>, after place: DayPosition?, limit: Int
  ) async -> [JournalRecord] {
    await keeper.books.entriesByDay(in: days, touching: accounts, after: place, limit: limit)
  }

  public func flows(_ query: FlowQuery) async -> [Flow] { await keeper.books.flows(query) }

  public func balances(through day: Day) async -> [Coding: Money] {
    await keeper.books.balances(through: day)
  }

  public func occurrences(of rows: [RowIdentity]) async -> [RowIdentity: Int] {
    await keeper.books.occurrences(of: rows)
  }

  public func twins(of rows: [UInt64]) async -> [UInt64: [SeenRow]] {
    await keeper.books.twins(of: rows)
  }

  public func closedMonths() async -> Set<Month> { await keeper.books.closedMonths }
}

/// The books of a memory store while something is being written to them.
private final class MemoryWriter: LedgerWriter {
  var books: MemoryBooks
  /// What could not be written, after which none of it is kept.
  private(set) var refusal: StorageFailure?

  init(books: MemoryBooks) {
    self.books = books
  }

  func append(_ drafts: [Draft]) async throws(StorageFailure) -> Int {
    if let refusal { throw refusal }
    do throws(StorageFailure) {
      return try books.append(drafts)
    } catch {
      refusal = error
      throw error
    }
  }

  func remember(_ rows: [SeenRow]) async { books.remember(rows) }

  func head() async -> Head { books.head }

  func digest(of number: Int) async -> Digest? { books.digest(of: number) }

  func lastRecorded(by day: Day) async -> Int { books.lastRecorded(by: day) }

  func records(_ numbers: ClosedRange<Int>) async -> [JournalRecord] { books.records(numbers) }

  func records(mentioning mention: Mention) async -> [JournalRecord] {
    books.records(mentioning: mention)
  }

  func entriesByDay(in days: DaySpan, after place: DayPosition?, limit: Int) async
    -> [JournalRecord]
  {
    books.entriesByDay(in: days, after: place, limit: limit)
  }

  func entriesByDay(
    in days: DaySpan, touching accounts: Set<Account>, after place: DayPosition?, limit: Int
  ) async -> [JournalRecord] {
    books.entriesByDay(in: days, touching: accounts, after: place, limit: limit)
  }

  func flows(_ query: FlowQuery) async -> [Flow] { books.flows(query) }

  func balances(through day: Day) async -> [Coding: Money] { books.balances(through: day) }

  func occurrences(of rows: [RowIdentity]) async -> [RowIdentity: Int] {
    books.occurrences(of: rows)
  }

  func twins(of rows: [UInt64]) async -> [UInt64: [SeenRow]] { books.twins(of: rows) }

  func closedMonths() async -> Set<Month> { books.closedMonths }
}
