import Bookkeeping
import GRDB
import GRDBSQLite
import Storage

/// A prepared statement that is run a great many times.
///
/// GRDB prepares it and keeps it; its values are bound here, one call each, because an import of a
/// million rows binds some forty million of them.
struct BulkStatement {
  private let statement: Statement

  init(_ db: Database, _ sql: String) throws { statement = try db.makeStatement(sql: sql) }

  /// Runs it once for the values given by the closure.
  func run(_ bind: (borrowing Values) -> Void) throws {
    bind(Values(statement: statement.sqliteStatement))
    let code = sqlite3_step(statement.sqliteStatement)
    sqlite3_reset(statement.sqliteStatement)
    guard code == SQLITE_DONE else {
      let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(statement.sqliteStatement)))
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
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
