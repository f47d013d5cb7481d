import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Importing
import Storage

struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring a file in: preview it, settle doubts, commit it.",
    subcommands: [
      ImportPreviewCommand.self, ImportTwins.self, ImportOverrule.self,
      ImportCommit.self, ImportWaiting.self,
      ImportSettle.self, ImportDiscard.self, ImportList.self, ImportShow.self, ImportUndo.self,
    ])
}

/// What to import, as a command line gives it.
struct ImportOptions: ParsableArguments {
  @Argument(help: "The file.")
  var file: String

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What it holds: \(ImportKind.allCases.map(\.rawValue).joined(separator: ", "))."))
  var kind: ImportKind

  @Option(name: .long, help: "The mapping that says what its columns are: mappings/NAME.yaml.")
  var mapping: String?

  @Option(name: .long, help: "The day on which a grant's figures were published.")
  var published: Day?

  @Option(name: .long, help: "The family whose statement it is, by the child's reference.")
  var child: ChildReference?

  @Option(
    name: .long,
    help: "The import of an earlier form of the file, of which it posts the difference.")
  var corrects: ImportReference?

  var request: ImportRequest {
    ImportRequest(
      path: Surroundings.current.path(file), kind: kind, mappingName: mapping,
      published: published, child: child, corrects: corrects)
  }
}

struct ImportPreviewCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    "preview", "Say what each row of a file would do. Nothing is posted.",
    examples: [
      "sendledger import preview payments.csv --as payments --mapping devon",
      "sendledger import preview summary.csv --as dsg-allocation --published 2026-03-26",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var what: ImportOptions

  @Option(
    name: .long,
    help: "Write the refused rows to a file, the reason beside each, to be mended and imported.")
  var refused: String?

  @Flag(name: .long, help: "Replace that file if it is there.")
  var force = false

  func act() async throws -> Exit {
    let ledger = try common.open()
    let officer = try Surroundings.current.officer()
    let preview = try await PreviewRun(
      ledger: ledger, request: what.request, officer: officer
    ).run()
    return try await finish(preview, PreviewPaper(preview, what.request, ledger), by: officer)
  }
}

extension ImportPreviewCommand {
  /// Says what was found, and keeps it until it is committed.
  private func finish(
    _ preview: ImportPreview, _ paper: PreviewPaper, by officer: Officer
  ) async throws -> Exit {
    Console.current.report(preview.diagnostics + paper.controlDiagnostics)
    if preview.isWithoutRows { Console.current.report([paper.noRows]) }
    if let unusable = preview.unusable {
      if preview.tally.allRows == 0 { throw Failure(.badInput, unusable) }
      Console.current.report([unusable])
    }
    if let refused { try await write(preview, to: refused) }
    let batch = writing.dryRun ? nil : try await paper.keep(by: officer)
    try await ReportOptions.table(paper.report(batch))
    return preview.needsLooking ? .look : .done
  }
}

extension ImportPreviewCommand {
  /// Writes the rows that were refused.
  private func write(_ preview: ImportPreview, to path: String) async throws {
    guard what.kind != .cases else {
      throw Failure(
        .usage,
        Diagnostic.error(
          "option-not-for-kind", "cases have no rows that could be written out",
          next: "mend the cases that the messages name, in the file itself"))
    }
    let place = Surroundings.current.path(path)
    guard !OutputFile.isSame(place, as: Surroundings.current.path(what.file)) else {
      throw Failure(
        .cannotCreate,
        Diagnostic.error(
          "output-exists", "the refused rows would take the place of the file that they are of",
          why: "what a publisher sent is kept as it came", next: "name another file"))
    }
    let rows = try preview.refusedRows()
    try await OutputFile(path: place).write(rows.text, replacing: force)
    let count = rows.count == 1 ? "1 refused row" : "\(rows.count) refused rows"
    Console.current.say("\(count) written, the reason beside each")
  }
}

struct ImportCommit: LedgerCommand {
  static let configuration = CommandConfiguration(
    "commit", "Post the new rows of a file that was previewed.",
    examples: ["sendledger import commit B-0001"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The import, as its preview named it.")
  var batch: ImportReference

  func act() async throws -> Exit {
    let ledger = try common.open()
    let record = try await ledger.reading { try await $0.importRecord(batch) }
    let outcome = try await CommitRun(
      ledger: ledger, record: record, officer: try Surroundings.current.officer()
    ).run(isDry: writing.dryRun)
    guard let outcome else {
      Console.current.print("\(batch) was committed already. Nothing to do.")
      return .done
    }
    return try await CommitReport(outcome: outcome, record: record, ledger: ledger).finish(
      isDry: writing.dryRun)
  }
}
