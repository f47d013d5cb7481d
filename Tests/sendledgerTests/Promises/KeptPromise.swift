import Bookkeeping
import Funding
import Storage
import StorageSQLite
import TestSupport
import Testing

/// L2: what is posted is never changed or deleted.
struct KeptPromise {
  private static let statements = [
    "UPDATE record SET recorded = 20261130 WHERE number = 100",
    "UPDATE record SET body = x'00'",
    "DELETE FROM record WHERE number = 100",
    "DELETE FROM record",
    "INSERT OR REPLACE INTO record "
      + "SELECT number, kind, day, own_day, recorded, body, digest, previous_digest FROM record "
      + "WHERE number = 100",
    "REPLACE INTO record (number, kind, recorded, body, digest, previous_digest) "
      + "SELECT 100, 'note:receipt', 20261130, x'00', zeroblob(32), digest FROM record "
      + "WHERE number = 99",
    "UPDATE OR REPLACE record SET number = 101 WHERE number = 100",
    "UPDATE movement SET pence = pence + 1",
    "DELETE FROM movement WHERE record = (SELECT max(record) FROM movement)",
    "INSERT OR REPLACE INTO movement SELECT record, position, book, debit, credit, 1 FROM movement",
    "UPDATE coding SET book = 1",
    "DELETE FROM coding",
    "INSERT OR REPLACE INTO coding SELECT id, book, account, text || 'x' FROM coding",
    "UPDATE account SET text = text || 'x'",
    "INSERT OR REPLACE INTO account SELECT id, text || 'x' FROM account",
    "UPDATE book SET fund = 'schools'",
    "INSERT OR REPLACE INTO book SELECT id, layer, fund || 'x' FROM book",
    "DELETE FROM mention",
    "UPDATE mention SET word = 'x'",
    "DELETE FROM seen",
    "UPDATE seen SET twin = 0",
  ]

  @Test(arguments: statements)
  func `L2: SQL through the file does not change or delete what is posted`(sql: String)
    async throws
  {
    let file = try RawFile(await TestLedger.october())
    let before = try file.content()
    #expect(try file.refusal(sql) != nil)
    #expect(throws: (any Error).self) { try file.run(sql) }
    #expect(try file.content() == before)
  }

  @Test func `L2: a correction is a reversal, and each of the two leads to the other`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let store = try SQLiteStore(opening: ledger.path + "/ledger.sqlite")
    let figures = "trial-balance --as-of 2026-11-30 --format csv"
    let before = await ledger.type(figures).out
    try await ledger.type([
      "event", "record", "payment-made", "--day", "2026-11-02", "--amount", "10.01", "--fund",
      "high-needs", "--line", "1.2.3", "--document", "Invoice 1",
    ]).require()
    let number = try await ledger.lastNumber()
    let posted = try #require(try await store.latest.record(number))
    let paid = await ledger.type(figures).out
    #expect(paid.withoutHead != before.withoutHead)

    try await ledger.type("event reverse \(number) --reason Wrong").require()
    let reversal = try #require(try await store.latest.record(number + 1)?.content.entry)
    #expect(reversal.correction == .reverses(number))
    let found = try await store.latest.records(mentioning: .corrects(number))
    #expect(found.map(\.number) == [number + 1])
    #expect(try await store.latest.record(number) == posted)
    #expect(reversal.movements == posted.content.entry?.movements.map(\.reversed))
    #expect(await ledger.type(figures).out.withoutHead == before.withoutHead)
    let twice = await ledger.type("event reverse \(number) --reason Wrong")
    #expect(twice.status == 3)
    #expect(twice.err.contains("record \(number + 1)"))
    try await ledger.type("audit verify").require()
  }
}
