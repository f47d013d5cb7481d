import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Reporting
import Storage

struct Block: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "block", abstract: "Where every pound of a block is.",
    subcommands: [
      BlockPositionCommand.self, BlockTransfersCommand.self, BlockTransferCommand.self,
    ])
}

struct BlockPositionCommand: PointedReport {
  static let configuration = CommandConfiguration(
    "position", "Print the position of a block at the end of a month.",
    examples: [
      "sendledger block position --period 2026-10", "sendledger block position --as-of 2026-10-15",
      "sendledger block position --block schools --period 2026-10 --unit thousands",
      "sendledger block position --period 2026-10 --as-known-at 2026-10-31 --format csv",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var point: PointOptions

  @Option(name: .long, help: "The block, or another fund.")
  var block = "high-needs"

  @Option(name: .long, help: "The month at whose end to look, such as 2026-10.")
  var period: Month?

  @Option(name: .long, help: "The day as of which to look, instead of a month's end.")
  var asOf: Day?

  @Flag(name: .long, help: "Show the lines in the groups that the policy sets.")
  var grouped = false

  func validate() throws { _ = try days() }

  private func days() throws -> PositionDays {
    switch (period, asOf) {
    case (let period?, nil): return PositionDays(period)
    case (nil, let day?): return PositionDays(asOf: day)
    case (nil, nil), (_?, _?): throw ValidationError("give one of --period and --as-of")
    }
  }

  func read(_ books: OpenBooks) async throws -> Report {
    try await books.positionReport(of: try books.fund(block), try days(), isGrouped: grouped)
  }
}
