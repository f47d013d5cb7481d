import ArgumentParser
import Bookkeeping
import Funding
import Desks
import Importing
import Reporting
import Storage

struct TraceCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    "trace", "Follow a printed figure to the rows that it is made of.",
    """
    The rows are added again, and have to come to the figure. Reports in JSON give the address of
    each figure; so does --addresses.
    """,
    examples: [
      "sendledger trace position/2026-10/high-needs/line/1.2.11/actual",
      "sendledger trace child/SPB-004655/2026-10/education-paid-to-you/spent",
      "sendledger trace trial-balance/actual/2026-10-31/high-needs/bank --last 5",
      "sendledger trace position/2026-10/high-needs --addresses",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var point: PointOptions

  @Argument(help: "The address of the figure.")
  var address: String

  @Option(name: .long, help: "Show only so many of the last rows. All of them are added.")
  var last: Int?

  @Flag(name: .long, help: "List the addresses of the report instead.")
  var addresses = false

  func act() async throws -> Exit {
    guard let typed = Address(address) else { throw Failure(.notFound, notKnown()) }
    return try await common.reading(at: point.point()) { try await follow(typed, in: $0) }
  }

  private func follow(_ typed: Address, in books: OpenBooks) async throws -> Exit {
    let traced = TracedReport(books)
    let figures = try await traced.figures(of: typed)
    if addresses {
      Console.current.print(figures.figures.map(\.address.description).joined(separator: "\n"))
      return .done
    }
    guard let figure = figures.figures.first(where: { $0.address == typed }) else {
      throw Failure(.notFound, notKnown())
    }
    let listing = try await traced.listing(
      of: figure, printed: figures.amount(figure), keeping: last ?? .max)
    try await report.write(try await books.named(listing.report(books.header)))
    return listing.agrees ? .done : .refused
  }

  private func notKnown() -> Diagnostic {
    .error(
      "address-not-known",
      "no report prints a figure at \(PlainWords.quoted("\(address)", else: "that address"))",
      next: "list those of a report: sendledger trace position/2026-10/high-needs --addresses")
  }
}
