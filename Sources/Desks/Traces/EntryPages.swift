package import Funding
package import Storage

/// The entries of books a page at a time, in order of day and then number.
package struct EntryPages {
  private let books: Books
  private let days: DaySpan
  private let accounts: Set<Account>?
  private var place: DayPosition?
  private var isDone = false
  /// How many entries have been read so far.
  package private(set) var entries = 0

  private static let most = 1000

  /// Begins before the first entry.
  ///
  /// `accounts` leaves only entries that moved something in one of them; every entry, if none are given.
  package init(_ books: Books, in days: DaySpan = .always, touching accounts: Set<Account>? = nil) {
    self.books = books
    self.days = days
    self.accounts = accounts
  }

  /// The next page, or none after the last.
  package mutating func next() async throws(StorageFailure) -> [JournalRecord]? {
    if isDone { return nil }
    let page = try await books.entriesByDay(
      in: days, touching: accounts, after: place, limit: EntryPages.most)
    entries += page.count
    isDone = page.count < EntryPages.most
    guard let last = page.last, let day = last.content.day else { return nil }
    place = DayPosition(day: day, number: last.number)
    return page
  }
}
