import Bookkeeping
import GRDB
import GRDBSQLite
import Storage

/// A prepared statement that is run a great many times.
///
/// GRDB prepares it and keeps it; its values are bound and read here, one call each, because an import of a
/// million rows binds some forty million of them, and the rule of each row of a file reads what stands for its line.
struct BulkStatement {
  private let statement: Statement

  init(_ db: Database, _ sql: String) throws { statement = try db.makeStatement(sql: sql) }

  /// One that is prepared once for a connection.
  init(cached sql: String, _ db: Database) throws { statement = try db.cachedStatement(sql: sql) }

  /// Runs it once for the values given by the closure.
  func run(_ bind: (borrowing Values) -> Void) throws {
    bind(Values(statement: statement.sqliteStatement))
    let code = sqlite3_step(statement.sqliteStatement)
    sqlite3_reset(statement.sqliteStatement)
    guard code == SQLITE_DONE else { throw failure(code) }
  }

  /// Goes through the rows that it finds for the values given by the first closure.
  func each(
    _ bind: (borrowing Values) -> Void, _ take: (borrowing Columns) throws -> Void
  ) throws {
    bind(Values(statement: statement.sqliteStatement))
    defer { sqlite3_reset(statement.sqliteStatement) }
    let columns = Columns(statement: statement.sqliteStatement)
    while true {
      let code = sqlite3_step(statement.sqliteStatement)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw failure(code) }
      try take(columns)
    }
  }

  /// The same of one that takes no values.
  func eachRow(_ take: (borrowing Columns) throws -> Void) throws { try each({ _ in }, take) }

  private func failure(_ code: Int32) -> DatabaseError {
    let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(statement.sqliteStatement)))
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }

  /// The values of a row, numbered from 0, each of them of its column’s kind or a fault of the file.
  struct Columns: ~Copyable {
    fileprivate let statement: OpaquePointer

    func number(_ place: Int32) throws -> Int64 {
      guard sqlite3_column_type(statement, place) == SQLITE_INTEGER else { throw Row.notAsMade }
      return sqlite3_column_int64(statement, place)
    }

    func day(_ place: Int32) throws -> Day { try Day(kept: number(place)) }

    /// None where nothing is kept.
    func dayIfAny(_ place: Int32) throws -> Day? {
      sqlite3_column_type(statement, place) == SQLITE_NULL ? nil : try day(place)
    }

    /// The text to its last byte.
    func text(_ place: Int32) throws -> String {
      guard sqlite3_column_type(statement, place) == SQLITE_TEXT,
        let start = sqlite3_column_text(statement, place)
      else { throw Row.notAsMade }
      let bytes = UnsafeBufferPointer(
        start: start, count: Int(sqlite3_column_bytes(statement, place)))
      guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
        throw Row.notAsMade
      }
      return text
    }
  }

  /// The places for values, numbered from 1.
  struct Values: ~Copyable {
    fileprivate let statement: OpaquePointer

    func set(_ place: Int32, _ number: Int64) { sqlite3_bind_int64(statement, place, number) }

    func set(_ place: Int32, _ day: Day?) {
      if let day { set(place, day.packed) } else { sqlite3_bind_null(statement, place) }
    }

    func set(_ place: Int32, _ text: String) {
      var text = text
      text.withUTF8 { bytes in
        _ = bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(statement, place, $0.baseAddress, Int32($0.count), transient)
        }
      }
    }

    func set(_ place: Int32, _ bytes: [UInt8]?) {
      guard let bytes else {
        sqlite3_bind_null(statement, place)
        return
      }
      _ = bytes.withUnsafeBytes {
        sqlite3_bind_blob(statement, place, $0.baseAddress, Int32($0.count), transient)
      }
    }
  }
}

/// Tells SQLite to make its own copy of what it is given.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension Day {
  /// The day as the file keeps it: 20261031.
  var packed: Int64 {
    let (year, month, day) = parts
    return Int64(year * 10_000 + month * 100 + day)
  }

  init?(packed: Int64) {
    self.init(year: Int(packed / 10_000), month: Int(packed / 100 % 100), day: Int(packed % 100))
  }
}
