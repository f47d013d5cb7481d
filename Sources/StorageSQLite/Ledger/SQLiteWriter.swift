import Funding
import GRDB
import Storage

/// A ledger file while something is being written to it.
final class SQLiteWriter: LedgerWriter {
  private let queue: DatabaseQueue
  private let reader: FileQuestions
  private var inserts: RecordInserts
  /// What could not be written, after which none of it is kept.
  private var failure: StorageFailure?

  /// Takes a connection whose transaction has begun.
  init(_ queue: DatabaseQueue) throws(StorageFailure) {
    self.queue = queue
    inserts = try storing { try queue.inDatabase { try RecordInserts($0) } }
    reader = FileQuestions(
      queue, codings: inserts.codings, sums: inserts.sums, unkept: inserts.flows)
  }

  var questions: any StoreQuestions { reader }

  /// Writes what is still held back, before all of it is kept.
  func finish() throws(StorageFailure) { try written { _ in try inserts.flows.flush() } }

  func append(_ drafts: [Draft]) async throws(StorageFailure) -> Int {
    try written { _ in try inserts.append(drafts) }
  }

  func remember(_ rows: [SeenRow]) async throws(StorageFailure) {
    try written { _ in try inserts.remember(rows) }
  }

  private func written<Value>(_ work: (Database) throws -> Value) throws(StorageFailure) -> Value {
    if let failure { throw failure }
    do throws(StorageFailure) {
      return try storing { try queue.inDatabase(work) }
    } catch {
      failure = error
      throw error
    }
  }
}
