import GRDB
import StorageSQLite
import Testing

/// A ledger's file in the hands of somebody who goes round the program.
struct RawFile {
  private let queue: DatabaseQueue
  private let ledger: TestLedger
  let path: String

  init(_ ledger: TestLedger) throws {
    self.ledger = ledger
    path = ledger.path + "/ledger.sqlite"
    queue = try DatabaseQueue(path: path)
  }

  /// The file as the program reads it.
  var store: SQLiteStore {
    get throws { try SQLiteStore(opening: path) }
  }

  func run(_ sql: String) throws {
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  func number(_ sql: String) throws -> Int64 {
    try queue.read { try Int64.fetchOne($0, sql: sql) ?? 0 }
  }

  /// The words with which the file refuses statements, or none if it obeys; it is left as it was.
  func refusal(_ sql: String) throws -> String? {
    try queue.writeWithoutTransaction { db in
      var words: String?
      try db.inTransaction {
        do {
          try db.execute(sql: sql)
        } catch let error as DatabaseError {
          words = error.message ?? "no words"
        }
        return .rollback
      }
      return words
    }
  }

  /// Lifts the rules and keys of the file, does something, and puts the same rules back.
  func tamper(_ sql: String) throws {
    let rules = try queue.read {
      try Row.fetchAll($0, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .map { (name: $0[0] as String, sql: $0[1] as String) }
    }
    for rule in rules { try run("DROP TRIGGER \(rule.name)") }
    try run("PRAGMA foreign_keys = OFF; \(sql)")
    try run("PRAGMA foreign_keys = ON")
    for rule in rules { try run(rule.sql) }
  }

  /// Every row of every table, in order: two files with the same content have the same.
  func content() throws -> [String] {
    try queue.read { db in
      try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
      ).flatMap { table in
        try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }.sorted()
      }
    }
  }
}

extension TestLedger {
  /// The number of the last record, which there has to be.
  func lastNumber() async throws -> Int {
    let text = try #require(await lastRecord())
    return try #require(Int(text))
  }
}
