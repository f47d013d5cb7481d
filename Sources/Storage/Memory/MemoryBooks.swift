import Bookkeeping
import Funding

/// What a ledger is, said as plainly as it can be: records in a row, and questions answered by
/// looking at all of them.
struct MemoryBooks: Sendable {
  private(set) var records: [JournalRecord] = []
  private var digests: [Digest] = []
  private var filed: [Mention: [Int]] = [:]
  private var seen: [SeenRow] = []

  var head: Head {
    guard let last = records.last, let digest = digests.last else { return .none }
    return Head(number: last.number, digest: digest, recorded: last.recorded)
  }

  mutating func append(_ drafts: [Draft]) throws(StorageFailure) -> Int {
    let first = records.count + 1
    var chain = Chain(after: digests.last ?? .nothing)
    var closed = closedMonths
    for draft in drafts {
      if let last = records.last?.recorded, draft.recorded < last {
        throw .recordedBefore(draft.recorded, last: last)
      }
      if let day = draft.content.entry?.day, closed.contains(Month(of: day)) {
        throw .refused("\(Month(of: day)) is closed")
      }
      let record = draft.numbered(records.count + 1)
      digests.append(chain.link(StoredRecord(record)))
      records.append(record)
      for mention in record.content.mentions {
        filed[mention, default: []].append(record.number)
      }
      if record.content.fact != nil { closed = closedMonths }
    }
    return first
  }

  mutating func remember(_ rows: [SeenRow]) { seen += rows }

  func digest(of number: Int) -> Digest? {
    digests.indices.contains(number - 1) ? digests[number - 1] : nil
  }

  func lastRecorded(by day: Day) -> Int { records.last { $0.recorded <= day }?.number ?? 0 }

  func records(_ numbers: ClosedRange<Int>) -> [JournalRecord] {
    let wanted = numbers.clamped(to: 1...max(records.count, 1))
    return records.isEmpty || !wanted.overlaps(numbers)
      ? [] : Array(records[wanted.lowerBound - 1..<wanted.upperBound])
  }

  func records(mentioning mention: Mention) -> [JournalRecord] {
    (filed[mention] ?? []).map { records[$0 - 1] }
  }

  func entriesByDay(in days: DaySpan, after place: DayPosition?, limit: Int) -> [JournalRecord] {
    records.compactMap { record -> (DayPosition, JournalRecord)? in
      guard let day = record.content.entry?.day, days.contains(day) else { return nil }
      return (DayPosition(day: day, number: record.number), record)
    }
    .filter { position, _ in place.map { $0 < position } ?? true }
    .sorted { $0.0 < $1.0 }.prefix(limit).map(\.1)
  }

  func entriesByDay(
    in days: DaySpan, touching accounts: Set<Account>, after place: DayPosition?, limit: Int
  ) -> [JournalRecord] {
    Array(
      entriesByDay(in: days, after: place, limit: records.count).filter { record in
        record.content.flows.contains {
          accounts.contains($0.debit) || accounts.contains($0.credit)
        }
      }.prefix(limit))
  }

  func flows(_ query: FlowQuery) -> [Flow] {
    var sums: [FlowKey: Money] = [:]
    for record in records.prefix(query.knownAt ?? records.count) {
      guard let day = record.content.entry?.day, query.days.contains(day) else { continue }
      for flow in record.content.flows where query.includes(flow) {
        sums[FlowKey(flow), default: .zero] += flow.amount
      }
    }
    return sums.compactMap { $1 == .zero ? nil : $0.flow($1) }
  }

  func balances(through day: Day) -> [Coding: Money] {
    var sums: [Coding: Money] = [:]
    for entry in records.compactMap(\.content.entry) where entry.day <= day {
      for movement in entry.movements {
        sums[movement.debit, default: .zero] += movement.amount
        sums[movement.credit, default: .zero] -= movement.amount
      }
    }
    return sums.filter { $0.value != .zero }
  }

  func occurrences(of rows: [RowIdentity]) -> [RowIdentity: Int] {
    let (wanted, undone) = (Set(rows), undoneImports)
    return seen.filter { wanted.contains($0.identity) && !undone.contains($0.batch) }
      .reduce(into: [:]) { $0[$1.identity, default: 0] += 1 }
  }

  func twins(of rows: [UInt64]) -> [UInt64: [SeenRow]] {
    let (wanted, undone) = (Set(rows), undoneImports)
    return Dictionary(
      grouping: seen.filter { wanted.contains($0.identity.twin) && !undone.contains($0.batch) },
      by: \.identity.twin)
  }

  var closedMonths: Set<Month> {
    records.compactMap(\.content.fact).reduce(into: []) { months, fact in
      guard let month = Month(fact.subject) else { return }
      if fact.kind == .periodClosed { months.insert(month) }
      if fact.kind == .periodReopened { months.remove(month) }
    }
  }

  private var undoneImports: Set<Int> {
    Set(
      records(mentioning: .fact(.importUndone))
        .compactMap { $0.content.fact.flatMap { ImportReference($0.subject)?.number } })
  }

  func verified() -> Verdict {
    var chain = Chain(after: .nothing)
    for (record, digest) in zip(records, digests)
    where chain.link(StoredRecord(record)) != digest {
      return .faulty(.chainBroken(at: record.number))
    }
    let entries = records.compactMap(\.content.entry)
    return .sound(
      head, entries: entries.count, movements: entries.map(\.movements.count).reduce(0, +))
  }
}

/// Which flow an amount belongs to.
private struct FlowKey: Hashable {
  let event: EventKind
  let debit: Account
  let credit: Account

  init(_ flow: Flow) {
    event = flow.event
    debit = flow.debit
    credit = flow.credit
  }

  func flow(_ amount: Money) -> Flow { Flow(event, debit: debit, credit: credit, amount) }
}
