import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Reporting

struct TrialBalanceCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "trial-balance", abstract: "Print what stands in every account of a layer.",
    discussion: Help.discussion(
      examples: [
        "sendledger trial-balance --as-of 2026-10-31",
        "sendledger trial-balance --layer budget --as-of 2027-03-31 --as-known-at 2026-10-31",
      ]))

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var point: PointOptions

  @Option(name: .long, help: "actual or budget.")
  var layer: Layer = .actual

  @Option(name: .long, help: "The day whose end it is read at.")
  var asOf: Day

  func act() async throws -> Exit {
    let ledger = try await common.open()
    let book = try await ledger.flowBook(
      [TrialBalance.span(asOf)], knownAt: try await point.knownAt(ledger))
    let balance = TrialBalance(of: layer, on: asOf, from: book, chart: ledger.charter.chart)
    try await report.write(balance.report(try await ledger.header()))
    return .done
  }
}
