import Foundation
import GRDB
import Storage
import StorageSQLite
import TestSupport
import Testing

/// A ledger whose file was made before the file had keys.
struct EarlierFileTests {
  @Test func `a ledger of an earlier form is taken over, its head and its figures unchanged`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let reports = [
      "status", "trial-balance --as-of 2026-10-31", "block position --period 2026-10",
      "child show SPB-004655", "audit log",
    ]
    func answers() async -> [String] {
      var answers: [String] = []
      for report in reports { answers.append(await ledger.type(report).out) }
      return answers
    }
    let before = await answers()
    try EarlierFileTests.makeEarlier(ledger.path + "/ledger.sqlite")
    try #expect(!RawFile(ledger).content().contains { $0.contains("previous_digest") })

    #expect(!before.contains(""))
    #expect(await answers() == before)
    #expect(try RawFile(ledger).number("SELECT count(*) FROM record WHERE previous = 100") == 1)
    try await ledger.type("audit verify").require()
    try await ledger.type([
      "event", "record", "payment-made", "--day", "2026-10-30", "--amount", "10.01", "--fund",
      "high-needs", "--line", "1.2.3", "--document", "Invoice 1",
    ]).require()
    try await ledger.type("audit verify").require()
  }

  @Test func `a ledger that several open at once is taken over once`() async throws {
    let ledger = try await TestLedger.october()
    let path = ledger.path + "/ledger.sqlite"
    for _ in 1...10 {
      try EarlierFileTests.makeEarlier(path)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 1...6 {
          group.addTask {
            do throws(StorageFailure) {
              let store = try SQLiteStore(opening: path)
              #expect(try await store.latest.head().number == 176)
            } catch .locked {
              // Whoever waits too long is told so, and nothing is lost.
            }
          }
        }
        try await group.waitForAll()
      }
    }
    try await ledger.type("audit verify").require()
  }

  @Test(arguments: [
    "UPDATE movement SET credit = 999999 WHERE record = 150",
    "UPDATE movement SET debit = 999999 WHERE record = 150", "DELETE FROM record WHERE number = 99",
    "UPDATE movement SET record = 9999 WHERE record = 150",
  ])
  func `a ledger of an earlier form that was tampered with is left as it is`(deed: String)
    async throws
  {
    let ledger = try await TestLedger.october()
    let path = ledger.path + "/ledger.sqlite"
    try EarlierFileTests.makeEarlier(path)
    try RawFile(ledger).tamper(deed)
    let before = try RawFile(ledger).content()
    for command in ["audit verify", "status"] {
      let answer = await ledger.type(command)
      #expect(answer.status != 0)
      #expect(answer.err.contains("error ledger-damaged: "), "\(answer)")
      #expect(answer.err.contains("it is left as it is"), "\(answer)")
    }
    #expect(try RawFile(ledger).content() == before)
  }

  @Test(arguments: [
    "DELETE FROM grdb_migrations WHERE identifier LIKE '0003%'; DROP TABLE kept_sum; DROP TABLE word_sum",
    """
    DELETE FROM grdb_migrations WHERE identifier LIKE '0004%' OR identifier LIKE '0005%';
    DROP TABLE stretch_flow; DROP TABLE line_posting
    """, "DELETE FROM grdb_migrations WHERE identifier LIKE '0005%'",
    "DELETE FROM grdb_migrations WHERE identifier LIKE '0001%'",
  ])
  func `what looks like an earlier form, and has what only a later one has, is left as it is`(
    deed: String
  ) async throws {
    let ledger = try await TestLedger.october()
    try RawFile(ledger).tamper(deed)
    let before = try RawFile(ledger).content()
    for command in ["status", "child show SPB-004655", "audit verify"] {
      let answer = await ledger.type(command)
      #expect(answer.status != 0 && answer.err.contains("error ledger-damaged: "), "\(answer)")
    }
    #expect(try RawFile(ledger).content() == before)
  }

  /// Puts what a file holds into one of the form that the first step of the schema made.
  private static func makeEarlier(_ path: String) throws {
    let sql = try Project.text("Sources/StorageSQLite/Schema/journal.sql")
    let rules = try #require(sql.range(of: "CREATE TRIGGER")).lowerBound
    let earlier = path + "-earlier"
    let queue = try DatabaseQueue(path: earlier)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA application_id = \(0x534E_444C); \(sql[..<rules])")
      try db.execute(literal: "ATTACH \(path) AS later")
      for table in ["book", "account", "coding", "record", "movement", "flow"]
        + ["mention", "seen", "period"]
      {
        let columns = try db.columns(in: table).map(\.name).joined(separator: ", ")
        try db.execute(sql: "INSERT INTO \(table) SELECT \(columns) FROM later.\(table)")
      }
      try db.execute(
        sql: """
          DETACH later;
          CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
          INSERT INTO grdb_migrations VALUES
            ('0001 the journal, what follows from it, and its rules');
          \(sql[rules...])
          """)
    }
    try queue.close()
    let files = FileManager.default
    for ending in ["", "-wal", "-shm"] where files.fileExists(atPath: path + ending) {
      try files.removeItem(atPath: path + ending)
    }
    try files.moveItem(atPath: earlier, toPath: path)
  }
}
