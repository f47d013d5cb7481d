import Bookkeeping
import Foundation
public import Funding
import GRDB
public import Storage

/// A register kept in one SQLite file, beside the ledger's.
public struct SQLiteRegister: Register {
  private let file: DatabaseFile

  /// Opens the register in a file that is there.
  public init(opening path: String) throws(StorageFailure) {
    file = try DatabaseFile(opening: path, as: .register)
  }

  /// Makes a new register, in a file that is not there yet.
  public init(creating path: String, salt: [UInt8]) throws(StorageFailure) {
    file = try DatabaseFile(creating: path, as: .register)
    try storing {
      try file.queue.write { db in
        try db.execute(
          sql: "INSERT INTO secret (only, salt) VALUES (1, ?)", arguments: [Data(salt)])
      }
    }
  }

  public func write<Result>(_ work: (any RegisterWriter) async throws -> Result) async throws
    -> Result
  {
    let writer = SQLiteRegisterWriter(file.queue)
    try writer.begin()
    do {
      let result = try await work(writer)
      try writer.commit()
      return result
    } catch {
      writer.abandon()
      throw error
    }
  }

  private func read<Value>(_ question: (Database) throws -> Value) throws(StorageFailure) -> Value {
    try storing { try file.queue.inDatabase(question) }
  }

  public func salt() async throws(StorageFailure) -> [UInt8] {
    try read { db in
      guard let salt = try Data.fetchOne(db, sql: "SELECT salt FROM secret") else {
        throw StorageFailure.damaged("the register has lost its secret")
      }
      return Array(salt)
    }
  }

  public func text(_ reference: String) async throws(StorageFailure) -> String? {
    try read { db in
      try String.fetchOne(
        db.cachedStatement(sql: "SELECT text FROM text WHERE reference = ?"),
        arguments: [reference])
    }
  }

  public func hiddenRow(batch: Int, row: Int) async throws(StorageFailure) -> HiddenRow? {
    try read { db in
      let found = try Row.fetchOne(
        db.cachedStatement(
          sql: "SELECT digest, cells FROM hidden_row WHERE batch = ? AND row = ?"),
        arguments: [batch, row])
      guard let found, let digest = Digest(Array(found[0] as Data)) else { return nil }
      return HiddenRow(
        batch: batch, row: row, digest: digest, encoded: Array(found[1] as Data))
    }
  }

  public func family(_ child: ChildReference) async throws(StorageFailure) -> Family? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT * FROM family WHERE child = ?", arguments: [child.code]
      ).flatMap(Family.init)
    }
  }

  public func families() async throws(StorageFailure) -> [Family] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM family ORDER BY child").compactMap(Family.init)
    }
  }

  public func imports() async throws(StorageFailure) -> [ImportRecord] {
    try read { db in
      try Row.fetchAll(db, sql: ImportRecord.query).map { row in
        let tallies = try Row.fetchAll(
          db,
          sql: "SELECT verdict, rows, pence FROM import_tally WHERE import = ? ORDER BY verdict",
          arguments: [row["number"] as Int])
        return try ImportRecord(row, tallies)
      }
    }
  }

  public func rows(of batch: ImportReference) async throws(StorageFailure) -> [ImportRow] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM import_row WHERE import = ? ORDER BY row",
        arguments: [batch.number]
      ).map(ImportRow.init)
    }
  }

  public func fates(of batch: ImportReference) async throws(StorageFailure) -> RowFates {
    try read { db in
      let pages = try Data.fetchAll(
        db, sql: "SELECT bits FROM import_fate WHERE import = ? ORDER BY page",
        arguments: [batch.number])
      guard pages.allSatisfy({ $0.count == RowFates.rowsOnPage / 4 }) else {
        throw StorageFailure.damaged("the register's list of rows cannot be read")
      }
      return RowFates(pages: pages.map { Array($0) })
    }
  }

  public func witness() async throws(StorageFailure) -> Head? {
    try read { db in
      let row = try Row.fetchOne(db, sql: "SELECT number, digest, recorded FROM witness")
      guard let row, let digest = Digest(Array(row[1] as Data)) else { return nil }
      return Head(
        number: row[0], digest: digest, recorded: (row[2] as Int64?).flatMap(Day.init(packed:)))
    }
  }
}
