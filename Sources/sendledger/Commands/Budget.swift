import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Importing
import Reporting
import Storage

struct Budget: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "budget", abstract: "Budgets, by fund and section 251 line.",
    subcommands: [BudgetSetCommand.self, BudgetShow.self])
}

struct BudgetSetCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set a budget, or, without a line, the council's vote to a fund.",
    discussion: Help.discussion(
      "The whole amount is given; the difference from the version before is posted.",
      examples: [
        "sendledger budget set --fund high-needs --line 1.2.3 --amount 23000 --budget-version 2 "
          + "--day 2026-11-03 --authority 'Schools Forum, 3 November 2026, minute 4'"
      ]))

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
    let ledger = try await common.open()
    let authority = try await ledger.plain(
      authority, as: "the authority", isDry: writing.dryRun)
    let use = try CommandValues.use(line: line, setting: setting)
    let budget = Funding.BudgetSet(
      try ledger.fund(fund), line: use, try CommandValues.amount(amount), authority: authority,
      version: budgetVersion, on: day)
    return try await ledger.post(.budgetSet(budget), document: authority, isDry: writing.dryRun)
  }
}

struct BudgetShow: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show every budget and its versions.",
    discussion: Help.discussion(examples: ["sendledger budget show --fund high-needs"]))

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Option(name: .long, help: "One fund only.")
  var fund: String?

  func act() async throws -> Exit {
    let ledger = try await common.open()
    let wanted = try fund.map { try ledger.fund($0) }
    let rows = try await ledger.store.facts(.fact(.budgetSet)).compactMap { found -> Table.Row? in
      let parts = found.fact.subject.split(separator: " ", omittingEmptySubsequences: false)
        .map(String.init)
      guard parts.count == 4, let fund = Fund(parts[1]), wanted.map({ $0 == fund }) ?? true,
        let amount = found.fact.source["amount"].flatMap({ try? Money(parsing: $0) })
      else { return nil }
      let line =
        parts[2].isEmpty
        ? "vote" : [parts[2], parts[3]].filter { !$0.isEmpty }.joined(separator: " ")
      return Table.Row([
        .text(parts[0]), .text(ledger.charter.chart.name(of: fund)), .text(line),
        .text(found.fact.source[.version] ?? ""), found.fact.day.map { .day($0) } ?? .blank,
        .money(amount), .text(found.fact.source[.authority] ?? ""),
      ])
    }
    try await report.write(
      try await ledger.named(
        Report(
          schema: "sendledger/budgets@1", title: "Budgets and their versions",
          blocks: [
            .facts(try await ledger.header()),
            .table(
              Table(
                "budgets", caption: "As they were set",
                columns: [
                  Table.Column("year", "Year", .text), Table.Column("fund", "Fund", .text),
                  Table.Column("line", "Line", .text), Table.Column("version", "Version", .text),
                  Table.Column("day", "Day", .day), Table.Column("amount", "Amount", .money),
                  Table.Column("authority", "Authority", .text),
                ], rows: rows)),
          ])))
    return .done
  }
}
