import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Reporting
import Storage

struct ImportTwins: LedgerCommand {
  static let configuration = CommandConfiguration(
    "twins", "Say of rows that may be twins whether they are real.",
    """
    Without rows, lists those that wait, each with the row that it is like. A twin is left out; a real row is
    posted.
    """,
    examples: [
      "sendledger import twins B-0007",
      "sendledger import twins B-0007 --row 44 real --reason 'Two sessions on one day'",
      "sendledger import twins B-0007 --row 44-80 twin --reason 'Listed again'",
      "sendledger import twins B-0007 --cause twin-other-day twin --reason 'The corrected year'",
      "sendledger import twins B-0007 --all twin --reason 'The corrected year'",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var report: ReportOptions

  @Argument(help: "The import, as its preview named it.")
  var batch: ImportReference

  @Option(
    name: .long, help: "The row, by its number in the file, or rows from one to another: 44-80.")
  var row: RowRange?

  @Option(name: .long, help: "All rows that may be twins for that reason, by its code.")
  var cause: String?

  @Flag(name: .long, help: "All rows that have no word yet.")
  var all = false

  @Argument(help: "real or twin.")
  var ruling: Ruling?

  @Option(name: .long, help: "Why. It is kept in the ledger, so it names nobody.")
  var reason: String?

  enum Ruling: String, ExpressibleByArgument, CaseIterable {
    case real, twin
  }

  /// A row, or several from one to another.
  struct RowRange: ExpressibleByArgument {
    let rows: ClosedRange<Int>

    init?(argument: String) {
      let ends = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
        first > 0, first <= last
      else { return nil }
      rows = first...last
    }
  }

  private var meant: OpenLedger.TwinRows? {
    get throws {
      let said = [row.map { .rows($0.rows) }, cause.map { .cause($0) }, all ? .all : nil]
        .compactMap { (one: OpenLedger.TwinRows?) in one }
      guard said.count <= 1 else {
        throw Failure(
          .usage,
          Diagnostic.error(
            "settlement-unclear", "the rows are named in more than one way",
            next: "give one of --row, --cause and --all"))
      }
      return said.first
    }
  }

  func act() async throws -> Exit {
    let ledger = try common.open()
    guard let meant = try meant, let ruling else {
      let (record, rows) = try await ledger.reading { books in
        let record = try await books.importRecord(batch)
        return (record, try await books.twins(of: record))
      }
      try await report.write(ImportListing.twins(rows, record))
      return rows.contains { $0.decision == nil } ? .look : .done
    }
    let (count, left) = try await ledger.rule(
      ruling == .real, on: meant, of: batch, because: reason,
      by: Surroundings.current.officer(), isDry: writing.dryRun)
    let what = row.map { $0.rows.count == 1 ? "Row \($0.rows.lowerBound)" : "\(count) rows" }
    let rows = what ?? (count == 1 ? "1 row" : "\(count) rows")
    let isOne = count == 1
    let word = ruling == .real ? "real" : isOne ? "a twin" : "twins"
    Console.current.print(
      writing.dryRun
        ? "\(rows) of \(batch) would be \(word)."
        : "\(rows) of \(batch) \(isOne ? "is" : "are") \(word). \(left) still to decide."
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
    case .reversed(let count, let warnings):
      Console.current.report(warnings)
      let entries = count == 1 ? "1 entry" : "\(count) entries"
      let isDone = writing.dryRun ? "would be" : "is"
      Console.current.print(
        count == 0
          ? "\(batch) \(isDone) taken back; it made no entries."
          : "\(batch): \(entries) \(writing.dryRun ? "would be reversed" : "reversed").")
      return warnings.isEmpty ? .done : .look
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
