package import Bookkeeping
package import Funding
package import Modelling
package import Reporting
import Storage

/// A pool as the reports on it read it from the ledger.
package struct PoolDesk {
  private let open: OpenBooks
  package let pool: PoolReference
  package let day: Day

  /// `day` is the day as of which to look; the day of the last record where none is given, so that
  /// one head gives the same bytes on every day.
  package init(_ books: OpenBooks, _ pool: PoolReference, on day: Day?) {
    open = books
    self.pool = pool
    self.day = books.lastDay(day)
  }

  package func agreement() async throws -> VariedAgreement? {
    try await open.agreement(on: pool, day)
  }

  /// The agreement, without which nobody can say whose money is left.
  package func agreementNeeded() async throws -> VariedAgreement {
    if let agreed = try await agreement() { return agreed }
    throw DeskFailure(
      .notFound,
      Diagnostic.error(
        "agreement-not-adopted", "no agreement on \(pool) that holds by \(day) has been adopted",
        why: "whose money is left is what the agreement says, and not what the program supposes",
        next: "write it, and adopt it: \(.adoptAgreement)"))
  }

  /// What the ledger holds of the pool.
  ///
  /// The flows say which accounts are the pool’s, so that no other entry is read.
  package func book() async throws -> PoolBook {
    var book = PoolBook(pool, through: day)
    let days = DaySpan(through: day)
    let accounts = try await open.books.flows(days)
      .flatMap { [$0.debit, $0.credit] }.filter { book.isAbout($0) }
    var pages = EntryPages(open.books, in: days, touching: Set(accounts))
    while let page = try await pages.next() {
      for record in page { book.follow(record) }
    }
    return book
  }

  /// What the ledger holds of the pool, where there is such a pool at all.
  package func knownBook() async throws -> PoolBook {
    let book = try await book()
    let chart = open.chart
    let isKept = [Fund.poolGeneral(pool), .poolEducation(pool)].contains { fund in
      chart.funds.contains { $0.value == fund }
    }
    if isKept || !book.isEmpty { return book }
    if try await agreement() != nil { return book }
    let known = chart.funds.compactMap(\.value.pool).reduce(into: Set()) { $0.insert($1) }
    throw DeskFailure(
      .notFound,
      Diagnostic.error(
        "pool-not-known", "the ledger keeps no pool \(pool)",
        next: known.isEmpty
          ? "add its funds to ledger.yaml, and run: \(.adoptSettings)"
          : "name one of: \(known.sorted().map(\.code).joined(separator: ", "))"))
  }
}
