import AuditModel
import Foundation
import Storage
import StorageSQLite
import TestSupport
import Testing

/// The program beside a second ledger that shares no rule with it.
struct AuditTests {
  private static let seed = Seeded.fresh(ProcessInfo.processInfo.environment).seed

  @Test func `random histories in memory come out as the naive ledger has them`() async throws {
    try await run(histories: 150) { MemoryStore() }
  }

  @Test func `random histories in SQLite come out as the naive ledger has them`() async throws {
    let scratch = try Scratch()
    var number = 0
    try await run(histories: 6) {
      number += 1
      return try SQLiteStore(creating: "\(scratch.path)/\(number).sqlite")
    }
  }

  private func run(histories: Int, _ store: () throws -> any LedgerStore) async throws {
    for number in 0..<UInt64(histories) {
      let seed = AuditTests.seed &+ number
      let ledger = try store()
      var history = History(ledger)
      var maker = StepMaker(Seeded(seed: seed))
      do {
        try await history.run(50, &maker)
      } catch let difference as History.Difference {
        Issue.record("seed \(seed): \(difference)")
        return
      }
      guard case .sound = try await ledger.verify(progress: { _ in }) else {
        Issue.record("seed \(seed): the ledger does not verify")
        return
      }
      #expect(history.accepted > 5)
      #expect(history.refused > 0)
    }
  }
}
