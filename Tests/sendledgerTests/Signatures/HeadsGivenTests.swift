import Foundation
import GRDB
import TestSupport
import Testing

/// The heads that were given out are listed, and whether the ledger still has them.
struct HeadsGivenTests {
  private func rows(_ ledger: TestLedger) async -> [[String?]] {
    CommaSeparated(await ledger.type("audit heads --format csv").out).rows.map { row in
      ["paper", "of", "month", "record", "head", "day", "ledger"].map { row[$0] }
    }
  }

  private func build(_ ledger: TestLedger, _ more: String...) async throws {
    let folder = ledger.terminal.scratch.path + "/papers"
    try await ledger.type(
      ["statement", "build", "--period", "2026-10", "--output-folder", folder] + more
    ).require()
  }

  @Test func `a statement is listed once for each point that it was built at`() async throws {
    let ledger = try await TestLedger.october()
    let digest = try #require(await ledger.head().split(separator: " ").last)
    let groups = stride(from: 0, to: 20, by: 4).map { digest.dropFirst($0).prefix(4) }
    let printed = groups.joined(separator: " ")
    let row = ["statement", "SPB-004655", "2026-10", "176", printed, "2026-10-31", "as then"]
    // It was built on the last day of the month, at the same record.
    #expect(await rows(ledger) == [row])
    try await build(ledger)
    #expect(await rows(ledger) == [row])
    try await build(ledger.on("2026-12-02"), "--format", "csv")
    #expect(await rows(ledger) == [row])
    try await build(ledger, "--as-known-at", "170")
    try await ledger.type("period prepare 2026-09 --carry Late").require()
    try await build(ledger)
    #expect(await rows(ledger).map { $0[3] } == ["170", "176", "177"])
    #expect(await rows(ledger).allSatisfy { $0[6] == "as then" })
  }

  @Test func `what was held back or only tried is not listed`() async throws {
    let made = try await DecisionLedger.made()
    let desk = made.ledger.on("2026-11-24", by: "h.lowe")
    let letter = ["decision", "letter", "D-2026-0403"]
    #expect(await desk.type(letter).status != 0)
    try await made.record("D-2026-0403").require()
    try await made.approve("D-2026-0403").require()
    try await desk.type(letter + ["--dry-run"]).require()
    let file = made.ledger.terminal.scratch.path + "/letter.txt"
    try await desk.type(letter + ["--output", file, "--dry-run"]).require()
    #expect(await desk.type(letter + ["--output", "/none/letter.txt"]).status == 73)
    #expect(await rows(desk).isEmpty)

    try await desk.type(letter + ["--output", file]).require()
    try await desk.type(letter).require()
    let listed = await rows(desk)
    #expect(listed.map { $0[0] } == ["letter"])
    #expect(listed.map { $0[1] } == ["D-2026-0403"])
    let text = try String(contentsOfFile: file, encoding: .utf8)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let head = try #require(listed[0][4])
    let record = try #require(listed[0][3])
    #expect(text.contains("from record \(record) of our accounts, check number \(head)."))
    // It is the decision's, whatever was recorded since.
    #expect(await desk.type("audit log --record \(record)").out.contains("decision-recorded"))
  }

  @Test func `every file of a pack for people carries the head that is listed`() async throws {
    let made = try await ScenarioLedger.made()
    try await made.pack().require()
    let texts = made.files().filter { !$0.key.hasSuffix(".csv") && !$0.key.hasSuffix(".xlsx") }
    try await made.pack(ScenarioLedger.example, "--force", "--partner", "ICB").require()
    let extracts = made.files().filter { $0.key.hasPrefix("ICB") }
    #expect(extracts.count == 2)
    let listed = await rows(made.ledger)
    #expect(listed.map { $0[0] } == ["pack", "pack"])
    #expect(listed.map { $0[1] } == ["POOL-2027", "POOL-2027 ICB"])
    let digits = try #require(listed[0][4]).filter { $0 != " " }
    for (name, text) in texts.merging(extracts, uniquingKeysWith: { one, _ in one }) {
      #expect(text.filter { !$0.isWhitespace }.contains(digits), "\(name)")
    }
  }

  @Test func `the list names nobody, in any form`() async throws {
    let ledger = try await TestLedger.october()
    try await build(ledger)
    for form in ["table", "txt", "csv", "json", "html"] {
      let text = await ledger.type("audit heads --format \(form)").out
      #expect(text.contains("SPB-004655"), "\(form)")
      for word in ["Sam", "Taylor", "khan"] { #expect(!text.contains(word), "\(form)") }
    }
  }

  @Test func `a paper stands though the register could not note its head`() async throws {
    let made = try await TestLedger.october()
    let terminal = Terminal(
      made.terminal.scratch, today: "2026-11-30", environment: ["SENDLEDGER_WAIT": "0"])
    let ledger = TestLedger(terminal: terminal, path: made.path)
    await ledger.type("status")
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let queue = try DatabaseQueue(
      path: ledger.path + "/register.sqlite", configuration: configuration)
    try await ledger.type("period prepare 2026-09 --carry Late").require()
    let before = await rows(ledger)
    try await queue.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    let folder = ledger.terminal.scratch.path + "/papers"
    let answer = await ledger.type([
      "statement", "build", "--period", "2026-10", "--output-folder", folder,
    ])
    try await queue.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    #expect(answer.status == 0)
    #expect(answer.err.contains("warning paper-not-remembered: the paper is whole, and "))
    #expect(FileManager.default.fileExists(atPath: folder + "/2026-10/SPB-004655.txt"))
    #expect(await rows(ledger) == before)
  }
}
