import CLibSQLite
import Foundation
import GRDB
import Storage

/// A database file of this program, opened and known to be of one kind.
struct DatabaseFile: Sendable {
  let path: String
  private let connections: Connections

  /// Opens a file that is there.
  init(opening path: String, as kind: Kind, _ patience: Patience) throws(StorageFailure) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { throw .notFound(path) }
    guard facts.st_mode & S_IFMT == S_IFREG else { throw .notALedger(path) }
    // What SQLite opens beside the file would keep it waiting for ever.
    for name in [path + "-journal", path + "-wal", path + "-shm"] where stat(name, &facts) == 0 {
      guard facts.st_mode & S_IFMT == S_IFREG else { throw .failed("\(name) is no file") }
    }
    DatabaseFile.keepPrivate(path)
    let queue: DatabaseQueue
    do throws(StorageFailure) {
      queue = try DatabaseFile.connection(to: path, patience)
      try DatabaseFile.check(queue, kind)
      try DatabaseFile.keepLog(queue)
    } catch .notALedger {
      throw .notALedger(path)
    }
    self.init(path: path, queue, patience)
  }

  /// Makes a new file where there is none, and puts into it what it has to begin with.
  init(
    creating path: String, as kind: Kind, filling: (Database) throws -> Void = { _ in }
  ) throws(StorageFailure) {
    // Made before SQLite opens it, so that nobody else can ever read it, nor what SQLite puts beside it.
    let made = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard made >= 0 else {
      throw .failed(errno == EEXIST ? "\(path) is there already" : "the file could not be made")
    }
    close(made)
    let queue = try DatabaseFile.connection(to: path, .short)
    try storing {
      try queue.inDatabase { db in
        try db.execute(sql: "PRAGMA application_id = \(kind.applicationID)")
      }
      try DatabaseFile.keepLog(queue)
      try DatabaseFile.takeOver(queue, kind)
      try queue.write(filling)
    }
    self.init(path: path, queue, .short)
  }

  /// Takes a file that everybody on the machine can read from all but its owner.
  ///
  /// A copy is made so, and a register holds names. What is open to a group and nobody else was opened by a
  /// person, for those who work on it together, and stays.
  private static func keepPrivate(_ path: String) {
    for name in [path, path + "-wal", path + "-shm"] {
      var facts = stat()
      if stat(name, &facts) == 0, facts.st_mode & 0o007 != 0 { chmod(name, 0o600) }
    }
  }

  private init(path: String, _ first: DatabaseQueue, _ patience: Patience) {
    (self.path, connections) = (path, Connections(to: path, first, patience))
  }

  /// Has what is written go to a log beside the file first, so that readers and a writer never wait for
  /// each other: see decision 0007.
  private static func keepLog(_ queue: DatabaseQueue) throws(StorageFailure) {
    try storing {
      try queue.inDatabase { db in
        guard try String.fetchOne(db, sql: "PRAGMA journal_mode") != "wal" else { return }
        try db.execute(sql: "PRAGMA journal_mode = WAL")
      }
    }
  }

  fileprivate static func connection(
    to path: String, _ patience: Patience
  ) throws(StorageFailure) -> DatabaseQueue {
    keepNoMemoryCounts
    return try storing { try DatabaseQueue(path: path, configuration: configuration(patience)) }
  }

  /// Once, before the first file is opened: two locks for each piece of memory are an eighth of an import.
  private static let keepNoMemoryCounts: Void = sqlite3_keep_no_memory_counts()

  /// Six megabytes of pages, and a wait for another run that writes.
  ///
  /// The last connection to close puts the log into the file, so that a ledger at rest is one file.
  static func configuration(_ patience: Patience) -> Configuration {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    configuration.busyMode = .callback(patience.waits(after:))
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -6144; PRAGMA synchronous = FULL")
    }
    return configuration
  }
}

extension DatabaseFile {
  /// Lends a connection that sees the file as it is now, whatever is written to it meanwhile.
  func snapshot<Result>(_ work: (DatabaseQueue) async throws -> Result) async throws -> Result {
    // A transaction that only reads sees the file as it is at its first look.
    try await transaction("BEGIN; SELECT 1 FROM sqlite_schema LIMIT 1", work)
  }

  /// Lends the one connection that may write, and keeps all that was written, or nothing.
  func writing<Result>(_ work: (DatabaseQueue) async throws -> Result) async throws -> Result {
    try await transaction("BEGIN IMMEDIATE", work)
  }

  /// Leaves no byte of what was taken out, in the file or in its log.
  ///
  /// - Throws: ``StorageFailure/locked`` where another run keeps old pages from going.
  func scour() async throws {
    let queue = try await connections.lend()
    try storing {
      try queue.vacuum()
      let isHeld = try queue.inDatabase {
        try Bool.fetchOne($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
      if isHeld ?? false { throw StorageFailure.locked }
    }
    await connections.takeBack(queue)
  }

  private func transaction<Result>(
    _ beginning: String, _ work: (DatabaseQueue) async throws -> Result
  ) async throws -> Result {
    let queue = try await connections.lend()
    do {
      try storing { try queue.inDatabase { try $0.execute(sql: beginning) } }
      let result = try await work(queue)
      try storing { try queue.inDatabase { try $0.execute(sql: "COMMIT") } }
      await connections.takeBack(queue)
      return result
    } catch {
      // SQLite has rolled back by itself after some failures, and then there is nothing to undo.
      queue.inDatabase { db in try? db.execute(sql: "ROLLBACK") }
      await connections.takeBack(queue)
      throw error
    }
  }
}

/// The connections to a file, each lent to one piece of work at a time and kept for the next.
private actor Connections {
  private let path: String
  private let patience: Patience
  private var idle: [DatabaseQueue]

  init(to path: String, _ first: DatabaseQueue, _ patience: Patience) {
    self.path = path
    self.patience = patience
    idle = [first]
  }

  func lend() throws(StorageFailure) -> DatabaseQueue {
    if let queue = idle.popLast() { return queue }
    return try DatabaseFile.connection(to: path, patience)
  }

  func takeBack(_ queue: DatabaseQueue) { idle.append(queue) }
}

/// Runs a piece of work on a database, and says what went wrong in the store's own terms.
func storing<Result>(_ work: () throws -> Result) throws(StorageFailure) -> Result {
  do {
    return try work()
  } catch let failure as StorageFailure {
    throw failure
  } catch let error as DatabaseError {
    throw StorageFailure(error)
  } catch is RowDecodingError {
    throw .damaged("a value that has to be there is missing")
  } catch {
    throw .failed("the file could not be used")
  }
}

extension StorageFailure {
  /// What SQLite reports, without the values that were bound.
  init(_ error: DatabaseError) {
    if error.extendedResultCode == .SQLITE_IOERR_SHMSIZE {
      self = .diskFull
      return
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked
    case .SQLITE_FULL: self = .diskFull
    // The file is there, or it would have been said before.
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: self = .readOnly
    case .SQLITE_NOTADB: self = .notALedger("the file")
    case .SQLITE_CORRUPT: self = .damaged(error.message ?? "SQLite cannot read it")
    case .SQLITE_ERROR where error.message == "unsupported file format":
      self = .damaged("its heading")
    case .SQLITE_CONSTRAINT: self = .refused(error.message ?? "a rule of the file forbids it")
    default: self = .failed(error.message ?? "SQLite error \(error.resultCode.rawValue)")
    }
  }
}
