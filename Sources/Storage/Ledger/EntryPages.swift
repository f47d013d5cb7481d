import Bookkeeping
package import Funding

/// The entries of some days a page at a time, in order of day and then number.
///
/// What moved in them is held against the flows of those days when the last has been read: an entry that was
/// taken out, or put on another day by hand, is missed.
package struct EntryPages<Reading: LedgerReading> {
  private let books: Reading
  private let days: DaySpan
  private let accounts: Set<Account>?
  private var place: DayPosition?
  private var isDone = false
  /// What has still to be met of each kind of event and pair of accounts.
  private var left: [Way: Money]?
  /// How many entries have been read so far.
  package private(set) var entries = 0

  private struct Way: Hashable {
    let event: EventKind
    let debit: Account
    let credit: Account
  }

  /// Begins before the first entry.
  ///
  /// `accounts` leaves only entries that moved something in one of them; every entry, if none are given.
  package init(
    _ books: Reading, in days: DaySpan = .always, touching accounts: Set<Account>? = nil
  ) {
    self.books = books
    self.days = days
    self.accounts = accounts
  }

  /// The next page, or none after the last.
  ///
  /// - Throws: ``StorageFailure/damaged(_:)`` where the entries do not come to the flows.
  package mutating func next() async throws(StorageFailure) -> [JournalRecord]? {
    if isDone { return nil }
    if left == nil {
      left = [:]
      for flow in try await books.flows(days) { count(flow.amount, flow) }
    }
    let page = try await books.entriesByDay(
      in: days, touching: accounts, after: place, limit: 1000)
    for record in page {
      for flow in record.content.flows { count(-flow.amount, flow) }
    }
    entries += page.count
    isDone = page.count < 1000
    if isDone, left?.values.contains(where: { $0 != .zero }) ?? false {
      throw .damaged("the entries of a day are not what moved on it")
    }
    guard let last = page.last, let day = last.content.day else { return nil }
    place = DayPosition(day: day, number: last.number)
    return page
  }

  private mutating func count(_ amount: Money, _ flow: Flow) {
    guard accounts.map({ $0.contains(flow.debit) || $0.contains(flow.credit) }) ?? true else {
      return
    }
    let way = Way(event: flow.event, debit: flow.debit, credit: flow.credit)
    left?[way, default: .zero] += amount
  }
}
