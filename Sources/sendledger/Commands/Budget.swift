import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Reporting
import Storage

struct Budget: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "budget", abstract: "Budgets, by fund and section 251 line.",
    subcommands: [BudgetSetCommand.self, BudgetShow.self])
}

struct BudgetSetCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    "set", "Set a budget, or, without a line, the council's vote to a fund.",
    "The whole amount is given; the difference from the version before is posted.",
    examples: [
      "sendledger budget set --fund high-needs --line 1.2.3 --amount 23000 --budget-version 2 "
        + "--day 2026-11-03 --authority 'Schools Forum, 3 November 2026, minute 4'"
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Option(name: .long, help: "The fund.")
  var fund: String

  @Option(name: .long, help: "The section 251 line; none for a vote.")
  var line: String?

  @Option(name: .long, help: "The setting's column of the line.")
  var setting: String?

  @Option(name: .long, help: "The whole amount, in pounds and pence.")
  var amount: String

  @Option(name: .long, help: "The version, above the one in force.")
  var budgetVersion: Int

  @Option(name: .long, help: "The day from which it holds.")
  var day: Day

  @Option(name: .long, help: "Who decided it, when and where.")
  var authority: String

  func act() async throws -> Exit {
    let ledger = try common.open()
    let chart = try await ledger.charter().chart
    let authority = try await ledger.plain(authority, as: "the authority", isDry: writing.dryRun)
    let use = try CommandValues.use(line: line, setting: setting)
    let budget = Funding.BudgetSet(
      try chart.known(fund: fund), line: use, try CommandValues.amount(amount),
      authority: authority,
      version: budgetVersion, on: day)
    return try await ledger.post(.budgetSet(budget), document: authority, isDry: writing.dryRun)
  }
}

struct BudgetShow: ReportCommand {
  static let configuration = CommandConfiguration(
    "show", "Show every budget and its versions.",
    examples: ["sendledger budget show --fund high-needs"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Option(name: .long, help: "One fund only.")
  var fund: String?

  func read(_ books: OpenBooks) async throws -> Report {
    try await books.named(try await books.budgets(of: try fund.map { try books.fund($0) }))
  }
}
