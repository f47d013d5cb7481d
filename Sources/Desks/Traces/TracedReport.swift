package import Bookkeeping
import Funding
package import Reporting
import Storage

/// Finds the report that prints a figure, and the movements that the figure is made of.
package struct TracedReport {
  private let ledger: OpenLedger
  private let knownAt: Int?

  package init(_ ledger: OpenLedger, knownAt: Int?) {
    self.ledger = ledger
    self.knownAt = knownAt
  }

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
      let named = parts.count > 2 ? ledger.charter.chart.fund(parts[2]) : nil
      let position = try await ledger.position(
        of: named ?? .highNeeds, days, knownAt: knownAt, isGrouped: parts.contains("group"))
      return Figures(figures: position.traced, amount: position.amount)
    case "trial-balance":
      guard let layer = Layer(rawValue: parts[1]), parts.count > 2, let day = Day(parts[2]) else {
        break
      }
      let book = try await ledger.flowBook([TrialBalance.span(day)], knownAt: knownAt)
      let balance = TrialBalance(of: layer, on: day, from: book, chart: ledger.charter.chart)
      return Figures(figures: balance.traced) {
        // A balance is printed on its side, without a sign.
        book.amount(of: $0)
      }
    case "child":
      guard let child = ChildReference(parts[1]), parts.count > 2, let month = Month(parts[2]),
        let books = try await ChildBooksReader(ledger, knownAt: knownAt).books(of: child)
      else { break }
      let statement = FamilyStatement(
        books, month, issued: month.next.first, authority: ledger.charter.authority,
        words: FamilyStatement.Words(contact: "", advice: ""))
      return Figures(figures: statement.traced, amount: books.amount)
    case "year":
      guard let year = FinancialYear(parts[1]) else { break }
      let outturn = try await ledger.outturn(of: year, knownAt: knownAt)
      return Figures(figures: outturn.traced, amount: outturn.amount)
    case "costs":
      guard let day = Day(parts[1]) else { break }
      // All funds are asked for, so that whatever was printed is among the figures.
      let scope = CostScope(funds: Set(ledger.charter.chart.funds.map(\.value)))
      let history = try await LedgerCosts(ledger, of: scope, on: day, knownAt: knownAt).history()
      return Figures(figures: history.traced, amount: history.amount)
    case "paid":
      guard let child = ChildReference(parts[1]), parts.count > 2,
        let year = FinancialYear(parts[2])
      else { break }
      let scope = CostScope(funds: Set(ledger.charter.chart.funds.map(\.value)))
      let payments = try await ledger.childPayments(
        of: [child], within: scope, in: year, knownAt: knownAt)
      return Figures(figures: payments.traced, amount: payments.amount)
    default: break
    }
    return Figures(figures: []) { _ in .zero }
  }

  /// Reads the movements that a figure is made of, in order of day and record.
  package func follow(_ figure: Figure, keeping keeps: Int) async throws -> Trace {
    var trace = Trace(figure, keeping: keeps)
    let progress = ledger.progress.begin("Following", of: try await ledger.store.head().number)
    if let child = ChildReference(figure.address.parts[1]) {
      let records = try await ledger.store.records(mentioning: .child(child))
      for record in records where knownAt.map({ record.number <= $0 }) ?? true {
        trace.follow(record)
      }
      return trace
    }
    let days = Trace.days(of: figure)
    var place: DayPosition?
    var seen = 0
    while true {
      let page = try await ledger.store.entriesByDay(in: days, after: place, limit: 1000)
      for record in page where knownAt.map({ record.number <= $0 }) ?? true {
        trace.follow(record)
      }
      guard let last = page.last, let day = last.content.day else { break }
      place = DayPosition(day: day, number: last.number)
      seen += page.count
      progress.show(seen)
    }
    progress.end()
    return trace
  }
}
