import Bookkeeping
import Funding
import Importing
import Storage

/// Files that were posted before, as they are or saved anew.
extension PreviewRun {
  /// Refuses a file that was posted, and of which a row that was posted then would be posted again, or that is
  /// another family’s.
  func requireKnown(_ preview: ImportPreview, _ books: Books) async throws {
    guard ![.families, .packages, .receipts].contains(request.kind), request.corrects == nil,
      preview.tally.rows(.new) > 0
    else { return }
    for file in try await books.imports(of: request.kind)
    where file.value.digest == preview.ready.file.digest {
      let batch = file.value.reference
      if file.value.child != request.child {
        throw DeskFailure(.refused, postedForAnother(batch, file.value.child))
      }
      var again: Set<Int> = []
      try await books.eachRow(of: file) { origin, record in
        if record.content.entry != nil, preview.fates[origin.row] == .post {
          again.insert(origin.row)
        }
      }
      guard let first = again.min() else { continue }
      throw DeskFailure(
        .refused,
        Diagnostic.error(
          "file-posted-already",
          "this file was posted as \(batch), and \(again.count == 1 ? "a row" : "\(again.count) rows")"
            + " of it would be posted again, row \(first) first",
          why: "its mapping reads them otherwise now, or a later file has taken them back",
          next: "first take it back, or what has corrected it: \(.undoImport(batch.code))"))
    }
  }

  private func postedForAnother(_ batch: ImportReference, _ child: ChildReference?) -> Diagnostic {
    .error(
      "file-of-another-family",
      "this file was posted as \(batch), as the account of \(child?.code ?? "nobody")",
      why: "one account is one family’s, and what it paid is no proof of what another spent",
      next:
        "name the child whose account it is; if \(batch) was the mistake, \(.undoImport(batch.code))"
    )
  }

  /// What to say of a family’s statement that has the days, the number of rows and the sum of another family’s.
  func statementOfAnother(_ preview: ImportPreview, _ books: Books) async throws -> Diagnostic? {
    guard request.kind.isStatement, preview.tally.allRows >= PreviewRun.fewestAlike else {
      return nil
    }
    let days = DaySpan(from: preview.summary.firstDay, through: preview.summary.lastDay)
    let like = try await books.imports(of: request.kind).last { file in
      file.value.child != request.child && file.value.days == days
        && file.value.tallies.map(\.rows).reduce(0, +) == preview.tally.allRows
        && file.value.tallies.map(\.amount).total() == preview.tally.kept.map(\.amount).total()
    }
    guard let like = like?.value else { return nil }
    return Diagnostic(
      .warning, "statement-like-another",
      problem:
        "it has the days, the \(preview.tally.allRows) rows and the sum of \(like.reference), the account of"
        + " \(like.child?.code ?? "nobody")",
      why: "one family’s statement, saved anew, would be taken for another’s proof",
      next: "hold the number of the account against the agreement before it is committed")
  }

  /// Of fewer rows two families’ statements may well be alike.
  private static let fewestAlike = 3
}
