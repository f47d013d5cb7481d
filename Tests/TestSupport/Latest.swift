import Bookkeeping
import Funding
public import Storage

/// What a store holds now, for tests that write between their questions: each is asked of a snapshot of its
/// own, which no report may do.
public struct Latest: LedgerReading {
  public let questions: any StoreQuestions
  public let last = Int.max
}

extension LedgerStore {
  /// What it holds now.
  public var latest: Latest { Latest(questions: EachMoment(store: self)) }
}

/// A store as it stands at each question, which is asked of a snapshot of its own.
private struct EachMoment: StoreQuestions {
  let store: any LedgerStore

  private func ask<Value>(
    _ question: (any StoreQuestions) async throws -> Value
  ) async throws(StorageFailure) -> Value {
    do {
      return try await store.snapshot(question)
    } catch let failure as StorageFailure {
      throw failure
    } catch {
      preconditionFailure("a snapshot fails only as a store does")
    }
  }

  func head() async throws(StorageFailure) -> Head { try await ask { try await $0.head() } }

  func head(at number: Int) async throws(StorageFailure) -> Head? {
    try await ask { try await $0.head(at: number) }
  }

  func lastRecorded(by day: Day) async throws(StorageFailure) -> Int {
    try await ask { try await $0.lastRecorded(by: day) }
  }

  func records(_ numbers: ClosedRange<Int>) async throws(StorageFailure) -> [JournalRecord] {
    try await ask { try await $0.records(numbers) }
  }

  func records(mentioning mention: Mention, through last: Int)
    async throws(StorageFailure) -> [JournalRecord]
  {
    try await ask { try await $0.records(mentioning: mention, through: last) }
  }

  func records(mentioning mention: Mention, after first: Int, through last: Int)
    async throws(StorageFailure) -> [JournalRecord]
  {
    try await ask { try await $0.records(mentioning: mention, after: first, through: last) }
  }

  func records(mentioning mention: Mention, and other: Mention, through last: Int)
    async throws(StorageFailure) -> [JournalRecord]
  {
    try await ask { try await $0.records(mentioning: mention, and: other, through: last) }
  }

  func postings(of line: PlanLineReference, through last: Int)
    async throws(StorageFailure) -> [LinePosting]
  {
    try await ask { try await $0.postings(of: line, through: last) }
  }

  func entriesByDay(
    in days: DaySpan, touching accounts: Set<Account>?, through last: Int,
    after place: DayPosition?, limit: Int
  ) async throws(StorageFailure) -> [JournalRecord] {
    try await ask {
      try await $0.entriesByDay(
        in: days, touching: accounts, through: last, after: place, limit: limit)
    }
  }

  func flows(_ query: FlowQuery) async throws(StorageFailure) -> [Flow] {
    try await ask { try await $0.flows(query) }
  }

  func balances(by day: Day, through last: Int) async throws(StorageFailure) -> [Coding: Money] {
    try await ask { try await $0.balances(by: day, through: last) }
  }

  func seen(twins rows: [UInt64]) async throws(StorageFailure) -> [SeenRow] {
    try await ask { try await $0.seen(twins: rows) }
  }

  func eachRecord(_ visit: (KeptRecord) -> Bool) async throws(StorageFailure) -> Bool {
    try await ask { try await $0.eachRecord(visit) }
  }

  func eachKept(_ visit: (KeptRow) -> Void) async throws(StorageFailure) {
    try await ask { try await $0.eachKept(visit) }
  }
}
