import Bookkeeping
import Funding
@testable import Storage
import StorageSQLite
import Testing

/// L4: an import is written whole or not at all.
///
/// Being killed is tried apart; here the writing stops by itself, wherever it can.
struct WholePromise {
  private static let file =
    BadInput.heading + (1...9).map { BadInput.row($0, "\($0).00") }.joined()

  /// Where the file is made to refuse: before a table's row, of the record that comes so many on.
  private static let places: [(table: String, condition: String)] = [
    ("record", "NEW.number = 1"), ("record", "NEW.number = 5"),
    ("record", "NEW.kind = 'note:file-imported'"),
    ("movement", "NEW.record = 1"), ("movement", "NEW.record = 5 AND NEW.position = 1"),
    ("mention", "NEW.record = 10"),
    ("seen", "NEW.row = 2"), ("seen", "NEW.row = 10"), ("flow", "1"),
    ("coding", "1"), ("account", "1"),
  ]

  @Test(arguments: ["ABORT", "ROLLBACK", "FAIL"])
  func `L4: a commit that stops at any point leaves nothing, and can be done again`(
    means: String
  ) async throws {
    let ledger = try await TestLedger.make()
    let file = try RawFile(ledger)
    let last = try file.number("SELECT max(number) FROM record")
    let (_, batch) = try await ledger.preview(
      text: Self.file, named: "list.csv", BadInput.options)
    let before = try file.content()
    for (table, condition) in Self.places {
      let condition = ["number", "record"].reduce(condition) {
        $0.replacing("NEW.\($1) = ", with: "NEW.\($1) = \(last) + ")
      }
      let answer = try await StoppedWrites.stopping(
        file.path, before: table, when: condition, by: means
      ) { await ledger.type("import commit \(batch)") }
      #expect(answer.status != 0, "\(table) \(condition)")
      #expect(answer.err.contains("stopped here"), "\(table) \(condition)")
      #expect(try file.content() == before, "\(table) \(condition)")
    }
    try await ledger.type("audit verify").require()
    try await ledger.type("import commit \(batch)").require()
    #expect(try file.number("SELECT count(*) FROM movement") > 9)
    #expect(try file.number("SELECT max(number) FROM record") == last + 10)
    try await ledger.type("audit verify").require()
  }

  /// What is thrown in the middle.
  private struct Stopped: Error {}

  @Test(arguments: [0, 1, 3])
  func `L4: work that throws after some of its records leaves none`(count: Int) async throws {
    let ledger = try await TestLedger.make()
    let file = try RawFile(ledger)
    let before = try file.content()
    let store = try file.store
    let day = FinancialYear(starting: 2026).first
    await #expect(throws: Stopped.self) {
      try await store.write { writer in
        let source = Source(.command(person: "a.khan", document: "Invoice 1"))
        for _ in 0..<count {
          try await writer.append([
            Draft(
              recorded: day.advanced(by: 500), actor: "a.khan",
              content: .noted(Fact(.receipt, of: "Invoice", on: day, source)))
          ])
        }
        throw Stopped()
      }
    }
    #expect(try file.content() == before)
  }
}
