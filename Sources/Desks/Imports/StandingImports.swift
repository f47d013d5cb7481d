import Bookkeeping
import Funding
import Importing
import Storage

/// The imports of a ledger that were not taken back, and their rows.
extension Books {
  /// Those of a kind and its like, the earliest first.
  func imports(of kind: ImportKind) async throws(StorageFailure) -> [Numbered<FileImported>] {
    try await all(FileImported.self).filter { file in
      kind.alike.contains { $0.rawValue == file.value.fileKind }
        && !undone.contains(file.value.reference.number)
    }
  }

  /// Goes through the rows of an import, each with every record that was made of it.
  func eachRow(
    of file: Numbered<FileImported>, _ take: (RowOrigin, JournalRecord) -> Void
  ) async throws {
    try await eachRecord(file.value.first...file.number) { record in
      for case .row(let origin) in record.content.sources.map(\.origin)
      where origin.batch == file.value.reference.number {
        take(origin, record)
      }
    }
  }
}
