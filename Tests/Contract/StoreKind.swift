import Funding
import Storage
import StorageSQLite
import TestSupport
import Testing

/// A store that has to keep the contract.
enum StoreKind: String, CaseIterable, CustomTestStringConvertible {
  case memory
  case file = "SQLite"

  var testDescription: String { rawValue }

  /// Does something with a new store, and with a second way into the same store.
  func trying(_ work: (any LedgerStore, any LedgerStore) async throws -> Void) async throws {
    switch self {
    case .memory:
      let store = MemoryStore()
      try await work(store, store)
    case .file:
      let scratch = try Scratch()
      defer { withExtendedLifetime(scratch) {} }
      let path = scratch.path + "/ledger.sqlite"
      let store = try SQLiteStore(creating: path)
      try await work(store, try SQLiteStore(opening: path))
    }
  }

  func trying(_ work: (any LedgerStore) async throws -> Void) async throws {
    try await trying { store, _ in try await work(store) }
  }
}

/// What a piece of work throws to be taken back.
struct ChangedItsMind: Error {}

extension LedgerStore {
  /// Writes records, and nothing else.
  func add(_ drafts: [Draft]) async throws {
    _ = try await write { writer in try await writer.append(drafts) }
  }
}
