import Bookkeeping
import Foundation
import Funding
import GRDB
import StorageSQLite
import TestSupport
import Testing

@testable import Storage

/// The example ledger, with the key of one of its officers, who closes what another has prepared.
struct SignedLedger {
  let ledger: TestLedger
  /// The file of the private key.
  let file: String
  let key: String

  static let day = "2026-11-30"

  /// Makes a key for j.osei, which a.khan and h.lowe adopt.
  static func made() async throws -> SignedLedger {
    let ledger = try await TestLedger.october()
    let (file, key) = try await makeKey("j", in: ledger)
    let made = SignedLedger(ledger: ledger, file: file, key: key)
    try await made.adopt(key)
    return made
  }

  static func makeKey(
    _ name: String, in ledger: TestLedger
  ) async throws -> (file: String, key: String) {
    let file = ledger.terminal.scratch.path + "/\(name).key"
    let made = await ledger.on(day, by: "j.osei").type(["audit", "key", "make", file])
    let words = made.out.split(whereSeparator: \.isWhitespace).map(String.init)
    return (file, try #require(words.first { PublicKey($0) != nil }, "\(made)"))
  }

  func adopt(_ key: String, of officer: String = "j.osei") async throws {
    for person in ["a.khan", "h.lowe"] {
      try await by(person).type(["audit", "key", "adopt", officer, "--key", key]).require()
    }
  }

  func by(_ person: String) -> TestLedger { ledger.on(SignedLedger.day, by: person) }

  /// Has a.khan prepare a month, and j.osei close it.
  @discardableResult
  func close(_ month: String, _ more: String...) async throws -> Terminal.Answer {
    try await by("a.khan").type("period prepare \(month) --carry Late").require()
    return await by("j.osei").type(["period", "close", month] + more)
  }

  /// Writes the ledger anew with some of what it says changed, and with it every digest, sum and list, and
  /// what the register saw: whoever may write to the folder can.
  ///
  /// `change` is given a record's content, and the head behind which it is to stand.
  func forged(
    _ name: String = "forged", _ change: (JournalContent, Head) throws -> [JournalContent]
  ) async throws -> TestLedger {
    let path = ledger.terminal.scratch.path + "/" + name
    try TestLedger.copy(ledger.path, to: path)
    try FileManager.default.removeItem(atPath: path + "/ledger.sqlite")
    let old = try SQLiteStore(opening: ledger.path + "/ledger.sqlite").latest
    let records = try await old.records(1...old.head().number)
    let new = try SQLiteStore(creating: path + "/ledger.sqlite")
    try await new.write { writer in
      var seen: Set<SeenRow> = []
      for record in records {
        for content in try change(record.content, try await writer.head()) {
          _ = try await writer.append([
            Draft(recorded: record.recorded, actor: record.actor, content: content)
          ])
        }
        for source in record.content.sources where !record.content.rulesRowReal {
          guard case .row(let row) = source.origin else { continue }
          seen.insert(SeenRow(row.identity, batch: row.batch, row: row.row, day: row.day))
        }
      }
      try await writer.remember(Array(seen))
    }
    let head = try await new.latest.head()
    try await DatabaseQueue(path: path + "/register.sqlite").write { db in
      try db.execute(sql: "DELETE FROM head")
      try db.execute(
        sql: "INSERT INTO head VALUES (?, ?, NULL)",
        arguments: [head.number, Data(head.digest.bytes)])
    }
    return TestLedger(terminal: ledger.terminal, path: path)
  }
}

extension JournalContent {
  /// A bank balance of a family with a thousand pounds more, and anything else as it is.
  var raised: JournalContent {
    guard let fact, fact.kind == .bankBalance, let balance = fact.source["balance"] else {
      return self
    }
    return .noted(fact.saying(["balance": "1" + balance]))
  }

  /// A signature that names the head behind which it is to stand, and anything else as it is.
  func naming(_ head: Head) -> JournalContent {
    guard let fact, fact.kind == .monthSigned else { return self }
    return .noted(
      fact.saying(["record": "\(head.number)", "digest": head.digest.description]))
  }
}

extension Fact {
  fileprivate func saying(_ texts: [String: String]) -> Fact {
    let details = source.details.map { Detail(asRead: $0.name, texts[$0.name] ?? $0.value) }
    return Fact(kind, of: subject, on: day, Source(source.origin, details: details))
  }
}

/// The program of docs/verify.py, which shares nothing with ours.
enum OtherVerifier {
  static func run(_ words: [String]) throws -> (status: Int32, out: String) {
    let ending = try Program("/usr/bin/env", environment: ProcessInfo.processInfo.environment)
      .run(["-C", Project.folder, "python3", "-B"] + words)
    return (ending.status ?? -1, ending.out)
  }

  static func verify(_ ledger: TestLedger, _ more: String...) throws -> (status: Int32, out: String)
  {
    try run(["docs/verify.py", ledger.path + "/ledger.sqlite"] + more)
  }
}
