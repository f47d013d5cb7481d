import Funding
import GRDB
public import Storage

/// A ledger kept in one SQLite file.
public struct SQLiteStore: LedgerStore {
  let file: DatabaseFile

  /// Opens the ledger in a file that is there.
  public init(opening path: String) throws(StorageFailure) {
    file = try DatabaseFile(opening: path, as: .ledger)
  }

  /// Makes a new ledger, in a file that is not there yet.
  public init(creating path: String) throws(StorageFailure) {
    file = try DatabaseFile(creating: path, as: .ledger)
  }

  public func snapshot<Result>(
    _ work: (any StoreQuestions) async throws -> Result
  ) async throws -> Result {
    try await file.snapshot { queue in try await work(FileQuestions(queue)) }
  }

  public func write<Result>(
    _ work: (any LedgerWriter) async throws -> Result
  ) async throws -> Result {
    try await file.writing { queue in
      let writer = try SQLiteWriter(queue)
      let result = try await work(writer)
      try writer.finish()
      return result
    }
  }
}
