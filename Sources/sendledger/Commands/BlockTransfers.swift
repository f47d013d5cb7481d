import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Reporting
import Storage

struct BlockTransferCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    "transfer", "Move money from one block to another, with its authority.",
    """
    Out of the schools block the year's transfers together may come to 0.5% of the block, as it was
    last published for the year, with the forum's agreement; more, or none from the forum, needs the
    Secretary of State's reference.
    """,
    examples: [
      "sendledger block transfer --from schools --to high-needs --amount 1200 "
        + "--forum 'Schools Forum, 14 January 2026, minute 6' --day 2026-04-01"
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Option(name: .long, help: "The block that gives.")
  var from: String

  @Option(name: .long, help: "The block that gets.")
  var to: String

  @Option(name: .long, help: "The amount, in pounds and pence.")
  var amount: String

  @Option(name: .long, help: "The sum of which it is a share, to be compared with the stored one.")
  var base: String?

  @Option(name: .long, help: "The forum's date and minute.")
  var forum: String?

  @Option(name: .long, help: "The Secretary of State's reference.")
  var secretaryOfState: String?

  @Option(name: .long, help: "The day on which it counts.")
  var day: Day

  @Flag(name: .long, help: "It is another, though an earlier record says the same.")
  var again = false

  func act() async throws -> Exit {
    let ledger = try common.open()
    let chart = try await ledger.charter().chart
    let forum = try await plain(forum, ledger)
    let secretaryOfState = try await plain(secretaryOfState, ledger)
    let transfer = BlockTransferred(
      from: try chart.known(fund: from), to: try chart.known(fund: to),
      try CommandValues.amount(amount),
      base: try base.map(CommandValues.amount), forum: forum, secretaryOfState: secretaryOfState,
      on: day)
    return try await ledger.post(
      .blockTransferred(transfer), document: forum ?? secretaryOfState ?? "",
      isAgain: again, isDry: writing.dryRun)
  }

  private func plain(_ text: String?, _ ledger: OpenLedger) async throws -> LedgerText? {
    guard let text else { return nil }
    return try await ledger.plain(text, as: "the authority", isDry: writing.dryRun)
  }
}

struct BlockTransfersCommand: ReportCommand {
  static let configuration = CommandConfiguration(
    "transfers", "List the transfers between blocks, and who allowed each.",
    examples: ["sendledger block transfers"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  func read(_ books: OpenBooks) async throws -> Report {
    try await books.named(try await books.transfers().report(books.chart, books.header))
  }
}
