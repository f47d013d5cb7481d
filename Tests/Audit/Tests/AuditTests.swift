import AuditModel
import Foundation
import Storage
import StorageSQLite
import TestSupport
import Testing

/// The program beside a second ledger that shares no rule with it.
struct AuditTests {
  private static let seed = Seeded.fresh(ProcessInfo.processInfo.environment).seed

  @Test func `long random histories come out as the naive ledger has them`() async throws {
    try await run(histories: 40, steps: 50) { _ in History(MemoryStore()) }
  }

  /// An advance reversed under a family's spending, since another family had money out; and what a version of
  /// a contract let go, reversed alone.
  @Test(arguments: [1_090, 1_136, 5_066, 5_175] as [UInt64])
  func `histories that once came out otherwise come out as the naive ledger has them`(
    seed: UInt64
  ) async throws {
    var history = History(MemoryStore())
    var maker = StepMaker(Seeded(seed: seed))
    try await history.run(60, &maker)
  }

  @Test func `earlier points of random histories in memory print what they printed`() async throws {
    try await run(histories: 60, steps: 16) { _ in History(MemoryStore(), isRemembering: true) }
  }

  @Test func `earlier points of random histories in SQLite print what they printed`() async throws {
    let scratch = try Scratch()
    try await run(histories: 8, steps: 16) { number in
      let folder = "\(scratch.path)/\(number)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      return History(
        try SQLiteStore(creating: folder + "/ledger.sqlite"),
        try SQLiteRegister(
          creating: folder + "/register.sqlite", salt: Opening.salt),
        folder: number % 2 == 0 ? folder : nil, isRemembering: true)
    }
  }

  /// Runs histories, each of them of a store that is empty, and made by its number.
  private func run(
    histories: Int, steps: Int, _ make: (UInt64) throws -> History
  ) async throws {
    var tally = Tally()
    for number in 0..<UInt64(histories) {
      let seed = AuditTests.seed &+ number
      var history = try make(number)
      var maker = StepMaker(Seeded(seed: seed))
      do {
        try await history.run(steps, &maker)
      } catch {
        Issue.record("seed \(seed): \(error)")
        return
      }
      tally += history.tally
    }
    #expect(tally.done > 5 * histories, "\(tally)")
    #expect(tally.refused > histories, "\(tally)")
  }
}
