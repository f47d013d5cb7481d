package import Bookkeeping
import Funding
package import Reporting
import Storage

/// Finds the report that prints a figure, and the movements that the figure is made of.
package struct TracedReport {
  private let open: OpenBooks

  package init(_ books: OpenBooks) { open = books }

  /// The figures of a report, and how it reads them.
  package struct Figures {
    package let figures: [Figure]
    package let amount: (Figure) -> Money
  }

  /// The figures of the report that an address begins with.
  package func figures(of address: Address) async throws -> Figures {
    let parts = address.parts
    switch parts[0] {
    case "position":
      guard
        let days = Month(parts[1]).map({ PositionDays($0) })
          ?? Day(parts[1]).map({ PositionDays(asOf: $0) })
      else { break }
      let named = parts.count > 2 ? open.chart.fund(parts[2]) : nil
      let position = try await open.position(
        of: named ?? .highNeeds, days, isGrouped: parts.contains("group"))
      return Figures(figures: position.traced, amount: position.amount)
    case "trial-balance":
      guard let layer = Layer(rawValue: parts[1]), parts.count > 2, let day = Day(parts[2]) else {
        break
      }
      let balance = try await open.trialBalance(of: layer, on: day)
      return Figures(figures: balance.traced, amount: balance.amount)
    case "child":
      guard let child = ChildReference(parts[1]), parts.count > 2, let month = Month(parts[2]),
        let books = try await ChildBooksReader(open).books(of: child)
      else { break }
      let statement = FamilyStatement(
        books, month, issued: month.next.first, authority: open.charter.authority,
        words: FamilyStatement.Words(contact: "", advice: ""))
      return Figures(figures: statement.traced, amount: books.amount)
    case "year":
      guard let year = FinancialYear(parts[1]) else { break }
      let outturn = try await open.outturn(of: year)
      return Figures(figures: outturn.traced, amount: outturn.amount)
    case "costs":
      guard let day = Day(parts[1]) else { break }
      // All funds are asked for, so that whatever was printed is among the figures.
      let scope = CostScope(funds: Set(open.chart.funds.map(\.value)))
      let history = try await LedgerCosts(open, of: scope, on: day).history()
      return Figures(figures: history.traced, amount: history.amount)
    case "paid":
      guard let child = ChildReference(parts[1]), parts.count > 2,
        let year = FinancialYear(parts[2])
      else { break }
      let scope = CostScope(funds: Set(open.chart.funds.map(\.value)))
      let payments = try await open.childPayments(of: [child], within: scope, in: year)
      return Figures(figures: payments.traced, amount: payments.amount)
    default: break
    }
    return Figures(figures: []) { _ in .zero }
  }

  /// The trace of a figure: the movements that it is made of, in order of day and record, beside what
  /// its report prints.
  package func listing(
    of figure: Figure, printed: Money, keeping keeps: Int
  ) async throws -> TraceListing {
    let trace = try await follow(figure, keeping: keeps)
    return TraceListing(trace, printed: printed, files: try await files())
  }

  private func follow(_ figure: Figure, keeping keeps: Int) async throws -> Trace {
    var trace = Trace(figure, keeping: keeps)
    let progress = open.progress.begin("Following", of: open.books.head.number)
    defer { progress.end() }
    if let child = ChildReference(figure.address.parts[1]) {
      for record in try await open.books.records(mentioning: .child(child)) { trace.follow(record) }
      return trace
    }
    let days = Trace.days(of: figure)
    var pages = EntryPages(
      open.books, in: days, touching: try await accounts(of: figure, in: days))
    while let page = try await pages.next() {
      for record in page { trace.follow(record) }
      progress.show(pages.entries)
    }
    return trace
  }

  /// The accounts that a figure looks at, so that entries that touch none of them are not read.
  private func accounts(
    of figure: Figure, in days: DaySpan
  ) async throws(StorageFailure) -> Set<Account> {
    let flows = try await open.books.flows(days)
    return Set(flows.flatMap { [$0.debit, $0.credit] }).filter { account in
      figure.terms.contains { $0.account.includes(account) }
    }
  }

  /// The files that were imported, by the number of the import.
  private func files() async throws -> [Int: TraceListing.File] {
    // An import that was taken back is still where its rows came from.
    try await open.books.records(mentioning: .fact(.fileImported)).facts()
      .read(as: FileImported.self).reduce(into: [:]) { files, found in
        files[found.value.reference.number] = TraceListing.File(
          found.value.name, digest: found.value.digest?.description ?? "")
      }
  }
}
