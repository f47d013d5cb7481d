package import Bookkeeping
package import Funding
package import Modelling
package import Reporting
import Storage

/// A pool as the reports on it read it from the ledger.
package struct PoolDesk {
  private let ledger: OpenLedger
  package let pool: ContractReference
  package let day: Day
  private let knownAt: Int?

  /// `day` is the day as of which to look; the day of the last record where none is given, so that
  /// one head gives the same bytes on every day.
  package init(_ ledger: OpenLedger, _ pool: ContractReference, on day: Day?, knownAt: Int?)
    async throws
  {
    self.ledger = ledger
    self.pool = pool
    self.knownAt = knownAt
    self.day = try await ledger.lastDay(day, knownAt: knownAt)
  }

  package func agreement() async throws -> VariedAgreement? {
    try await AgreementDesk(ledger).agreement(on: pool, day, knownAt: knownAt)
  }

  /// The agreement, without which nobody can say whose money is left.
  package func agreementNeeded() async throws -> VariedAgreement {
    if let agreed = try await agreement() { return agreed }
    throw DeskFailure(
      .notFound,
      Diagnostic(
        .error, "agreement-not-adopted",
        problem: "no agreement on \(pool) that holds by \(day) has been adopted",
        why: "whose money is left is what the agreement says, and not what the program supposes",
        next: "write it, and adopt it: sendledger pool agree FILE"))
  }

  /// What the ledger holds of the pool.
  ///
  /// The flows say which accounts are the pool’s, so that no other entry is read.
  package func book() async throws -> PoolBook {
    var book = PoolBook(pool, through: day)
    let days = DaySpan(through: day)
    let accounts = try await ledger.store.flows(FlowQuery(days, knownAt: knownAt))
      .flatMap { [$0.debit, $0.credit] }.filter { book.isAbout($0) }
    var place: DayPosition?
    while true {
      let page = try await ledger.store.entriesByDay(
        in: days, touching: Set(accounts), after: place, limit: 1000)
      for record in page where knownAt.map({ record.number <= $0 }) ?? true { book.follow(record) }
      guard let last = page.last, let day = last.content.day else { break }
      place = DayPosition(day: day, number: last.number)
    }
    return book
  }

  /// What the ledger holds of the pool, where there is such a pool at all.
  package func knownBook() async throws -> PoolBook {
    let book = try await book()
    let chart = ledger.charter.chart
    let isKept = [Fund.poolGeneral(pool), .poolEducation(pool)].contains { fund in
      chart.funds.contains { $0.value == fund }
    }
    if isKept || !book.isEmpty { return book }
    if try await agreement() != nil { return book }
    let known = chart.funds.compactMap(\.value.pool).reduce(into: Set()) { $0.insert($1) }
    throw DeskFailure(
      .notFound,
      Diagnostic(
        .error, "pool-not-known", problem: "the ledger keeps no pool \(pool)",
        next: known.isEmpty
          ? "add its funds to ledger.yaml, and run: sendledger policy adopt"
          : "name one of: \(known.sorted().map(\.code).joined(separator: ", "))"))
  }
}
