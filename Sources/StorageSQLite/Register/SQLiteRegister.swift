import Foundation
import GRDB
public import Storage

/// A register kept in one SQLite file, beside the ledger's.
public struct SQLiteRegister: Register {
  private let file: DatabaseFile

  /// Opens the register in a file that is there.
  public init(opening path: String, _ patience: Patience = .short) throws(StorageFailure) {
    file = try DatabaseFile(opening: path, as: .register, patience)
  }

  /// Makes a new register, in a file that is not there yet.
  public init(creating path: String, salt: [UInt8]) throws(StorageFailure) {
    file = try DatabaseFile(creating: path, as: .register) { db in
      try db.execute(sql: "INSERT INTO secret (only, salt) VALUES (1, ?)", arguments: [Data(salt)])
    }
  }

  public func reading<Result>(
    _ work: (any RegisterReading) async throws -> Result
  ) async throws -> Result {
    try await file.snapshot { queue in try await work(FileNames(queue)) }
  }

  public func write<Result>(
    _ work: (any RegisterWriter) async throws -> Result
  ) async throws -> Result {
    var hasForgotten = false
    let result = try await file.writing { queue in
      let writer = SQLiteRegisterWriter(queue)
      defer { hasForgotten = writer.hasForgotten }
      return try await work(writer)
    }
    if hasForgotten { try await file.scour() }
    return result
  }
}
