import Bookkeeping
import Funding
@testable import Storage
import StorageSQLite
import TestSupport
import Testing

/// L7: a closed period takes no entry, and two people close it.
struct ClosedPromise {
  private static let lastOfSeptember = FinancialYear(starting: 2026).first.advanced(by: 182)
  private static let lastOfNovember = FinancialYear(starting: 2026).first.advanced(by: 243)

  private func closed() async throws -> TestLedger {
    let ledger = try await TestLedger.october()
    try await ledger.type("period prepare 2026-09 --carry Late").require()
    try await ledger.on("2026-11-30", by: "j.osei").type("period close 2026-09").require()
    return ledger
  }

  @Test func `L7: whoever prepares a period does not close it`() async throws {
    let ledger = try await TestLedger.october()
    let other = ledger.on("2026-11-30", by: "j.osei")
    let head = await ledger.head()
    let early = await other.type("period close 2026-09")
    #expect(early.status == 3)
    #expect(early.err.contains("error period-not-prepared: nobody has prepared 2026-09"))
    #expect(await ledger.head() == head)
    try await ledger.type("period prepare 2026-09 --carry Late").require()
    let prepared = await ledger.head()
    let same = await ledger.type("period close 2026-09")
    #expect(same.status == 3)
    #expect(same.err.contains("error preparer-cannot-close: you prepared 2026-09"))
    #expect(await ledger.head() == prepared)
    try await other.type("period close 2026-09").require()
  }

  @Test func `L7: whoever prepares the last month of a year does not close the year`()
    async throws
  {
    let ledger = try await TestLedger.october(today: "2027-03-31")
    try await ledger.type("period prepare 2027-03 --carry Late").require()
    let head = await ledger.head()
    let same = await ledger.type("year close 2026-27")
    #expect(same.status == 3)
    #expect(same.err.contains("error preparer-cannot-close: you prepared 2027-03"))
    #expect(await ledger.head() == head)
  }

  @Test func `L7: what belongs to a closed period is posted on the first open day, and says so`()
    async throws
  {
    let ledger = try await closed()
    try await ledger.type([
      "event", "record", "payment-made", "--day", "2026-09-30", "--amount", "10.00", "--fund",
      "high-needs", "--line", "1.2.3", "--document", "Invoice 1",
    ]).require()
    let number = try await ledger.lastNumber()
    let store = try SQLiteStore(opening: ledger.path + "/ledger.sqlite")
    let entry = try #require(try await store.latest.record(number)?.content.entry)
    #expect(entry.day == Self.lastOfSeptember.advanced(by: 1))
    #expect(entry.ownDay == Self.lastOfSeptember)
  }

  @Test func `L7: the store takes no entry in a closed period, whoever asks`() async throws {
    let ledger = try await closed()
    let file = try RawFile(ledger)
    let store = try file.store
    let old = try #require(
      try await store.latest.entriesByDay(
        in: DaySpan(through: Self.lastOfSeptember), after: nil, limit: 1
      ).last)
    let before = try file.content()
    await #expect(throws: StorageFailure.refused("the period is closed")) {
      let again = FundingProposal(
        on: Self.lastOfSeptember, parts: try #require(old.content.entry).parts)
      let entry = try FundingEntry(again)
      try await store.write { writer in
        _ = try await writer.append([
          Draft(
            recorded: Self.lastOfNovember, actor: "a.khan",
            content: .posted(.paymentMade, entry))
        ])
      }
    }
    #expect(try file.content() == before)
  }

  @Test func `L7: SQL neither posts in a closed period nor opens it`() async throws {
    let file = try RawFile(await closed())
    let insert = """
      INSERT INTO movement SELECT 1 + (SELECT max(number) FROM record), 0, book, debit, credit, 1
      FROM movement LIMIT 1;
      INSERT INTO record (number, kind, day, recorded, body, digest, previous_digest)
      SELECT number + 1, 'payment-made', DAY, recorded, body, zeroblob(32), digest FROM record
      ORDER BY number DESC LIMIT 1
      """
    #expect(try file.refusal(insert.replacing("DAY", with: "20261031")) == nil)
    for day in ["20260901", "20260930"] {
      #expect(try file.refusal(insert.replacing("DAY", with: day)) == "the period is closed")
    }
    for sql in [
      "DELETE FROM period", "UPDATE period SET is_closed = 0", "UPDATE period SET month = 202001",
      "INSERT OR REPLACE INTO period SELECT month, record, 0 FROM period",
      "INSERT INTO period SELECT month, record + 1, 0 FROM period",
      "INSERT INTO period SELECT month, 1, 0 FROM period",
    ] {
      #expect(try file.refusal(sql) != nil, "\(sql)")
    }
  }

  @Test func `L7: what was prepared is what is closed, of a month and of a year`() async throws {
    let ledger = try await TestLedger.october(today: "2027-04-02")
    func pay(_ day: String) async throws {
      try await ledger.type([
        "event", "record", "payment-made", "--day", day, "--amount", "10.00", "--fund",
        "high-needs", "--line", "1.2.3", "--document", "Invoice \(day)",
      ]).require()
    }
    let preparer = ledger.on("2027-04-02", by: "j.osei")
    try await preparer.type("period prepare 2026-11 --carry Late").require()
    try await pay("2026-12-01")
    try await ledger.type("period close 2026-11").require()
    for (month, command) in [
      ("2026-12", "period close 2026-12"), ("2027-03", "year close 2026-27"),
    ] {
      try await preparer.type("period prepare \(month) --carry Late").require()
      try await pay("2026-12-0\(month.last ?? "0")")
      let number = try await ledger.lastNumber()
      let refused = await ledger.type(command)
      #expect(refused.status == 3)
      #expect(
        refused.err.contains(
          "error period-moved: 2026-12 has moved since \(month == "2026-12" ? "it" : month) was prepared, by record \(number)"
        ))
      try await preparer.type("period prepare \(month) --carry Late").require()
      if month == "2027-03" { try await ledger.type(command).require() }
    }
  }

  @Test func `L7: a closed period is opened again by two people`() async throws {
    let ledger = try await closed()
    let reopen = ["period", "reopen", "2026-09", "--reason", "The bank list was late"]
    let pay = [
      "event", "record", "payment-made", "--day", "2026-09-30", "--amount", "10.00", "--fund",
      "high-needs", "--line", "1.2.3", "--document", "Invoice 9",
    ]
    let first = await ledger.type(reopen)
    #expect(
      first.out
        == "That 2026-09 be open again is proposed. Next: somebody else gives the same command.\n"
    )
    #expect(await ledger.type(reopen).err.contains("error proposed-by-you: "))
    #expect(await ledger.type(pay + ["--dry-run"]).out.contains("2026-10-01"))
    let second = await ledger.on("2026-11-30", by: "j.osei").type(reopen)
    #expect(second.out == "2026-09 is open again.\n")
    #expect(await !ledger.type(pay + ["--dry-run"]).out.contains("2026-10-01"))
    // Closed once more, it takes two people once more.
    try await ledger.on("2026-11-30", by: "j.osei").type("period prepare 2026-09 --carry Late")
      .require()
    try await ledger.type("period close 2026-09").require()
    #expect(await ledger.on("2026-11-30", by: "j.osei").type(reopen).out.contains("is proposed"))
    try await ledger.type("audit verify").require()
  }

  @Test func `L7: a closed period is opened again with a reason only`() async throws {
    let ledger = try await closed()
    let head = await ledger.head()
    #expect(await ledger.type(["period", "reopen", "2026-09", "--reason", ""]).status != 0)
    #expect(await ledger.type("period reopen 2026-09").status != 0)
    #expect(await ledger.head() == head)
  }
}
