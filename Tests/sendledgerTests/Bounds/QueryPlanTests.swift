import CLibSQLite
import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing

/// What the stores ask of SQLite, all of it: found by index, or gone through for a reason that is said here.
struct QueryPlanTests {
  /// What is gone through whole, by how the question begins, and why it may be.
  private static let wholes: [(question: String, why: String)] = [
    ("SELECT id, text FROM account", "accounts have no child and no provider, and are few"),
    ("SELECT kind, day, debit, credit, pence FROM flow", "held against their sum, once a reading"),
    ("SELECT number, digest, recorded FROM record ORDER BY number DESC LIMIT 1", "one row"),
    ("SELECT number, kind, day, own_day,", "audit verify walks along the chain"),
    ("SELECT record, debit, credit, pence FROM movement ORDER BY", "audit verify, with the chain"),
    ("SELECT coding.text, account.text, book.layer", "audit verify"),
    ("SELECT 1 FROM movement LEFT JOIN coding AS debit", "audit verify"),
    ("SELECT kind, debit, credit, pence, day FROM flow", "audit verify"),
    ("SELECT kind, debit, credit, pence, day, stretch FROM stretch_flow", "audit verify"),
    ("SELECT stretch FROM stretch_flow UNION", "audit verify"),
    ("SELECT record, position, kind, day, own_day, said_on,", "audit verify"),
    ("SELECT line FROM line_posting UNION", "audit verify"),
    ("SELECT word, record FROM mention", "audit verify"),
    ("SELECT word FROM mention UNION", "audit verify"),
    ("SELECT twin, rest, batch, row, day FROM seen", "audit verify"),
    ("SELECT DISTINCT twin >> 52 FROM seen", "audit verify"),
    ("SELECT month, record, is_closed FROM period", "audit verify"),
    ("SELECT name, type", "audit verify reads the rules of the file"),
    ("SELECT 1 FROM kept_sum WHERE kind = ?1", "a file is taken over, once"),
    ("SELECT number, digest FROM record", "the same"),
    ("SELECT (number - 1) / ?1 FROM record UNION", "audit verify"),
    ("SELECT DISTINCT part FROM word_sum", "audit verify"),
    ("SELECT DISTINCT kind FROM kept_sum", "audit verify"),
    ("INSERT INTO book", "only where a key waits for its row, and none does"),
    ("INSERT INTO account", "the same"), ("INSERT INTO coding", "the same"),
    ("INSERT INTO record", "the same"),
    ("SELECT * FROM family ORDER BY child", "the names of a list that names all"),
    ("SELECT number, state, kind, path, file_name,", "import list: all imports"),
    ("SELECT verdict, rows, pence, import FROM import_tally", "import list: all imports"),
    ("SELECT * FROM paper", "audit heads: all papers"),
    ("SELECT salt FROM secret", "one row"),
    ("SELECT batch, row FROM hidden_row LIMIT 1", "one row"),
    ("SELECT reference, text FROM text LIMIT 1", "one row"),
    ("SELECT identifier FROM grdb_migrations", "the steps of the file's form, a few"),
    ("SELECT * FROM sqlite_master LIMIT 1", "one row"),
  ]

  @Test func `no question goes through a table that an index could serve`() async throws {
    let found = try Scratch()
    let path = found.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      let asked = try await QueryPlanTests.asked()
      precondition(asked.statements.count > 100)
      let scans = try QueryPlanTests.scans(of: asked).sorted()
      try Data(scans.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path + "/scans"))
    }
    let scans = try String(contentsOfFile: path + "/scans", encoding: .utf8)
    #expect(scans == "")
  }

  private struct Asked {
    let statements: Set<String>
    let ledger: TestLedger
  }

  private static let commands = [
    "status", "block position --block high-needs --period 2026-10",
    "trial-balance --layer actual --as-of 2026-10-31",
    "trial-balance --layer actual --as-of 2026-10-31 --as-known-at 100",
    "block position --period 2026-10 --as-known-at 100", "child show SPB-004655", "child list",
    "block transfers", "year show 2026-27", "audit log --last 400", "import list",
    "trace position/2026-10/high-needs/line/1.2.11/actual", "event suspense", "audit heads",
    "import waiting", "export --format hledger", "period prepare 2026-09 --carry Late",
    "event record payment-made --day 2026-11-20 --amount 10.00 --fund high-needs --line 1.2.3"
      + " --document Invoice-1",
    "import undo B-0023", "policy show",
  ]

  /// Every statement that a year's files and a day's commands have SQLite prepare.
  private static func asked() async throws -> Asked {
    _ = sqlite3_auto_extension(
      unsafeBitCast(heard as Opening, to: (@convention(c) () -> Void).self))
    let ledger = try await TestLedger.october()
    for command in commands { _ = await ledger.type(command) }
    return Asked(statements: Heard.statements.withLock { $0 }, ledger: ledger)
  }

  private typealias Opening =
    @convention(c) (
      OpaquePointer?, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, OpaquePointer?
    ) -> Int32

  /// Has each connection that is opened say what is prepared on it.
  private static let heard: Opening = { connection, _, _ in
    sqlite3_trace_v2(
      connection, UInt32(SQLITE_TRACE_STMT),
      { _, _, statement, _ in
        if let sql = statement.flatMap({ sqlite3_sql(OpaquePointer($0)) }) {
          Heard.statements.withLock { _ = $0.insert(String(cString: sql)) }
        }
        return 0
      }, nil)
  }

  private enum Heard {
    static let statements = Mutex<Set<String>>([])
  }

  /// Where a statement goes through a table for no reason that is known.
  private static func scans(of asked: Asked) throws -> [String] {
    var found: [String] = []
    var used: Set<Int> = []
    let queues = try ["ledger", "register"].map {
      try DatabaseQueue(path: "\(asked.ledger.path)/\($0).sqlite")
    }
    for sql in asked.statements
    where ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].contains(where: sql.hasPrefix) {
      let words = sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for queue in queues {
        // What is asked of one file is not of the other.
        guard let plan = try? queue.read({ try plan(of: sql, $0) }) else { continue }
        // A list that is given with the question is gone through, and held in memory.
        for step in plan where step.hasPrefix("SCAN") && !step.hasPrefix("SCAN json_each") {
          if let known = wholes.firstIndex(where: { words.hasPrefix($0.question) }) {
            used.insert(known)
          } else {
            found.append("\(step): \(words)")
          }
        }
        break
      }
    }
    for (place, known) in wholes.enumerated() where !used.contains(place) {
      found.append("not gone through any more: \(known.question)")
    }
    return found
  }

  private static func plan(of sql: String, _ db: Database) throws -> [String] {
    let nothing = StatementArguments(Array(repeating: DatabaseValue.null, count: parameters(sql)))
    return try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: nothing)
      .map { $0["detail"] as String }
  }

  private static func parameters(_ sql: String) -> Int {
    let numbered = sql.split(separator: "?").dropFirst().compactMap {
      Int($0.prefix { $0.isNumber })
    }
    return numbered.max() ?? sql.count { $0 == "?" }
  }
}
