import Bookkeeping
import Funding
import Storage

/// A store that gives one thing back otherwise than it was written.
struct Tampered: LedgerStore {
  let store: any LedgerStore
  let deed: Deed
  /// The record of an entry.
  let entry: Int

  /// What is done to what is given back.
  enum Deed: CaseIterable {
    case recordLeftOut, digestChanged, predecessorChanged, bodyChanged, dayChanged, amountChanged,
      movementLeftOut
    case endCut, flowChanged, flowLeftOut, wordLeftOut, rowLeftOut, rowDoubled, periodChanged
    case engineDamaged

    func fault(_ entry: Int) -> Verdict.Fault {
      switch self {
      case .recordLeftOut: .recordMissing(entry)
      case .digestChanged, .predecessorChanged, .bodyChanged, .dayChanged, .amountChanged,
        .movementLeftOut:
        .chainBroken(at: entry)
      case .endCut: .endMissing(after: entry - 1)
      case .flowChanged: .keptFigureDiffers("a balance of High needs")
      case .flowLeftOut: .keptFigureDiffers("a balance")
      case .wordLeftOut: .keptFigureDiffers("what records are filed under")
      case .rowLeftOut, .rowDoubled: .keptFigureDiffers("the list of rows that were posted")
      case .periodChanged: .keptFigureDiffers("the list of closed periods")
      case .engineDamaged: .damaged("a page")
      }
    }
  }

  func snapshot<Result>(
    _ work: (any StoreQuestions) async throws -> Result
  ) async throws -> Result {
    try await store.snapshot { try await work(TamperedQuestions($0, deed, entry)) }
  }

  func write<Result>(_ work: (any LedgerWriter) async throws -> Result) async throws -> Result {
    try await store.write(work)
  }

  func engineFault() -> Verdict.Fault? { deed == .engineDamaged ? .damaged("a page") : nil }
}

/// The questions of a store whose answers are tampered with.
private struct TamperedQuestions: StoreQuestions {
  private let sound: any StoreQuestions
  private let deed: Tampered.Deed
  private let entry: Int

  init(_ sound: any StoreQuestions, _ deed: Tampered.Deed, _ entry: Int) {
    self.sound = sound
    self.deed = deed
    self.entry = entry
  }

  func eachRecord(_ visit: (KeptRecord) -> Bool) async throws(StorageFailure) -> Bool {
    let isWhole = try await sound.eachRecord { kept in
      guard kept.stored.number == entry || (deed == .endCut && kept.stored.number > entry) else {
        return visit(kept)
      }
      return tampered(kept).map(visit) ?? true
    }
    return isWhole && deed != .endCut
  }

  private func tampered(_ kept: KeptRecord) -> KeptRecord? {
    let stored = kept.stored
    func other(
      day: Day? = nil, body: [UInt8]? = nil, movements: [Movement<Coding>]? = nil
    ) -> KeptRecord {
      KeptRecord(
        StoredRecord(
          number: stored.number, kindCode: stored.kindCode, day: day ?? stored.day,
          ownDay: stored.ownDay, recorded: stored.recorded, body: body ?? stored.body,
          movements: movements ?? stored.movements),
        digest: kept.digest, after: kept.previous,
        codings: (movements ?? stored.movements).isEmpty ? [] : kept.codings)
    }
    switch deed {
    case .recordLeftOut, .endCut: return nil
    case .digestChanged:
      return KeptRecord(stored, digest: .nothing, after: kept.previous, codings: kept.codings)
    case .predecessorChanged:
      return KeptRecord(stored, digest: kept.digest, after: kept.digest, codings: kept.codings)
    case .bodyChanged: return other(body: stored.body + [0])
    case .dayChanged: return other(day: stored.day?.advanced(by: 1))
    case .movementLeftOut: return other(movements: [])
    case .amountChanged:
      return other(
        movements: stored.movements.map {
          Movement($0.amount + Money(pence: 1), debit: $0.debit, credit: $0.credit)
        })
    case .flowChanged, .flowLeftOut, .wordLeftOut, .rowLeftOut, .rowDoubled, .periodChanged,
      .engineDamaged:
      return kept
    }
  }

  func eachKept(_ visit: (KeptRow) -> Void) async throws(StorageFailure) {
    var isDone = false
    try await sound.eachKept { row in
      guard !isDone else { return visit(row) }
      switch (deed, row) {
      case (.flowChanged, .flow(let flow, let day)):
        let more = Flow(
          flow.event, debit: flow.debit, credit: flow.credit, flow.amount + Money(pence: 1))
        visit(.flow(more, on: day))
      case (.flowLeftOut, .flow), (.wordLeftOut, .filed), (.rowLeftOut, .seen): break
      case (.rowDoubled, .seen):
        visit(row)
        visit(row)
      case (.periodChanged, .period(let month, let record, let isClosed)):
        visit(.period(month, record: record, isClosed: !isClosed))
      case (_, _): return visit(row)
      }
      isDone = true
    }
  }

  func head() async throws(StorageFailure) -> Head { try await sound.head() }

  func head(at number: Int) async throws(StorageFailure) -> Head? {
    try await sound.head(at: number)
  }

  func lastRecorded(by day: Day) async throws(StorageFailure) -> Int {
    try await sound.lastRecorded(by: day)
  }

  func records(_ numbers: ClosedRange<Int>) async throws(StorageFailure) -> [JournalRecord] {
    try await sound.records(numbers)
  }

  func records(mentioning mention: Mention, through last: Int)
    async throws(StorageFailure) -> [JournalRecord]
  {
    try await sound.records(mentioning: mention, through: last)
  }

  func records(mentioning mention: Mention, after first: Int, through last: Int)
    async throws(StorageFailure) -> [JournalRecord]
  {
    try await sound.records(mentioning: mention, after: first, through: last)
  }

  func records(mentioning mention: Mention, and other: Mention, through last: Int)
    async throws(StorageFailure) -> [JournalRecord]
  {
    try await sound.records(mentioning: mention, and: other, through: last)
  }

  func postings(of line: PlanLineReference, through last: Int)
    async throws(StorageFailure) -> [LinePosting]
  {
    try await sound.postings(of: line, through: last)
  }

  func entriesByDay(
    in days: DaySpan, touching accounts: Set<Account>?, through last: Int,
    after place: DayPosition?, limit: Int
  ) async throws(StorageFailure) -> [JournalRecord] {
    try await sound.entriesByDay(
      in: days, touching: accounts, through: last, after: place, limit: limit)
  }

  func flows(_ query: FlowQuery) async throws(StorageFailure) -> [Flow] {
    try await sound.flows(query)
  }

  func balances(by day: Day, through last: Int) async throws(StorageFailure) -> [Coding: Money] {
    try await sound.balances(by: day, through: last)
  }

  func seen(twins rows: [UInt64]) async throws(StorageFailure) -> [SeenRow] {
    try await sound.seen(twins: rows)
  }
}
