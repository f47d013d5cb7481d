import Funding
import GRDB
import Storage

/// A ledger file while something is being written to it.
///
/// What is to be recorded is linked here, and written by the connection meanwhile.
final class SQLiteWriter: LedgerWriter {
  private let file: FileQuestions
  private var links: RecordLinks

  /// Takes a connection whose transaction has begun.
  init(_ file: FileQuestions) async throws(StorageFailure) {
    self.file = file
    links = RecordLinks(after: try await file.head())
  }

  var questions: any StoreQuestions { file }

  func append(_ drafts: [Draft]) async throws(StorageFailure) -> Int {
    let first = links.next
    try await file.write(.records(try await linked(drafts)))
    return first
  }

  func take(_ drafts: [Draft]) async throws(StorageFailure) {
    try await file.take(.records(try await linked(drafts)))
  }

  func remember(_ rows: [SeenRow]) async throws(StorageFailure) { try await file.take(.rows(rows)) }

  private func linked(_ drafts: [Draft]) async throws(StorageFailure) -> LinkedRecords {
    do throws(StorageFailure) {
      return try links.link(drafts)
    } catch {
      await file.refuse(error)
      throw error
    }
  }
}

extension FileQuestions {
  /// Writes a piece after all that was taken.
  func write(_ piece: FileWriting.Piece) throws(StorageFailure) {
    writing?.take(piece)
    try settle()
  }

  /// Takes a piece, once the one before it is written, and writes it while whoever gave it goes on.
  ///
  /// What it is refused for is told by whatever comes next.
  func take(_ piece: FileWriting.Piece) throws(StorageFailure) {
    try settle()
    writing?.take(piece)
    Task { try? settle() }
  }

  private func settle() throws(StorageFailure) { try ask { _ in } }

  /// Writes what is still held back, before all of it is kept.
  func finish() throws(StorageFailure) {
    try askOfKept { _ in try sums.seal() }
    writing = nil
  }

  /// Keeps nothing of what was written, though more should be asked of it.
  func refuse(_ failure: StorageFailure) { writing?.refuse(failure) }

  /// Writes no more, once what was taken has been tried: none of it is kept.
  ///
  /// Work that rehearses ends here too, and is told what was refused.
  func giveUp() throws(StorageFailure) {
    defer { writing = nil }
    try settle()
  }
}
