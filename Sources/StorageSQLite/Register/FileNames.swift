import Foundation
import Funding
import GRDB
import Storage

/// Answers questions from a register file, over a connection whose transaction somebody else ends.
final class FileNames: RegisterReading {
  private let queue: DatabaseQueue

  init(_ queue: DatabaseQueue) { self.queue = queue }

  private func read<Value>(_ question: (Database) throws -> Value) throws(StorageFailure) -> Value {
    try storing { try queue.inDatabase(question) }
  }

  func salt() async throws(StorageFailure) -> [UInt8] {
    try read { db in
      guard let salt = try Data.fetchOne(db.cachedStatement(sql: "SELECT salt FROM secret")) else {
        throw StorageFailure.damaged("the register has lost its secret")
      }
      return Array(salt)
    }
  }

  func text(_ reference: String) async throws(StorageFailure) -> String? {
    let text = try read { db in
      try Row.fetchOne(
        db.cachedStatement(sql: "SELECT text FROM text WHERE reference = ?"),
        arguments: [reference]
      )
      .map { try $0.value(0) as String }
    }
    guard let text else { return nil }
    // The ledger names each text by what it says.
    guard let salt = Salt(try await salt()), salt.names(text, reference) else {
      throw .damaged("a text of the register is not the one that the ledger names")
    }
    return text
  }

  func anyText() async throws(StorageFailure) -> (reference: String, text: String)? {
    try read { db in
      try Row.fetchOne(db.cachedStatement(sql: "SELECT reference, text FROM text LIMIT 1"))
        .map { (try $0.value(0), try $0.value(1)) }
    }
  }

  func hiddenRow(batch: Int, row: Int) async throws(StorageFailure) -> HiddenRow? {
    try read { db in
      let found = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT digest, cells FROM hidden_row WHERE batch = ? AND row = ?"),
        arguments: [batch, row])
      return try found.map {
        HiddenRow(
          batch: batch, row: row, digest: try $0.digest(0), encoded: Array(try $0.value(1) as Data))
      }
    }
  }

  func anyHiddenRow() async throws(StorageFailure) -> HiddenRow? {
    let place = try read { db in
      try Row.fetchOne(db.cachedStatement(sql: "SELECT batch, row FROM hidden_row LIMIT 1"))
        .map { (batch: try $0.value(0) as Int, row: try $0.value(1) as Int) }
    }
    guard let place else { return nil }
    return try await hiddenRow(batch: place.batch, row: place.row)
  }

  func allTexts() async throws(StorageFailure) -> [String: String] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT reference, text FROM text").reduce(into: [:]) {
        $0[try $1.value(0)] = try $1.value(1) as String
      }
    }
  }

  func eachHiddenRow(_ visit: (HiddenRow) -> Void) async throws(StorageFailure) {
    try read { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT batch, row, digest, cells FROM hidden_row ORDER BY batch, row")
      while let row = try rows.next() {
        visit(
          HiddenRow(
            batch: try row.value(0), row: try row.value(1), digest: try row.digest(2),
            encoded: Array(try row.value(3) as Data)))
      }
    }
  }

  func family(_ child: ChildReference) async throws(StorageFailure) -> Family? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT * FROM family WHERE child = ?", arguments: [child.code]
      ).map(Family.init)
    }
  }

  func families() async throws(StorageFailure) -> [Family] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM family ORDER BY child").map(Family.init)
    }
  }

  func imports() async throws(StorageFailure) -> [ImportRecord] {
    try read { db in
      let tallies = try Dictionary(
        grouping: Row.fetchAll(
          db, sql: "SELECT verdict, rows, pence, import FROM import_tally ORDER BY import, verdict"),
        by: { try $0.value("import") as Int })
      return try Row.fetchAll(db, sql: ImportRecord.query).map { row in
        try ImportRecord(row, tallies[try row.value("number")] ?? [])
      }
    }
  }

  func rows(of batch: ImportReference) async throws(StorageFailure) -> [ImportRow] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM import_row WHERE import = ? ORDER BY row",
        arguments: [batch.number]
      ).map(ImportRow.init)
    }
  }

  func fates(of batch: ImportReference) async throws(StorageFailure) -> RowFates {
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

  func witness(through number: Int) async throws(StorageFailure) -> Head? {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT number, digest, recorded FROM head WHERE number <= ? ORDER BY number DESC LIMIT 1
          """, arguments: [number])
      return try row.map {
        Head(number: try $0.value(0), digest: try $0.digest(1), recorded: try $0.day(2))
      }
    }
  }

  func papers() async throws(StorageFailure) -> [Paper] {
    try read { db in try Row.fetchAll(db, sql: "SELECT * FROM paper").map(Paper.init) }
  }
}
