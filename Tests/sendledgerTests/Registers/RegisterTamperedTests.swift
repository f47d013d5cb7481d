import Foundation
import GRDB
import TestSupport
import Testing

/// What is changed in the register by hand is named, and stops nothing by a signal.
struct RegisterTamperedTests {
  private func change(_ ledger: TestLedger, _ sql: String, of file: String = "register") throws {
    let queue = try DatabaseQueue(path: "\(ledger.path)/\(file).sqlite")
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test func `a text that is another makes no second person, and no letter`() async throws {
    let made = try await DecisionLedger.made()
    try await made.ledger.on("2026-11-20").type([
      "decision", "record", "D-2026-0403", try made.words("D-2026-0403"),
    ]).require()
    #expect(await made.approve("D-2026-0403", by: "j.osei").err.contains("decider-cannot-approve"))
    try change(
      made.ledger, "UPDATE text SET text = 'H. Brown, SEND manager' WHERE text LIKE 'J. Osei%'")
    let answer = await made.approve("D-2026-0403", by: "j.osei")
    #expect(answer.status == 65, "\(answer)")
    #expect(answer.err.contains("a text of the register is not the one that the ledger names"))
  }

  @Test func `no text of the register is printed that is another`() async throws {
    let whole = try await TestLedger.october()
    try change(whole, "UPDATE text SET text = text || ' zzz'")
    for line in [
      "child show SPB-004655",
      "statement build --period 2026-10 --output-folder \(whole.terminal.scratch.path)/out",
    ] {
      let answer = await whole.type(line)
      #expect(!answer.out.contains("zzz"), "\(answer)")
      #expect(answer.status == 65, "\(answer)")
    }
  }

  @Test(arguments: [
    ("register", "CREATE TRIGGER t BEFORE INSERT ON head BEGIN SELECT raise(ignore); END"),
    ("register", "CREATE TRIGGER t AFTER DELETE ON family BEGIN DELETE FROM paper; END"),
    ("register", "CREATE TRIGGER t BEFORE INSERT ON paper BEGIN SELECT raise(ignore); END"),
    ("ledger", "CREATE TRIGGER t BEFORE INSERT ON record BEGIN SELECT raise(ignore); END"),
  ])
  func `a rule that the program did not make is damage`(file: String, sql: String) async throws {
    let ledger = try await TestLedger.october()
    try change(ledger, sql, of: file)
    for line in ["trial-balance --as-of 2026-10-31", "period prepare 2026-05 --carry Late"] {
      let answer = await ledger.type(line)
      #expect(answer.status == 65, "\(line): \(answer)")
      #expect(answer.err.contains("was not made by this program"), "\(answer)")
      #expect(answer.out.isEmpty)
    }
  }

  @Test(arguments: [
    "UPDATE import SET number = -3 WHERE number = 22",
    "UPDATE import SET number = 9223372036854775807 WHERE number = 22",
    "UPDATE sqlite_sequence SET seq = 9223372036854775807",
    "UPDATE import_tally SET pence = 9223372036854775807",
    "UPDATE import_tally SET rows = -9223372036854775807 - 1",
  ])
  func `a number that no import has is damage or harmless`(sql: String) async throws {
    let ledger = try await TestLedger.october()
    try change(ledger, sql)
    let list = "Fund,Line,Amount\nHigh needs,1.2.11,1.00\n"
    _ = try ledger.terminal.scratch.write(list, to: "b.csv")
    for line in [
      "import list", "import show B-0022", "status", "import waiting",
      "import undo B-0022 --reason A",
    ] {
      let answer = await ledger.type(line)
      #expect([0, 2, 3, 4, 65].contains(answer.status), "\(line): \(answer)")
    }
    let answer = await ledger.type(
      "import preview \(ledger.terminal.scratch.path)/b.csv --as budgets")
    #expect([0, 2, 65].contains(answer.status), "\(answer)")
  }
}
