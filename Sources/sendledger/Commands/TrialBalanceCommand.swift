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
    try await report.write(
      try await common.reading(at: point.point()) { books in
        try await books.trialBalance(of: layer, on: asOf).report(books.header)
      })
    return .done
  }
}
