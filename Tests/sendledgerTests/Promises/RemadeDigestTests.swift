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
}
