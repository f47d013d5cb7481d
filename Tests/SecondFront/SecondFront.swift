import Bookkeeping
import Desks
import Disaggregation
import Funding
import Importing
import Rendering
import Reporting
import Storage
import StorageSQLite

/// The smallest complete front: it opens a ledger, and says to the desks what is to be done and who does it.
///
/// The command line is another. Neither knows anything of the other, and both come to the same books.
struct SecondFront {
  private let ledger: OpenLedger

  /// Opens the ledger in a folder.
  init(opening folder: String) async throws {
    ledger = OpenLedger(
      try SQLiteStore(opening: folder + "/ledger.sqlite"),
      try SQLiteRegister(opening: folder + "/register.sqlite"),
      settings: SettingsFolder(path: folder))
  }

  /// Says what each row of a file would do, keeps that, and returns the import that waits.
  func preview(
    _ file: String, as kind: ImportKind, mapping: String? = nil, published: Day? = nil,
    by officer: Officer
  ) async throws -> ImportReference {
    let request = ImportRequest(
      path: file, kind: kind, mappingName: mapping, published: published, child: nil)
    let preview = try await PreviewRun(ledger: ledger, request: request, officer: officer).run()
    return try await PreviewPaper(preview, request, ledger).keep(by: officer)
  }

  /// Posts what was previewed, all of it or nothing, and returns how many rows that were.
  func commit(_ batch: ImportReference, by officer: Officer) async throws -> Int {
    let record = try await ledger.reading { try await $0.importRecord(batch) }
    return try await CommitRun(ledger: ledger, record: record, officer: officer)
      .run(isDry: false)?.posted ?? 0
  }

  /// Works out what a request comes to, which is never a decision.
  func assess(_ reference: DecisionReference, on day: Day) async throws -> Assessment {
    try await ledger.reading { try await $0.books.assessment(of: reference, on: day) }
  }

  /// Records what a named person decided, beside what the program found.
  func record(
    _ reference: DecisionReference, words file: GivenFile, by officer: Officer
  ) async throws {
    _ = try await DecisionRecording(ledger, by: officer, isDry: false)
      .record(try DecisionWords(file), on: reference)
  }

  /// Puts a second name to a decision, and posts what it comes to: nothing else does.
  func approve(_ reference: DecisionReference, by officer: Officer) async throws {
    _ = try await ledger.approve(reference, by: officer, isDry: false)
  }

  /// Where every pound of a block is at the end of a month, as text.
  func position(of fund: Fund, at month: Month) async throws -> String {
    try await ledger.reading { books in
      let report = try await books.positionReport(of: fund, PositionDays(month), isGrouped: false)
      return TextRenderer().render(try await books.named(report))
    }
  }
}
