import Bookkeeping
import Funding
import GRDB
@testable import Storage
@testable import StorageSQLite
import TestSupport
import Testing

/// What stands for a plan line, kept beside the chain.
struct PostingTests {
  private static func draft(_ pence: Int64, of line: PlanLineReference, on day: String) throws
    -> Draft
  {
    let movement = Movement(
      Money(pence: pence),
      debit: Coding(.highNeeds, .committed, Use(line: .topUpMaintained, planLine: line)),
      credit: Coding(.highNeeds, .allocated, Use(line: .topUpMaintained)))
    let entry = try FundingEntry(
      FundingProposal(on: Sample.day(day), parts: [Part(Sample.source, [movement])]))
    return Draft(
      recorded: Sample.today, actor: "a.khan", content: .posted(.commitmentMade, entry))
  }

  @Test func `a posting that was put in with its sum is named by the chain`() async throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let path = scratch.path + "/ledger.sqlite"
    let store = try SQLiteStore(creating: path)
    let line = try #require(PlanLineReference("SPB-000001/1"))
    let other = try #require(PlanLineReference("SPB-000001/2"))
    try await store.add([
      try PostingTests.draft(100, of: line, on: "2026-05-01"),
      try PostingTests.draft(7, of: other, on: "2026-05-02"),
      try PostingTests.draft(20, of: line, on: "2026-06-01"),
    ])
    let found = try await store.snapshot { try await $0.postings(of: line, through: 2) }
    #expect(found.map(\.amount) == [Money(pence: 100)])
    #expect(found.map(\.record) == [1])
    #expect(
      try await store.reading { try await $0.standing(of: line).balance(.committed) }.pence == 120)

    let forged = try PostingTests.draft(5, of: line, on: "2026-06-02").numbered(9)
    try await DatabaseQueue(path: path).write { db in
      let sums = KeptSums(db)
      try LinePostings(db, sums).add(forged)
      try sums.flush()
    }
    #expect(
      try await store.verify(progress: { _ in })
        == .faulty(.keptFigureDiffers("what stands for a plan line")))
  }
  @Test(arguments: StoreKind.allCases)
  func `records under both of two words are those, as far as they count`(kind: StoreKind)
    async throws
  {
    try await kind.trying { store in
      try await store.add(["one", "two", "one", "one"].map { Sample.note(.rowTwin, of: $0) })
      for last in 0...5 {
        let found = try await store.snapshot {
          try await $0.records(
            mentioning: .fact(.rowTwin), and: .fact(.rowTwin, of: "one"), through: last)
        }
        #expect(found.map(\.number) == [1, 3, 4].filter { $0 <= last })
      }
    }
  }

  @Test func `a record that was taken out is missed under two words, and where it came later`()
    async throws
  {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let path = scratch.path + "/ledger.sqlite"
    let store = try SQLiteStore(creating: path)
    try await store.add(["one", "two", "one", "one"].map { Sample.note(.rowTwin, of: $0) })
    var careless = Configuration()
    careless.foreignKeysEnabled = false
    try await DatabaseQueue(path: path, configuration: careless).write { db in
      try db.execute(sql: "DROP TRIGGER record_stays; DELETE FROM record WHERE number = 3")
    }
    let gone = StorageFailure.damaged("a record is missing")
    await #expect(throws: gone) {
      try await store.snapshot {
        try await $0.records(
          mentioning: .fact(.rowTwin), and: .fact(.rowTwin, of: "one"), through: .max)
      }
    }
    await #expect(throws: gone) {
      try await store.snapshot { try await $0.flows(FlowQuery(through: 2)) }
    }
  }
}
