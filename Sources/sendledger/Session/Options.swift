import ArgumentParser
import Bookkeeping
import Desks
import Foundation
import Funding
import Rendering
import Reporting
import Storage
import Workbooks

/// Options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .customLong("ledger")],
    help: "The folder of the ledger; the one stood in, if it holds one.")
  var ledger: String?

  @Flag(name: [.short, .long], help: "Print the result and say nothing beside it.")
  var quiet = false

  @Flag(name: .long, help: "Show no bar while working.")
  var noProgress = false

  @Option(name: .long, help: "How messages are written: text or json.")
  var errorFormat: MessageFormat = .text

  @Option(
    name: .long,
    help: "Which messages end the run with a status above 0: error, warning or never.")
  var failOn: FailOn = .warning

  enum MessageFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case error, warning, never
  }

  var console: Console {
    Console(hidesProgress: noProgress || quiet, isQuiet: quiet, errorsAreJSON: errorFormat == .json)
  }

  /// The folder of the ledger.
  func folder() -> LedgerFolder { LedgerFolder(typed: ledger) }

  func open(beginning: Bool = false) throws -> OpenLedger {
    try folder().open(beginning: beginning)
  }

  /// Opens the ledger's books at a point, and does something with them: all of it from one snapshot.
  func reading<Result>(
    at point: ReadingPoint = .now, _ work: (OpenBooks) async throws -> Result
  ) async throws -> Result {
    try await open().reading(at: point, work)
  }
}

/// Options of a command that writes to the ledger.
struct WritingOptions: ParsableArguments {
  @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "Do it all and write nothing.")
  var dryRun = false

  /// Writes by the word of whoever acts; a dry run does it all and keeps nothing.
  func write<Result>(
    to ledger: OpenLedger, _ work: (Bookkeeper) async throws -> Result
  ) async throws -> Result {
    try await ledger.write(by: try Surroundings.current.officer(), isDry: dryRun, work)
  }
}

/// Options of a command that prints a report.
struct ReportOptions: ParsableArguments {
  @Option(name: .long, help: "How the report is written: table, csv, json, html, txt or xlsx.")
  var format: ReportFormat = .table

  @Option(name: [.short, .long], help: "Write it to a file, whole or not at all.")
  var output: String?

  @Option(name: .long, help: "pounds, or thousands of pounds with one decimal.")
  var unit: MoneyUnit?

  @Flag(name: .long, help: "Replace the output file if it is there.")
  var force = false

  enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json, html, txt, xlsx
  }

  /// Prints a report as a table.
  static func table(_ report: Report) async throws {
    Console.current.print(TextRenderer().render(report.worded(\.command)))
  }

  /// Writes a report as it was asked for, or in its usual unit.
  ///
  /// `figures` is what stands for it as csv, where that is not its own tables.
  func write(
    _ report: Report, in usual: MoneyUnit = .pounds, figures: Table? = nil
  ) async throws {
    let unit = unit ?? usual
    let report = report.worded(\.command)
    let text: String
    switch format {
    case .table, .txt: text = TextRenderer(for: .finance(unit)).render(report)
    case .csv: text = figures.map { CSVRenderer().render($0) } ?? CSVRenderer().render(report)
    case .json: text = JSONRenderer().render(report)
    case .html: text = HTMLRenderer(for: .finance(unit)).render(report)
    case .xlsx: return try await writeWorkbook(of: report)
    }
    guard let output, output != "-" else { return Console.current.print(text) }
    try await OutputFile(path: Surroundings.current.path(output)).write(text, replacing: force)
  }
}

extension ReportOptions {
  /// Writes a report as a workbook, which is no text and so goes to a file.
  private func writeWorkbook(of report: Report) async throws {
    guard let output, output != "-" else {
      throw Failure(
        .usage,
        Diagnostic.error(
          "workbook-needs-file", "a workbook is not text, and is not printed",
          next: "name a file for it with --output"))
    }
    let workbook = try Workbook(report)
    try await OutputFile(path: Surroundings.current.path(output)).write(
      replacing: force, by: workbook.write)
  }
}

/// From when a report is read: what is dated up to a day, and what was known by a point.
struct PointOptions: ParsableArguments {
  @Option(
    name: .long, help: "Only what had been recorded by the end of that day, or by that record.")
  var asKnownAt: String?

  /// The point that was asked for, or now.
  func point() throws -> ReadingPoint { try asKnownAt.map(PointOptions.point) ?? .now }

  /// A day, or the number of a record.
  static func point(_ text: String) throws -> ReadingPoint {
    guard let point = ReadingPoint(text) else {
      throw Failure(
        .notFound,
        Diagnostic.error(
          "point-not-known",
          "\(PlainWords.quoted(text)) is not a day or a record of the ledger",
          why: Day.whyFarOff(text),
          next: "give a day such as 2026-10-31, or a number from: sendledger audit log"))
    }
    return point
  }
}
