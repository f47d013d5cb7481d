import Bookkeeping
import Desks
import Funding
import GRDB
import Importing
import Storage
import StorageSQLite
import TestSupport
import Testing

/// A command is written and says so, or is not written: whatever becomes of the register meanwhile.
struct OneOutcomeTests {
  /// A register of which one writing fails: before it begins, or when it is to be kept.
  private final class FailingRegister: Register, @unchecked Sendable {
    private let inner: SQLiteRegister
    private let failing: Int
    private let isAtEnd: Bool
    private(set) var writings = 0

    init(_ inner: SQLiteRegister, failing: Int, isAtEnd: Bool) {
      self.inner = inner
      self.failing = failing
      self.isAtEnd = isAtEnd
    }

    func reading<Result>(
      _ work: (any RegisterReading) async throws -> Result
    ) async throws -> Result {
      try await inner.reading(work)
    }

    func write<Result>(
      _ work: (any RegisterWriter) async throws -> Result
    ) async throws -> Result {
      writings += 1
      guard writings == failing else { return try await inner.write(work) }
      guard isAtEnd else { throw StorageFailure.locked }
      return try await inner.write { writer in
        _ = try await work(writer)
        throw StorageFailure.diskFull
      }
    }
  }

  private func open(
    _ ledger: TestLedger, failing: Int, atEnd isAtEnd: Bool
  ) throws -> (OpenLedger, FailingRegister) {
    let register = FailingRegister(
      try SQLiteRegister(opening: ledger.path + "/register.sqlite"), failing: failing,
      isAtEnd: isAtEnd)
    let store = try SQLiteStore(opening: ledger.path + "/ledger.sqlite")
    return (OpenLedger(store, register, settings: SettingsFolder(path: ledger.path)), register)
  }

  @Test(arguments: [false, true])
  func `a commit whose register fails is written and said so, or not written`(isAtEnd: Bool)
    async throws
  {
    let made = try await TestLedger.make()
    let text = BadInput.heading + (1...5).map { BadInput.row($0, "\($0).00") }.joined()
    let batch = try await made.preview(text: text, named: "a.csv", BadInput.options).batch
    let officer = Officer("a.khan", on: try #require(Day("2026-10-31")))
    for failing in 1...3 {
      let path = made.path + "-\(failing)"
      try TestLedger.copy(made.path, to: path)
      let copy = TestLedger(terminal: made.terminal, path: path)
      let (ledger, register) = try open(copy, failing: failing, atEnd: isAtEnd)
      let reference = try #require(ImportReference(batch))
      let record = try await ledger.reading { try await $0.importRecord(reference) }
      let before = try await ledger.head().number
      let run = CommitRun(ledger: ledger, record: record, officer: officer)
      do {
        let outcome = try await run.run(isDry: false)
        #expect(outcome?.posted == 5)
        #expect(try await ledger.head().number == before + 6)
      } catch {
        #expect(register.writings == failing)
        #expect(try await ledger.head().number == before)
      }
      // Told to do it again, it does what is left to do.
      try await copy.type("import commit \(batch)").require()
      let balance = await copy.type("trial-balance --as-of 2026-10-31 --format csv").out
      #expect(balance.contains("15.00"))
      try await copy.type("audit verify").require()
    }
  }

  @Test func `a dry run of a commit writes nothing, to the register either`() async throws {
    let made = try await TestLedger.make()
    let batch = try await made.preview(
      text: "Child,Given name,Family name,Addressee,Address,Confirmed,Contact\n"
        + "SPB-004901,Invented,Child,The family,1 Example Street,01/10/2026,\n",
      named: "families.csv", "--as families"
    ).batch
    func counts() throws -> [Int] {
      let queue = try DatabaseQueue(path: made.path + "/register.sqlite")
      return try queue.read { db in
        try ["family", "text", "hidden_row", "import WHERE state = 'waiting'"].map {
          try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? 0
        }
      }
    }
    let before = try counts()
    let head = await made.head()
    let dry = await made.type("import commit \(batch) --dry-run")
    #expect(dry.out == "\(batch): 1 row would be posted. Nothing was written.\n", "\(dry)")
    #expect(try counts() == before)
    #expect(await made.head() == head)
    try await made.type("import commit \(batch)").require()
    #expect(try counts()[0] == before[0] + 1)
  }

  /// What a hand that knows SQL may write into the register between a preview and its commit.
  private static let hands = [
    "UPDATE import_fate SET bits = zeroblob(16384)",
    "UPDATE import_fate SET bits = (SELECT bits FROM import_fate WHERE import = 1)",
    "DELETE FROM import_fate",
    "DELETE FROM import_row",
    "UPDATE import SET first_day = 20300101, last_day = 20300101",
    "UPDATE import SET state = 'waiting'",
    "UPDATE import_row SET is_real = 1, reason = 'x', decided_by = 'y'",
    "UPDATE import_tally SET rows = rows + 1",
  ]

  @Test(arguments: hands)
  func `a register that was written to by hand doubles nothing and loses nothing in silence`(
    sql: String
  ) async throws {
    let ledger = try await TestLedger.make()
    func file(_ numbers: ClosedRange<Int>) -> String {
      BadInput.heading + numbers.map { BadInput.row($0, "\($0).00") }.joined()
    }
    let first = try await ledger.bring(file(1...5), named: "a.csv", BadInput.options)
    let batch = try await ledger.preview(
      text: file(4...8), named: "b.csv", BadInput.options
    ).batch
    let queue = try DatabaseQueue(path: ledger.path + "/register.sqlite")
    try await queue.write { try $0.execute(sql: sql) }
    try queue.close()
    for one in [batch, first] {
      let answer = await ledger.type("import commit \(one)")
      #expect([0, 3].contains(answer.status), "\(answer)")
    }
    let again = try await ledger.preview(text: file(4...8), named: "b.csv", BadInput.options)
    try await ledger.type("import commit \(again.batch)").require()
    let balance = await ledger.type("trial-balance --as-of 2026-10-31 --format csv").out
    #expect(balance.contains("36.00"), "eight payments, each once: \(balance)")
    try await ledger.type("audit verify").require()
  }
}
