import Bookkeeping
import Foundation
import Funding
import GRDB
@testable import Storage
@testable import StorageSQLite
import Testing
import TestSupport

/// What had moved by an earlier record, in a ledger of several stretches.
struct StretchTests {
  /// Entries over two stretches and a little, by their day, the coding debited and the pence.
  private struct Posted {
    let day: Day
    let debit: Coding
    let pence: Int64

    init(_ chance: inout Seeded) throws {
      let lines: [Section251Line] = [.topUpMaintained, .topUpAcademies]
      day = Sample.day("2026-04-01").advanced(by: Int.random(in: 0..<200, using: &chance))
      debit = Coding(
        .highNeeds, .allocated, Use(line: lines[Int.random(in: 0..<lines.count, using: &chance)]))
      pence = Int64.random(in: 1...90_000, using: &chance)
    }

    var draft: Draft {
      get throws {
        let movement = Movement(
          Money(pence: pence), debit: debit, credit: Coding(.highNeeds, .unallocated))
        let entry = try FundingEntry(
          FundingProposal(on: day, parts: [Part(Sample.source, [movement])]))
        return Draft(
          recorded: Sample.today, actor: "a.khan", content: .posted(.budgetAllocated, entry))
      }
    }
  }

  @Test func `every point of a long ledger knows what had moved, and nothing of it can be changed`()
    async throws
  {
    var chance = Seeded.fresh(ProcessInfo.processInfo.environment)
    let seed = chance.seed
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let path = scratch.path + "/ledger.sqlite"
    let store = try SQLiteStore(creating: path)
    let all = try (0..<Stretch.length * 2 + 300).map { _ in try Posted(&chance) }
    for first in stride(from: 0, to: all.count, by: 1500) {
      try await store.add(try all[first..<min(first + 1500, all.count)].map { try $0.draft })
    }
    let length = Stretch.length
    var points = [1, length - 1, length, length + 1, 2 * length - 1, 2 * length, 2 * length + 1]
    points += (0..<12).map { _ in Int.random(in: 1...all.count, using: &chance) }
    for point in points {
      let day = Sample.day("2026-04-01").advanced(by: Int.random(in: 0..<210, using: &chance))
      for span in [DaySpan.always, DaySpan(through: day), DaySpan(from: day)] {
        let flows = try await store.snapshot { try await $0.flows(FlowQuery(span, through: point)) }
        var sums: [Account: Int64] = [:]
        for posted in all.prefix(point) where span.contains(posted.day) {
          sums[Account(posted.debit), default: 0] += posted.pence
        }
        #expect(
          flows.reduce(into: [Account: Int64]()) { $0[$1.debit, default: 0] += $1.amount.pence }
            == sums, "seed \(seed), record \(point), \(day)")
      }
    }
    guard case .sound = try await store.verify(progress: { _ in }) else {
      Issue.record("the ledger does not verify, seed \(seed)")
      return
    }

    // A pound moved from one stretch to another, by a hand that mends the sums, and then by one that does not.
    let queue = try DatabaseQueue(path: path)
    try await queue.write { try StretchTests.move(100, in: $0, mendingSums: true) }
    #expect(
      try await store.verify(progress: { _ in })
        == .faulty(.keptFigureDiffers("what moved in a stretch of records")), "seed \(seed)")
    try await queue.write { try StretchTests.move(-100, in: $0, mendingSums: true) }
    guard case .sound = try await store.verify(progress: { _ in }) else {
      Issue.record("what was moved back does not verify, seed \(seed)")
      return
    }
    try await queue.write { try StretchTests.move(100, in: $0, mendingSums: false) }
    await #expect(
      throws: StorageFailure.damaged(
        "what moved in a stretch of records is not what was kept of it")
    ) {
      try await store.snapshot { try await $0.flows(FlowQuery(through: 100)) }
    }
    #expect(
      try await store.verify(progress: { _ in })
        == .faulty(.keptFigureDiffers("what moved in a stretch of records")), "seed \(seed)")
  }
  /// Moves pence of a flow from the stretch after the first to the first.
  private static func move(_ pence: Int64, in db: Database, mendingSums isMending: Bool) throws {
    let row = try #require(
      try Row.fetchOne(
        db, sql: "SELECT day, debit, credit FROM stretch_flow WHERE stretch = 1 ORDER BY day, debit"
      ))
    let key = FlowKey(day: row[0], event: .budgetAllocated, debit: row[1], credit: row[2])
    let sums = KeptSums(db)
    let table = try FlowTable(db, sums, byStretch: true)
    try table.add([key: -pence], to: 1)
    try table.add([key: pence], to: 0)
    if isMending { try sums.flush() }
  }
}
