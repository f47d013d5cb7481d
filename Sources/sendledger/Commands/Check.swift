import ArgumentParser
import Bookkeeping
import Desks
import Disaggregation
import Funding
import Reporting
import Storage

struct Check: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check that the books agree with each other.",
    discussion: Help.discussion(
      "It also checks that no unit is promised twice, no line funded twice, and no part lost, on "
        + "that day, or today.\n\nTo check the ledger against its chain as well: sendledger audit verify.",
      examples: ["sendledger check", "sendledger check --as-of 2026-10-31"]))

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Option(
    name: .long, help: "The day whose end the books are read at; all of them, if none is given.")
  var asOf: Day?

  func act() async throws -> Exit {
    let ledger = try await common.open()
    let day = asOf ?? Check.lastDay
    let books = AgreementBooks(
      balances: try await ledger.store.balances(through: day),
      flows: try await ledger.store.flows(FlowQuery(DaySpan(through: day))),
      shares: try await ledger.store.facts(.fact(.poolShare)).map(\.fact),
      chart: ledger.charter.chart)
    let agreements = books.agreements
    let divisions = DivisionCheck(
      try await ledger.store.divisions(on: asOf ?? Surroundings.current.today()))
    let breaches = try await ledger.store.traced(divisions.breaches)
    try await report.write(
      Report(
        schema: "sendledger/check@1", title: "What must agree",
        blocks: [
          .facts(try await ledger.header()),
          .table(Check.table(of: agreements)),
          .table(divisions.table(of: breaches)),
        ]))
    Console.current.report(breaches.map(\.diagnostic))
    return agreements.allSatisfy(\.agrees) && breaches.isEmpty ? .done : .refused
  }

  private static func table(of agreements: [Agreement]) -> Table {
    Table(
      "agreements", caption: "Each sum and what it must be",
      columns: [
        Table.Column("what", "What", .text), Table.Column("one", "One side", .money),
        Table.Column("other", "Other side", .money),
        Table.Column("difference", "Difference", .money),
        Table.Column("agrees", "Agrees", .text),
      ],
      rows: agreements.map { agreement in
        Table.Row([
          .text(agreement.name), .money(agreement.one), .money(agreement.other),
          .money(agreement.difference), .text(agreement.agrees ? "Yes" : "No"),
        ])
      })
  }

  /// After every day that anything can be posted on.
  private static let lastDay = FinancialYear(starting: 2199).last
}
