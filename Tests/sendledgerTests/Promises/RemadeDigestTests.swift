import Bookkeeping
import Foundation
import Funding
import Storage
import StorageSQLite
import TestSupport
import Testing

/// A record that was changed and given the digest that it ought to have then.
struct RemadeDigestTests {
  @Test(arguments: [66, 69, 107, 121])
  func `a record whose digest was made anew is not read, though the next one names it`(
    number: Int
  ) async throws {
    let ledger = try await TestLedger.october()
    let file = try RawFile(ledger)
    var found: KeptRecord?
    _ = try await file.store.snapshot { questions in
      try await questions.eachRecord { kept in
        if kept.stored.number == number { found = kept }
        return true
      }
    }
    let (old, previous) = try (#require(found).stored, #require(found).previous)
    // The last digit that stands in it is another.
    var body = old.body
    let digit = try #require(body.lastIndex { (0x31...0x38).contains($0) })
    body[digit] += 1
    let new = StoredRecord(
      number: old.number, kindCode: old.kindCode, day: old.day, ownDay: old.ownDay,
      recorded: old.recorded, body: body, movements: old.movements)
    var chain = Chain(after: previous)
    let digest = chain.digest(of: new, after: previous)
    func hex(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }
    try file.tamper(
      """
      UPDATE record SET body = x'\(hex(body))', digest = x'\(digest)' WHERE number = \(number);
      UPDATE record SET previous_digest = x'\(digest)' WHERE number = \(number + 1)
      """)
    let answer = await ledger.type("audit log --record \(number)")
    #expect(answer.status == 65 && answer.out.isEmpty, "\(answer)")
    #expect(
      answer.err.contains("damaged: the digest of a record is not what was kept"), "\(answer)")
    #expect(await ledger.type("audit verify").status != 0)
  }

  /// What a file keeps beside the chain, and which of its sums belong to it.
  private static let kept = [
    ("flow", "flow"), ("stretch_flow", "stretch"), ("mention", "word"),
  ]

  @Test(arguments: kept.indices)
  func `what is kept in a sibling of the ledger, with its sums, is not believed here`(
    index: Int
  ) async throws {
    let (table, kind) = Self.kept[index]
    let ledger = try await TestLedger.october()
    let other = ledger.path + "-other"
    try TestLedger.copy(ledger.path, to: other)
    try await TestLedger(terminal: ledger.terminal, path: other)
      .on("2026-11-30", by: "a.khan").type(["event", "reverse", "150", "--reason", "A slip"])
      .require()
    var clean: [(report: String, answer: Terminal.Answer)] = []
    for report in [
      "block position --block high-needs --period 2026-10", "child show SPB-004655",
      "trial-balance --as-of 2026-10-31", "trial-balance --as-of 2026-10-31 --as-known-at 100",
    ] {
      clean.append((report, await ledger.type(report)))
    }
    let number = try #require(["account", "flow", "seen", "word", "stretch"].firstIndex(of: kind))
    let sums = "kind = '\(kind)' OR kind = 'top' AND part = \(number)"
    try RawFile(ledger).tamper(
      """
      ATTACH '\(other)/ledger.sqlite' AS other;
      DELETE FROM \(table); INSERT INTO \(table) SELECT * FROM other.\(table);
      \(table == "mention" ? Self.words : "")
      DELETE FROM kept_sum WHERE \(sums);
      INSERT INTO kept_sum SELECT * FROM other.kept_sum WHERE \(sums);
      DETACH other
      """)
    #expect(await ledger.type("audit verify").status == 3)
    for (report, answer) in clean {
      let found = await ledger.type(report)
      let isRefused = found.status != 0 && found.out.isEmpty && found.err.contains("error ")
      #expect(isRefused || found.out == answer.out, "\(report): \(found)")
    }
  }

  private static let words =
    "DELETE FROM word_sum; INSERT INTO word_sum SELECT * FROM other.word_sum;"
}
