import TestSupport
import Testing

/// L3: whatever is done to the chain is found, and the first of it named.
struct ChainPromise {
  private static let swap = """
    UPDATE record SET number = -1 WHERE number = 100;
    UPDATE record SET number = 100 WHERE number = 101;
    UPDATE record SET number = 101 WHERE number = -1;
    UPDATE movement SET record = -1 WHERE record = 100;
    UPDATE movement SET record = 100 WHERE record = 101;
    UPDATE movement SET record = 101 WHERE record = -1;
    """

  private static let deeds: [(deed: String, found: String)] = [
    ("UPDATE record SET recorded = 20261030 WHERE number = 176", "chain-broken: record 176 "),
    (
      "UPDATE record SET body = CAST(body || x'00' AS BLOB) WHERE number = 100",
      "chain-broken: record 100 "
    ),
    ("UPDATE record SET body = x'' WHERE number IN (100, 120)", "chain-broken: record 100 "),
    ("UPDATE record SET day = 20261030 WHERE number = 152", "chain-broken: record 152 "),
    ("UPDATE record SET own_day = 20260930 WHERE number = 152", "chain-broken: record 152 "),
    ("UPDATE record SET kind = 'invoice-paid' WHERE number = 152", "chain-broken: record 152 "),
    ("UPDATE record SET digest = zeroblob(32) WHERE number = 7", "chain-broken: record 7 "),
    (
      "UPDATE record SET previous_digest = zeroblob(32) WHERE number = 152",
      "chain-broken: record 152 "
    ),
    (
      "UPDATE movement SET book = 3 - book WHERE record = 152 AND book < 3",
      "kept-figure-differs: the book of a movement"
    ),
    ("UPDATE movement SET pence = pence + 1 WHERE record = 152", "chain-broken: record 152 "),
    ("DELETE FROM movement WHERE record = 152", "chain-broken: record 152 "),
    ("DELETE FROM record WHERE number = 100", "record-missing: record 100 "),
    ("DELETE FROM record WHERE number IN (40, 100)", "record-missing: record 40 "),
    ("DELETE FROM record WHERE number = 1", "record-missing: record 1 "),
    (
      "DELETE FROM record WHERE number = 176; DELETE FROM mention WHERE record = 176",
      "chain-cut: the chain ends after record 175"
    ),
    (swap, "chain-broken: record 100 "),
    ("UPDATE flow SET pence = pence + 1", "kept-figure-differs: a balance"),
    ("DELETE FROM mention WHERE record = 100", "kept-figure-differs: "),
    ("DELETE FROM seen", "kept-figure-differs: "),
  ]

  @Test(arguments: deeds.indices)
  func `L3: a record that was changed, removed or moved is named, the first of them`(index: Int)
    async throws
  {
    let (deed, words) = Self.deeds[index]
    let ledger = try await TestLedger.october()
    try await ledger.type("audit verify").require()
    try RawFile(ledger).tamper(deed)
    let answer = await ledger.type("audit verify")
    #expect(answer.status != 0)
    #expect(answer.err.contains("error \(words)"))
    #expect(!answer.out.contains("is whole"))
  }

  @Test func `L3: a record added past the program is named, though the file's rules allow it`()
    async throws
  {
    let ledger = try await TestLedger.october()
    try RawFile(ledger).run(
      """
      INSERT INTO record (number, kind, recorded, body, digest, previous_digest)
      SELECT number + 1, 'note:receipt', recorded, body, zeroblob(32), digest FROM record
      ORDER BY number DESC LIMIT 1
      """)
    let answer = await ledger.type("audit verify")
    #expect(answer.status == 3)
    #expect(answer.err.contains("error chain-broken: record 177 does not follow"))
  }

  @Test(arguments: [
    // Past the end, beside the end, at a number that is taken, and at the beginning.
    ("number + 2", "digest"), ("number + 1", "x'00'"), ("number + 1", "zeroblob(32)"),
    ("number + 1", "NULL"), ("number", "digest"), ("1", "NULL"), ("0", "NULL"), ("0", "digest"),
  ])
  func `L3: a record that does not name the last one is refused by a key`(
    number: String, previous: String
  ) async throws {
    let file = try RawFile(await TestLedger.october())
    try file.run("DROP TRIGGER record_follows")
    let words = try file.refusal(
      """
      INSERT INTO record (number, kind, recorded, body, digest, previous_digest)
      SELECT \(number), 'note:receipt', recorded, body, zeroblob(32), \(previous) FROM record
      ORDER BY number DESC LIMIT 1
      """)
    #expect(words?.contains("constraint failed") == true)
  }

  @Test(arguments: [
    "movement_balances", "record_follows", "record_in_open_period", "record_is_kept",
    "record_stays", "movement_is_kept", "movement_stays", "coding_is_new", "seen_stays",
  ])
  func `L3: a rule of the file that was dropped is named`(rule: String) async throws {
    let ledger = try await TestLedger.october()
    try RawFile(ledger).run("DROP TRIGGER \(rule)")
    let answer = await ledger.type("audit verify")
    #expect(answer.status == 3)
    #expect(answer.err.contains("error rule-changed: the file's rule “\(rule)” is missing"))
  }

  @Test(arguments: [
    "status", "check --as-of 2026-10-31", "block position --period 2026-10", "block transfers",
    "trial-balance --as-of 2026-10-31", "year show 2026-27", "budget show --fund high-needs",
    "child show SPB-004655", "policy show", "audit log",
    "trace trial-balance/actual/2026-10-31/high-needs/bank",
  ])
  func `L3: the head of the ledger is printed on every report`(line: String) async throws {
    let year = try await WorkedYear.october.value
    let kept = try Project.text("Tests/sendledgerTests/WorkedMonth/head.txt")
    let digest = try #require(kept.split { $0.isWhitespace }.last { $0.count == 64 })
    let answer = await year.terminal.type(
      line.split(separator: " ").map(String.init) + ["-C", year.ledger])
    #expect(answer.err.isEmpty)
    #expect(answer.out.contains(digest))
  }
}
