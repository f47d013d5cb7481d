import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Reporting
import Storage

struct ImportTwins: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "twins", abstract: "Say of rows that may be twins whether they are real.",
    discussion: Help.discussion(
      "Without a row, lists those that wait. A twin is left out; a real row is posted.",
      examples: [
        "sendledger import twins B-0007",
        "sendledger import twins B-0007 --row 44 real --reason 'Two sessions on one day'",
      ]))

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
    let ledger = try await common.open()
    let (record, all) = try await ledger.reading { books in
      (try await books.importRecord(batch), try await books.names.rows(of: batch))
    }
    let rows = all.filter { $0.verdict == RowVerdict.twins.name }
    guard let row, let ruling else {
      try await ReportOptions.table(ImportListing.twins(rows, record))
      return rows.contains { $0.decision == nil } ? .look : .done
    }
    guard rows.contains(where: { $0.row == row }) else {
      throw Failure(.notFound, notATwin(row))
    }
    guard record.state == .waiting else { throw Failure(.refused, settled()) }
    guard let reason, !reason.isEmpty else { throw Failure(.refused, reasonMissing()) }
    let kept = try await ledger.plain(reason, as: "the reason", isDry: writing.dryRun)
    if writing.dryRun {
      Console.current.print("Row \(row) of \(batch) would be \(ruling.rawValue).")
      return .done
    }
    let decision = ImportRow.Decision(
      isReal: ruling == .real, reason: kept, actor: try Surroundings.current.actor())
    try await ledger.register.write { try await $0.decide(decision, row: row, of: batch) }
    let left = rows.filter { $0.decision == nil && $0.row != row }.count
    Console.current.print(
      "Row \(row) of \(batch) is \(ruling.rawValue). \(left) still to decide."
        + (left == 0 ? " Next: sendledger import commit \(batch)" : ""))
    return .done
  }

  private func notATwin(_ row: Int) -> Diagnostic {
    Diagnostic(
      .error, "row-not-a-twin", problem: "row \(row) of \(batch) is not a possible twin",
      next: "see which are: sendledger import twins \(batch)")
  }

  private func settled() -> Diagnostic {
    Diagnostic(
      .error, "import-settled", problem: "\(batch) no longer waits for anything",
      next: "to change what was posted, take the import back: sendledger import undo \(batch)")
  }

  private func reasonMissing() -> Diagnostic {
    Diagnostic(
      .error, "reason-missing", problem: "no reason is given",
      why: "a person's word on a payment is kept with the reason for it",
      next: "give one: --reason TEXT")
  }
}

struct ImportUndo: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take an import back, by entries that run the other way.",
    discussion: Help.discussion(
      """
      Its rows can be imported again afterwards. An import that was only previewed is dropped.
      """,
      examples: ["sendledger import undo B-0007 --reason 'Wrong month'"]))

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The import.")
  var batch: ImportReference

  @Option(name: .long, help: "Why. It is kept in the ledger, so it names nobody.")
  var reason: String

  func act() async throws -> Exit {
    let ledger = try await common.open()
    let reason = try await ledger.plain(reason, as: "the reason", isDry: writing.dryRun)
    let state = try await ledger.reading { try await $0.importRecord(batch).state }
    if state == .waiting { return try await drop(ledger) }
    let count = try await ledger.write(
      by: try Surroundings.current.officer(), isDry: writing.dryRun
    ) { bookkeeper in
      try await bookkeeper.undo(batch, because: reason)
    }
    if !writing.dryRun {
      try await ledger.register.write { try await $0.setState(.undone, of: batch) }
    }
    let entries = count == 1 ? "1 entry" : "\(count) entries"
    Console.current.print(
      "\(batch): \(entries) \(writing.dryRun ? "would be reversed" : "reversed").")
    return .done
  }
}

extension ImportUndo {
  /// Gives up an import that was previewed and never committed.
  private func drop(_ ledger: OpenLedger) async throws -> Exit {
    if !writing.dryRun {
      try await ledger.register.write { try await $0.setState(.dropped, of: batch) }
    }
    Console.current.print(
      "\(batch) was never committed, and \(writing.dryRun ? "would be" : "is") dropped.")
    return .done
  }
}

struct ImportList: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the imports that were previewed.",
    discussion: Help.discussion(examples: ["sendledger import list"]))

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  func act() async throws -> Exit {
    try await report.write(
      try await common.reading { ImportListing.list(try await $0.imports()) })
    return .done
  }
}

struct ImportShow: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an import, and its rows that a person should look at.",
    discussion: Help.discussion(examples: ["sendledger import show B-0007"]))

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Argument(help: "The import.")
  var batch: ImportReference

  func act() async throws -> Exit {
    try await report.write(
      try await common.reading { books in
        ImportListing.show(
          try await books.importRecord(batch), try await books.names.rows(of: batch))
      })
    return .done
  }
}
