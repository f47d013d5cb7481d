import Bookkeeping
import Funding

/// What a ledger is, said as plainly as it can be: records in a row, and questions answered by
/// looking at all of them.
struct MemoryBooks: Sendable {
  private(set) var records: [JournalRecord] = []
  private var digests: [Digest] = []
  private var filed: [Mention: [Int]] = [:]
  private var seen: [SeenRow] = []
  private var periods: [(record: Int, month: Month, isClosed: Bool)] = []

  mutating func append(_ drafts: [Draft]) throws(StorageFailure) -> Int {
    let first = records.count + 1
    var chain = Chain(after: digests.last ?? .nothing)
    for draft in drafts {
      if let last = records.last?.recorded, draft.recorded < last {
        throw .recordedBefore(draft.recorded, last: last)
      }
      if let day = draft.content.entry?.day, isClosed(Month(of: day)) {
        throw .refused("\(Month(of: day)) is closed")
      }
      let record = draft.numbered(records.count + 1)
      digests.append(chain.link(StoredRecord(record)))
      records.append(record)
      for mention in record.content.mentions {
        filed[mention, default: []].append(record.number)
      }
      if let fact = record.content.fact {
        if let closed = PeriodClosed(fact) { periods.append((record.number, closed.month, true)) }
        if let open = PeriodReopened(fact) { periods.append((record.number, open.month, false)) }
      }
    }
    return first
  }

  private func isClosed(_ month: Month) -> Bool {
    periods.last { $0.month == month }?.isClosed ?? false
  }

  mutating func remember(_ rows: [SeenRow]) { seen += rows }
}

extension MemoryBooks: StoreQuestions {
  func head() -> Head { head(at: records.count) ?? .none }

  func head(at number: Int) -> Head? {
    guard records.indices.contains(number - 1) else { return nil }
    let record = records[number - 1]
    return Head(number: number, digest: digests[number - 1], recorded: record.recorded)
  }

  func lastRecorded(by day: Day) -> Int { records.last { $0.recorded <= day }?.number ?? 0 }

  func records(_ numbers: ClosedRange<Int>) -> [JournalRecord] {
    let (first, last) = (max(numbers.lowerBound, 1), min(numbers.upperBound, records.count))
    return first > last ? [] : Array(records[first - 1..<last])
  }

  func records(mentioning mention: Mention, through last: Int) -> [JournalRecord] {
    (filed[mention] ?? []).filter { $0 <= last }.map { records[$0 - 1] }
  }

  func records(mentioning mention: Mention, after first: Int, through last: Int)
    -> [JournalRecord]
  {
    records(mentioning: mention, through: last).filter { $0.number > first }
  }

  func records(mentioning mention: Mention, and other: Mention, through last: Int)
    -> [JournalRecord]
  {
    let both = Set(filed[other] ?? [])
    return records(mentioning: mention, through: last).filter { both.contains($0.number) }
  }

  func postings(of line: PlanLineReference, through last: Int) -> [LinePosting] {
    records.prefix(last).flatMap(\.linePostings).filter { $0.line == line }.map(\.posting)
  }

  func entriesByDay(
    in days: DaySpan, touching accounts: Set<Account>?, through last: Int,
    after place: DayPosition?, limit: Int
  ) -> [JournalRecord] {
    records.prefix(last).compactMap { record -> (DayPosition, JournalRecord)? in
      guard let day = record.content.entry?.day, days.contains(day) else { return nil }
      return (DayPosition(day: day, number: record.number), record)
    }
    .filter { position, record in
      place.map { $0 < position } ?? true && accounts.map(record.touches) ?? true
    }
    .sorted { $0.0 < $1.0 }.prefix(limit).map(\.1)
  }

  func flows(_ query: FlowQuery) -> [Flow] {
    var sums: [FlowKey: Money] = [:]
    for record in records.prefix(query.last) {
      guard let day = record.content.entry?.day, query.days.contains(day) else { continue }
      for flow in record.content.flows where query.includes(flow) {
        sums[FlowKey(flow), default: .zero] += flow.amount
      }
    }
    return sums.compactMap { $1 == .zero ? nil : $0.flow($1) }
  }

  func balances(by day: Day, through last: Int) -> [Coding: Money] {
    var sums: [Coding: Money] = [:]
    for entry in records.prefix(last).compactMap(\.content.entry) where entry.day <= day {
      for movement in entry.movements {
        sums[movement.debit, default: .zero] += movement.amount
        sums[movement.credit, default: .zero] -= movement.amount
      }
    }
    return sums.filter { $0.value != .zero }
  }

  func seen(twins rows: [UInt64]) -> [SeenRow] {
    let wanted = Set(rows)
    return seen.filter { wanted.contains($0.identity.twin) }
  }

  func eachRecord(_ visit: (KeptRecord) -> Bool) -> Bool {
    var numbers: [Coding: Int] = [:]
    var previous = Digest.nothing
    for (record, digest) in zip(records, digests) {
      let stored = StoredRecord(record)
      let codings = stored.movements.flatMap { [$0.debit, $0.credit] }
      for coding in codings where numbers[coding] == nil { numbers[coding] = numbers.count }
      let kept = KeptRecord(
        stored, digest: digest, after: previous, codings: codings.compactMap { numbers[$0] })
      previous = digest
      guard visit(kept) else { break }
    }
    return true
  }

  func eachKept(_ visit: (KeptRow) -> Void) {
    for day in Set(records.compactMap(\.content.entry?.day)) {
      for flow in flows(FlowQuery(DaySpan(day...day))) { visit(.flow(flow, on: day)) }
    }
    for (stretch, records) in Dictionary(grouping: records, by: { Stretch.of($0.number) }) {
      for (day, records) in Dictionary(grouping: records, by: \.content.entry?.day) {
        guard let day else { continue }
        let sums = records.flatMap(\.content.flows).reduce(into: [FlowKey: Money]()) {
          $0[FlowKey($1), default: .zero] += $1.amount
        }
        for (key, amount) in sums { visit(.stretch(stretch, key.flow(amount), on: day)) }
      }
    }
    for (line, posting) in records.flatMap(\.linePostings) { visit(.posting(posting, of: line)) }
    for (mention, numbers) in filed {
      for number in numbers { visit(.filed(under: mention.text, record: number)) }
    }
    for row in seen { visit(.seen(row)) }
    for (number, month, isClosed) in periods {
      visit(.period(month, record: number, isClosed: isClosed))
    }
  }
}

extension JournalRecord {
  fileprivate func touches(_ accounts: Set<Account>) -> Bool {
    content.flows.contains { accounts.contains($0.debit) || accounts.contains($0.credit) }
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
