import ArgumentParser
import Bookkeeping
import Desks
import Reporting

struct TrialBalanceCommand: PointedReport {
  static let configuration = CommandConfiguration(
    "trial-balance", "Print what stands in every account of a layer.",
    examples: [
      "sendledger trial-balance --as-of 2026-10-31",
      "sendledger trial-balance --layer budget --as-of 2027-03-31 --as-known-at 2026-10-31",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var point: PointOptions

  @Option(name: .long, help: "actual or budget.")
  var layer: Layer = .actual

  @Option(name: .long, help: "The day whose end it is read at.")
  var asOf: Day

  func read(_ books: OpenBooks) async throws -> Report {
    try await books.trialBalance(of: layer, on: asOf).report(books.header)
  }
}
