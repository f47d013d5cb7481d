import Bookkeeping
import Desks
import Funding
import Rendering
import Reporting
import Storage

/// A report that readers ask for again and again.
enum AskedReport: String, CaseIterable {
  case position, statement, trialBalance = "trial balance", trace, journal

  /// The report as text, below the ledger and the head that it says it was read from.
  func text(_ books: OpenBooks) async throws -> String {
    let head = Report(schema: "", title: rawValue, blocks: [.facts(books.header)])
    return TextRenderer().render(head) + (try await body(books))
  }

  private func body(_ books: OpenBooks) async throws -> String {
    switch self {
    case .position:
      let report = try await books.positionReport(
        of: .highNeeds, PositionDays(try AskedReport.month("2026-12")), isGrouped: false)
      return TextRenderer().render(try await books.named(report))
    case .statement: return try await AskedReport.statement(books)
    case .trialBalance:
      let balance = try await books.trialBalance(of: .budget, on: try AskedReport.day("2027-03-31"))
      return TextRenderer().render(balance.report(books.header))
    case .trace: return try await AskedReport.trace(books)
    case .journal: return try await AskedReport.journal(books)
    }
  }

  private static func statement(_ books: OpenBooks) async throws -> String {
    let month = try month("2026-11")
    let desk = try await StatementDesk(books, month, issued: month.next.first)
    guard let child = try await desk.children().first else { return "nobody yet" }
    switch try await desk.statement(of: child) {
    case .success(let statement):
      return TextRenderer(for: .family).render(try await books.named(statement))
    case .failure(let held): return held.diagnostic.description
    }
  }

  /// A figure, and the records that it is added up from, which have to come to it.
  private static func trace(_ books: OpenBooks) async throws -> String {
    let text = "position/2026-12/high-needs/line/1.2.2/actual"
    guard let address = Address(text) else { throw Breach("\(text) is no address") }
    let traced = TracedReport(books)
    let figures = try await traced.figures(of: address)
    guard let figure = figures.figures.first(where: { $0.address == address }) else {
      return "no such figure yet"
    }
    let listing = try await traced.listing(of: figure, printed: figures.amount(figure), keeping: 5)
    let report = TextRenderer().render(try await books.named(listing.report(books.header)))
    guard listing.agrees else { throw Breach("a trace does not come to its figure:\n\(report)") }
    return report
  }

  /// The whole journal, by its digest: it may be long.
  private static func journal(_ books: OpenBooks) async throws -> String {
    var writer = JournalWriter(.hledger, opens: books.charter.firstYear.first)
    var pages = EntryPages(books.books)
    var text = writer.preamble(authority: books.charter.authority, head: "")
    while let page = try await pages.next() {
      for record in page { text += writer.entry(record) }
    }
    text += writer.ending()
    return "\(pages.entries) entries, \(Digest(sha256: Array(text.utf8)))"
  }

  private static func month(_ text: String) throws -> Month {
    guard let month = Month(text) else { throw Breach("\(text) is no month") }
    return month
  }

  private static func day(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw Breach("\(text) is no day") }
    return day
  }
}
