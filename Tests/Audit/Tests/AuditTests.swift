import AuditModel
import Bookkeeping
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

  private func take(_ steps: [AuditModel.Step]) async throws -> NaiveLedger {
    var history = History(MemoryStore())
    var maker = StepMaker(Seeded(seed: 1))
    try await history.run(steps, &maker)
    return history.naive
  }

  @Test func `what another family has out does not stand for money that was accounted for`()
    async throws
  {
    let day = Scene.first
    let steps: [AuditModel.Step] = [
      .decide(line: 1, from: day, pence: 500_00),
      .decide(line: 2, from: day, pence: 500_00),
      .advance(line: 1, pence: 100_00, day),
      .evidence(line: 1, pence: 80_00, day),
      .advance(line: 2, pence: 100_00, day),
    ]
    let before = try await take(steps)
    let paid = try #require(
      before.posts.firstIndex { post in
        post.pairs.contains { $0.account.contains("advanced") && $0.pence == 100_00 }
      })
    let after = try await take(steps + [.reverse(post: paid)])
    #expect(after.posts.count == before.posts.count)
  }

  @Test func `what a version of a contract lets go is not reversed alone`() async throws {
    let steps: [AuditModel.Step] = [
      .papers([.contract(from: Scene.first, pence: 14_400_000)]),
      .papers([.contract(from: Scene.first.addingMonths(2), pence: 7_200_000)]),
    ]
    let before = try await take(steps)
    let released = before.posts.count - 1
    let after = try await take(steps + [.reverse(post: released)])
    #expect(after.posts.count == before.posts.count)
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
