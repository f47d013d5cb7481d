import ArgumentParser
import Bookkeeping
import Desks
import Disaggregation
import Reporting

struct Check: LedgerCommand {
  static let configuration = CommandConfiguration(
    "check", "Check that the books agree with each other.",
    "It also checks that no unit is promised twice, no line funded twice, and no part lost, on "
      + "that day, or today.\n\nTo check the ledger against its chain as well: sendledger audit verify.",
    examples: ["sendledger check", "sendledger check --as-of 2026-10-31"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Option(
    name: .long, help: "The day whose end the books are read at; all of them, if none is given.")
  var asOf: Day?

  func act() async throws -> Exit {
    let today = try Surroundings.current.today()
    return try await common.reading { books in
      let desk = try await CheckDesk(books, asOf: asOf, today: today)
      let named = try await books.namedAgain()
      try await report.write(desk.report.report(books.header))
      Console.current.report(desk.breaches.map(\.diagnostic) + named)
      return desk.report.agrees ? named.isEmpty ? .done : .look : .refused
    }
  }
}
