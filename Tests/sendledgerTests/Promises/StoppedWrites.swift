import CLibSQLite
import Foundation
import Synchronization

/// Has SQLite refuse a row of a file, from inside every connection to it: the file itself stays as it was made.
enum StoppedWrites {
  /// By the path of a file: the temporary rule that each connection to it is given.
  private static let rules = Mutex<[String: String]>([:])
  private static let isReady: Bool = {
    let begin: @convention(c) (OpaquePointer?, OpaquePointer?, OpaquePointer?) -> Int32 = {
      db, _, _ in
      guard let path = sqlite3_db_filename(db, "main").map({ String(cString: $0) }),
        let sql = rules.withLock({ $0[path] })
      else { return SQLITE_OK }
      return sqlite3_exec(db, sql, nil, nil, nil)
    }
    return sqlite3_auto_extension(unsafeBitCast(begin, to: (@convention(c) () -> Void).self))
      == SQLITE_OK
  }()

  /// Stops the writing of rows of a table while something is done.
  static func stopping<Result>(
    _ path: String, before table: String, when condition: String, by means: String,
    _ work: () async throws -> Result
  ) async throws -> Result {
    precondition(isReady)
    let path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let sql = """
      CREATE TEMP TRIGGER stop BEFORE INSERT ON main.\(table) WHEN \(condition)
      BEGIN SELECT RAISE(\(means), 'stopped here'); END
      """
    rules.withLock { $0[path] = sql }
    defer { rules.withLock { $0[path] = nil } }
    return try await work()
  }
}
