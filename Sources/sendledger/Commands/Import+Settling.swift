import ArgumentParser
import Desks
import Funding
import Reporting
import Storage

struct ImportTwins: LedgerCommand {
  static let configuration = CommandConfiguration(
    "twins", "Say of rows that may be twins whether they are real.",
    "Without a row, lists those that wait. A twin is left out; a real row is posted.",
    examples: [
      "sendledger import twins B-0007",
      "sendledger import twins B-0007 --row 44 real --reason 'Two sessions on one day'",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The import, as its preview named it.")
  var batch: ImportReference

  @Option(name: .long, help: "The row, by its number in the file.")
  var row: Int?

  @Argument(help: "real or twin.")
  var ruling: Ruling?

  @Option(name: .long, help: "Why. It is kept in the ledger, so it names nobody.")
  var reason: String?

  enum Ruling: String, ExpressibleByArgument, CaseIterable {
    case real, twin
  }

  func act() async throws -> Exit {
    let ledger = try common.open()
    guard let row, let ruling else {
      let (record, rows) = try await ledger.reading { books in
        let record = try await books.importRecord(batch)
        return (record, try await books.twins(of: record))
      }
      try await ReportOptions.table(ImportListing.twins(rows, record))
      return rows.contains { $0.decision == nil } ? .look : .done
    }
    let left = try await ledger.rule(
      ruling == .real, on: row, of: batch, because: reason,
      by: Surroundings.current.officer(), isDry: writing.dryRun)
    Console.current.print(
      writing.dryRun
        ? "Row \(row) of \(batch) would be \(ruling.rawValue)."
        : "Row \(row) of \(batch) is \(ruling.rawValue). \(left) still to decide."
          + (left == 0 ? " Next: sendledger import commit \(batch)" : ""))
    return .done
  }
}

struct ImportUndo: LedgerCommand {
  static let configuration = CommandConfiguration(
    "undo", "Take an import back, by entries that run the other way.",
    """
    Its rows can be imported again afterwards. An import that was only previewed is dropped.
    """,
    examples: ["sendledger import undo B-0007 --reason 'Wrong month'"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The import.")
  var batch: ImportReference

  @Option(name: .long, help: "Why. It is kept in the ledger, so it names nobody.")
  var reason: String

  @Flag(name: .long, help: "Although rows of other files rest on it.")
  var evenSo = false

  func act() async throws -> Exit {
    let ledger = try common.open()
    let taken = try await ledger.takeBack(
      batch, because: reason, evenSo: evenSo, by: Surroundings.current.officer(),
      isDry: writing.dryRun)
    switch taken {
    case .dropped:
      Console.current.print(
        "\(batch) was never committed, and \(writing.dryRun ? "would be" : "is") dropped.")
    case .reversed(let count):
      let entries = count == 1 ? "1 entry" : "\(count) entries"
      let isDone = writing.dryRun ? "would be" : "is"
      Console.current.print(
        count == 0
          ? "\(batch) \(isDone) taken back; it made no entries."
          : "\(batch): \(entries) \(writing.dryRun ? "would be reversed" : "reversed").")
    }
    return .done
  }
}

struct ImportList: ReportCommand {
  static let configuration = CommandConfiguration(
    "list", "List the imports that were previewed.", examples: ["sendledger import list"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  func read(_ books: OpenBooks) async throws -> Report {
    ImportListing.list(try await books.imports())
  }
}

struct ImportShow: ReportCommand {
  static let configuration = CommandConfiguration(
    "show", "Show an import, and its rows that a person should look at.",
    examples: ["sendledger import show B-0007"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Argument(help: "The import.")
  var batch: ImportReference

  func read(_ books: OpenBooks) async throws -> Report {
    let record = try await books.importRecord(batch)
    return ImportListing.show(record, try await books.rows(of: record))
  }
}
