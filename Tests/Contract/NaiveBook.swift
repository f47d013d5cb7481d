import Bookkeeping
import Funding
import Storage

/// Answers found by adding up a list of records and rows.
struct NaiveBook {
  let records: [JournalRecord]
  let rows: [SeenRow]

  /// A flow without its amount.
  private struct Path: Hashable {
    let event: EventKind
    let debit: Account
    let credit: Account
  }

  func flows(_ query: FlowQuery) -> Set<Flow> {
    var sums: [Path: Money] = [:]
    for record in records where record.number <= query.last {
      guard case .posted(let event, let entry) = record.content else { continue }
      if let first = query.days.first, entry.day < first { continue }
      if let last = query.days.last, entry.day > last { continue }
      for movement in entry.movements {
        let (debit, credit) = (Account(movement.debit), Account(movement.credit))
        if let wanted = query.account, wanted != debit, wanted != credit { continue }
        if case .reverses = entry.correction {
          sums[Path(event: event, debit: credit, credit: debit), default: .zero] -= movement.amount
        } else {
          sums[Path(event: event, debit: debit, credit: credit), default: .zero] += movement.amount
        }
      }
    }
    return Set(
      sums.filter { $0.value != .zero }.map {
        Flow($0.key.event, debit: $0.key.debit, credit: $0.key.credit, $0.value)
      })
  }

  func balances(through day: Day) -> [Coding: Money] {
    var sums: [Coding: Money] = [:]
    for case .posted(_, let entry) in records.map(\.content) where entry.day <= day {
      for posting in entry.postings {
        sums[posting.standing, default: .zero] +=
          posting.side == .debit ? posting.amount : -posting.amount
      }
    }
    return sums.filter { $0.value != .zero }
  }

  func byDay(_ span: DaySpan) -> [JournalRecord] {
    let dated = records.compactMap { record in record.content.entry.map { ($0.day, record) } }
    return dated.filter { span.contains($0.0) }
      .sorted { ($0.0, $0.1.number) < ($1.0, $1.1.number) }.map(\.1)
  }

  func byDay(_ span: DaySpan, touching accounts: Set<Account>) -> [JournalRecord] {
    byDay(span).filter { record in
      let postings = record.content.entry?.postings ?? []
      return postings.contains { accounts.contains(Account($0.standing)) }
    }
  }

  var closed: Set<Month> {
    let facts = records.compactMap(\.content.fact).filter { !isTakenBack($0) }
    let opens = facts.last { $0.kind == .ledgerOpened }.flatMap { Charter($0)?.firstYear.first }
    var closed: Set<Month> = []
    for fact in facts {
      guard let month = Month(fact.subject) else { continue }
      if fact.kind == .periodReopened { closed.remove(month) }
      guard fact.kind == .periodClosed else { continue }
      // A month before it is closed with it.
      var earlier = opens.map { Month(of: $0) } ?? month
      while earlier < month {
        closed.insert(earlier)
        earlier = earlier.next
      }
      closed.insert(month)
    }
    return closed
  }

  private var undone: [String] {
    records.compactMap(\.content.fact).filter { $0.kind == .importUndone }.map(\.subject)
  }

  /// Whether a fact came by a row of an import that was taken back.
  private func isTakenBack(_ fact: Fact) -> Bool {
    guard case .row(let row) = fact.source.origin else { return false }
    return undone.contains(ImportReference(row.batch).code)
  }

  /// The rows whose imports were not taken back.
  var standingRows: [SeenRow] {
    let undone = undone
    return rows.filter { !undone.contains(ImportReference($0.batch).code) }
  }
}
