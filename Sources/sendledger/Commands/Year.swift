import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Reporting
import Storage

struct Year: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "year", abstract: "Close a financial year, or commit the plan lines of a new one.",
    subcommands: [YearClose.self, YearOpen.self, YearShow.self])
}

struct YearShow: PointedReport {
  static let configuration = CommandConfiguration(
    "show", "Print what a closed year leaves, block by block.",
    examples: ["sendledger year show 2026-27"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var point: PointOptions

  @Argument(help: "The financial year.")
  var year: FinancialYear

  func read(_ books: OpenBooks) async throws -> Report {
    try await books.outturn(of: year).report(books.header)
  }
}

struct YearClose: LedgerCommand {
  static let configuration = CommandConfiguration(
    "close", "Close both layers of a year, and every month of it.",
    "Its March has to be prepared, by somebody else.", examples: ["sendledger year close 2026-27"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var signing: SigningOptions

  @Argument(help: "The financial year.")
  var year: FinancialYear

  func act() async throws -> Exit {
    let ledger = try common.open()
    let signature = try signing.signing()
    let (numbers, hasDeficit) = try await writing.write(to: ledger) { bookkeeper in
      let numbers = try await bookkeeper.close(year, signing: signature)
      var hasDeficit = false
      for number in numbers {
        let entry = try await bookkeeper.ledger.record(number)?.content.entry
        let adjusts = entry?.movements.contains { $0.debit.heading == .grantAdjustment } ?? false
        hasDeficit = hasDeficit || adjusts
      }
      return (numbers, hasDeficit)
    }
    if hasDeficit, SchoolsBudgetDeficit(in: year) == .keptApart(isConfirmed: false) {
      Console.current.report([
        Diagnostic(
          .warning, "deficit-rule-not-confirmed",
          problem: "a deficit of \(year) is kept apart under regulation 30L",
          why: "its extension to 31 March 2028 was announced; the instrument is to be confirmed",
          next: "confirm the instrument before the accounts are signed")
      ])
    }
    let list = numbers.map(String.init).joined(separator: ", ")
    Console.current.print(
      writing.dryRun
        ? "\(year) would be closed. Nothing was written."
        : "\(year) is closed by records \(list). Next: sendledger year open \(year.next)")
    return .done
  }
}

struct YearOpen: LedgerCommand {
  static let configuration = CommandConfiguration(
    "open", "Commit the plan lines of a year, and help still owed.",
    examples: ["sendledger year open 2027-28"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The financial year.")
  var year: FinancialYear

  func act() async throws -> Exit {
    let ledger = try common.open()
    let numbers = try await writing.write(to: ledger) { try await $0.open(year) }
    let (many, one) = writing.dryRun ? ("would commit", "would commit") : ("commit", "commits")
    let entries = numbers.count == 1 ? "1 entry \(one)" : "\(numbers.count) entries \(many)"
    Console.current.print(
      numbers.isEmpty
        ? "Nothing is left to commit for \(year)." : "\(entries) the plan lines of \(year).")
    return .done
  }
}
