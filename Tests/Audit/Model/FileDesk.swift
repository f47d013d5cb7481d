import Bookkeeping
import Desks
import Foundation
import Funding
import Importing
import Storage

/// Brings payments in through a file: preview, rulings, commit, as the program does.
struct FileDesk {
  private let ledger: OpenLedger
  private let officer: Officer
  private let folder: String

  init(_ ledger: OpenLedger, _ officer: Officer, folder: String) {
    self.ledger = ledger
    self.officer = officer
    self.folder = folder
  }

  private static let mapping = """
    kind: payments
    name: Anyshire Council, payments
    columns: {date: Date, amount: Amount, payee: Supplier, reference: Reference, code: Code}
    codes:
      HN123: {fund: high-needs, line: 1.2.3}
      HN999: suspense
    otherwise: outside

    """

  /// - Throws: ``Desk/NothingToDo`` where every row is known.
  func bring(_ rows: [Step.Row], _ areReal: [Bool]) async throws -> ImportReference {
    let request = try write(rows)
    let preview = try await PreviewRun(ledger: ledger, request: request, officer: officer).run()
    let batch = try await PreviewPaper(preview, request, ledger).keep(by: officer)
    for row in preview.rows where row.verdict == RowVerdict.twins.name {
      _ = try await ledger.rule(
        areReal[row.row - FileDesk.firstRow], on: .rows(row.row...row.row), of: batch,
        because: "two sessions",
        by: officer, isDry: false)
    }
    let record = try await ledger.reading { try await $0.importRecord(batch) }
    let outcome = try await CommitRun(ledger: ledger, record: record, officer: officer)
      .run(isDry: false)
    if outcome?.hasWritten != true { throw Desk.NothingToDo() }
    return batch
  }

  /// The number of the first row after the headings.
  private static let firstRow = 2

  private func write(_ rows: [Step.Row]) throws -> ImportRequest {
    let lines = rows.map { row in
      let pence = row.pence % 100
      return
        "\(row.day),\(row.pence / 100).\(pence < 10 ? "0" : "")\(pence),Payee \(row.payee),R\(row.payee),"
        + (row.line.isEmpty ? "HN999" : "HN123")
    }
    let text = (["Date,Amount,Supplier,Reference,Code"] + lines).joined(separator: "\n") + "\n"
    let files = FileManager.default
    try files.createDirectory(atPath: folder + "/mappings", withIntermediateDirectories: true)
    try Data(FileDesk.mapping.utf8).write(to: URL(fileURLWithPath: folder + "/mappings/ours.yaml"))
    let path = folder + "/payments.csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return ImportRequest(
      path: path, kind: .payments, mappingName: "ours", published: nil, child: nil)
  }
}
