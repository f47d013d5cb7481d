import Bookkeeping
import Foundation
import Funding
import Storage
import TestSupport
import Testing

/// That whatever a store gives back is held against the chain.
struct VerificationTests {
  private static let seed = Seeded.fresh(ProcessInfo.processInfo.environment).seed

  private func filled(_ store: any LedgerStore, _ work: (RandomBook<Seeded>) -> Void = { _ in })
    async throws
  {
    var book = RandomBook(Seeded(seed: VerificationTests.seed))
    for _ in 0..<12 {
      let chapter = try book.chapter()
      try await store.write { writer in
        try await writer.append(chapter.drafts)
        try await writer.remember(chapter.rows)
      }
    }
    try await store.add([
      try Sample.entry(5, on: "2030-10-01", recorded: Sample.day("2029-01-01")),
      Sample.note(.periodClosed, of: "2026-04", recorded: Sample.day("2029-01-01")),
    ])
    work(book)
  }

  @Test(arguments: StoreKind.allCases, Tampered.Deed.allCases)
  func `each thing that is not as it was written is named`(kind: StoreKind, deed: Tampered.Deed)
    async throws
  {
    try await kind.trying { store in
      var row: SeenRow?
      try await filled(store) { row = $0.rows.first }
      let last = try await store.reading { $0.head.number }
      let sound = try await store.verify { _ in }
      guard case .sound(let head, entries: _, movements: _, _) = sound else {
        Issue.record("seed \(VerificationTests.seed): \(sound)")
        return
      }
      #expect(head.number == last)
      try #require(row != nil)
      let verdict = try await Tampered(store: store, deed: deed, entry: last - 1).verify { _ in }
      #expect(verdict == .faulty(deed.fault(last - 1)), "seed \(VerificationTests.seed)")
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `a ledger that is being written to verifies as it was kept`(kind: StoreKind) async throws {
    try await kind.trying { store, other in
      try await filled(store)
      let kept = try await store.verify { _ in }
      let recorded = Sample.day("2029-02-01")
      _ = try await store.write { writer in
        try await writer.append([try Sample.entry(1, on: "2030-10-01", recorded: recorded)])
        for reader in [store, other] {
          let verdict = try await reader.verify { _ in }
          #expect(verdict == kept)
        }
      }
      for number in 0..<20 {
        async let verdict = store.verify { _ in }
        let draft = try Sample.entry(Int64(number + 1), on: "2030-10-02", recorded: recorded)
        do { try await other.add([draft]) } catch StorageFailure.locked {}
        guard case .sound = try await verdict else {
          Issue.record("\(try await verdict)")
          return
        }
      }
    }
  }
}
