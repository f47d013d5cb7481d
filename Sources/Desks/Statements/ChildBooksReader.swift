import Bookkeeping
package import Funding
import Importing
package import Reporting
import Storage

/// Gathers what the ledger and the register know of a child.
package struct ChildBooksReader {
  private let open: OpenBooks

  package init(_ books: OpenBooks) { open = books }

  /// The books of a child, or none where the register does not know the family.
  package func books(of child: ChildReference) async throws -> ChildBooks? {
    guard let family = try await open.names.family(child) else { return nil }
    let records = try await open.books.records(mentioning: .child(child))
    // A statement is made of all that is known of the child, or of nothing.
    for found in records.facts(without: open.books.undone) where !found.fact.isReadable {
      throw StorageFailure.unreadableRecord(found.number)
    }
    return ChildBooks(
      of: child, records, family: family, texts: try await texts(in: records),
      payees: try await payees(in: records), undone: open.books.undone)
  }

  /// The texts that the records refer to.
  ///
  /// One that has been forgotten is left out.
  private func texts(in records: [JournalRecord]) async throws -> [String: String] {
    let names: Set<String> = ["purpose", "provider", "workings"]
    let references = records.compactMap(\.content.fact).flatMap(\.source.details)
      .filter { names.contains($0.name) }.map(\.value)
    var texts: [String: String] = [:]
    for reference in Set(references) {
      texts[reference] = try await open.names.text(reference)
    }
    return texts
  }

  /// The payees of the rows that led to the records, where the register still has what it had.
  private func payees(in records: [JournalRecord]) async throws
    -> [ChildBooks.RowReference: String]
  {
    var payees: [ChildBooks.RowReference: String] = [:]
    var secret: Salt?
    for source in records.flatMap(\.content.sources) {
      guard case .row(let row) = source.origin, let digest = row.hidden,
        let kept = try await open.names.hiddenRow(batch: row.batch, row: row.row),
        kept.digest == digest
      else { continue }
      if secret == nil { secret = try await open.names.secret() }
      guard secret?.digest(kept.encoded, as: "row") == digest else { continue }
      let cells = HiddenCells(digest: digest, encoded: kept.encoded).cells
      guard let payee = cells.first(where: { $0.field == "payee" })?.text else { continue }
      payees[ChildBooks.RowReference(batch: row.batch, row: row.row)] = payee
    }
    return payees
  }
}
