import Bookkeeping
import Funding
import Storage
import Testing
import TestSupport

/// What is promised of a piece of writing: all of it, or none of it.
struct WritingTests {
  @Test(arguments: StoreKind.allCases)
  func `records are numbered from 1 without a gap`(kind: StoreKind) async throws {
    try await kind.trying { store in
      var firsts: [Int] = []
      for count in [2, 1, 3] {
        let drafts = try (1...count).map { try Sample.entry(Int64($0), on: "2026-10-01") }
        firsts.append(try await store.write { try await $0.append(drafts) })
      }
      let both = try await store.write { writer in
        let one = try await writer.append([Sample.note(.rowTwin, of: "one")])
        return [one, try await writer.append([Sample.note(.rowTwin, of: "two")])]
      }
      #expect(firsts == [1, 3, 4])
      #expect(both == [7, 8])
      #expect(try await store.latest.records(1...100).map(\.number) == Array(1...8))
      #expect(try await store.latest.head().number == 8)
      #expect(try await store.latest.record(0) == nil)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `work that throws leaves nothing behind`(kind: StoreKind) async throws {
    try await kind.trying { store in
      let row = SeenRow(RowIdentity(twin: 1, rest: 2), batch: 1, row: 2, day: Sample.today)
      try await store.add([try Sample.entry(100, on: "2026-10-01")])
      let head = try await store.latest.head()
      await #expect(throws: ChangedItsMind.self) {
        _ = try await store.write { writer in
          try await writer.append([
            try Sample.entry(7, on: "2026-10-02"), Sample.note(.periodClosed, of: "2026-04"),
          ])
          try await writer.remember([row])
          throw ChangedItsMind()
        }
      }
      #expect(try await store.latest.head() == head)
      #expect(try await store.latest.records(1...9).count == 1)
      #expect(try await store.latest.records(mentioning: .fact(.periodClosed)).isEmpty)
      #expect(try await store.latest.closedMonths().isEmpty)
      #expect(try await store.latest.occurrences(of: [row.identity]).isEmpty)
      #expect(try await store.latest.twins(of: [1]).isEmpty)
      #expect(try await store.latest.flows().map(\.amount) == [Money(pence: 100)])
      try await store.add([Sample.note(.rowTwin, of: "next")])
      guard case .sound = try await store.verify(progress: { _ in }) else {
        Issue.record("the ledger does not verify")
        return
      }
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `a writer reads what it has written, and nobody else does`(kind: StoreKind) async throws {
    try await kind.trying { store, other in
      let identity = RowIdentity(twin: 1, rest: 2)
      let later = Sample.day("2030-01-01")
      _ = try await store.write { writer in
        try await writer.append([
          try Sample.entry(5, on: "2026-10-02"), Sample.note(.periodClosed, of: "2026-04"),
        ])
        try await writer.remember([SeenRow(identity, batch: 1, row: 2, day: Sample.today)])
        #expect(try await writer.head().number == 2)
        #expect(try await writer.flows().map(\.amount) == [Money(pence: 5)])
        #expect(try await writer.balances(through: later).count == 2)
        #expect(try await writer.closedMonths() == [Sample.month("2026-04")])
        #expect(try await writer.occurrences(of: [identity]) == [identity: 1])
        for reader in [store, other] {
          #expect(try await reader.latest.head() == .none)
          #expect(try await reader.latest.flows().isEmpty)
          #expect(try await reader.latest.balances(through: later).isEmpty)
          #expect(try await reader.latest.closedMonths().isEmpty)
          #expect(try await reader.latest.occurrences(of: [identity]).isEmpty)
        }
      }
      #expect(try await other.latest.head().number == 2)
      #expect(try await other.latest.occurrences(of: [identity]) == [identity: 1])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `two pieces of writing are never mixed`(kind: StoreKind) async throws {
    try await kind.trying { store, other in
      _ = try await store.write { writer in
        try await writer.append([Sample.note(.rowTwin, of: "one")])
        for second in [store, other] {
          await #expect(throws: StorageFailure.locked) {
            try await second.add([Sample.note(.rowTwin, of: "two")])
          }
        }
        try await writer.append([Sample.note(.rowTwin, of: "three")])
      }
      try await other.add([Sample.note(.rowTwin, of: "four")])
      let subjects = try await store.latest.records(1...9).compactMap(\.content.fact?.subject)
      #expect(subjects == ["one", "three", "four"])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `what is taken comes before whatever is asked or added next`(kind: StoreKind) async throws {
    try await kind.trying { store in
      _ = try await store.write { writer in
        for round in 1...40 {
          try await writer.take([
            try Sample.entry(Int64(round), on: "2026-10-01"), Sample.note(.rowTwin, of: "taken"),
          ])
          switch round % 5 {
          case 0: #expect(try await writer.head().number == round / 5 * 11 - 1)
          case 1: #expect(try await writer.records(mentioning: .fact(.rowTwin)).count >= round)
          default: break
          }
          if round % 5 == 0 {
            let number = try await writer.append([Sample.note(.rowTwin, of: "added")])
            #expect(number == round / 5 * 11)
          }
        }
      }
      #expect(try await store.latest.head().number == 88)
      #expect(try await store.latest.flows().map(\.amount) == [Money(pence: 820)])
      let amounts = try await store.latest.records(1...88).compactMap {
        $0.content.entry?.movements.first?.amount.pence
      }
      #expect(amounts == Array(1...40))
      guard case .sound = try await store.verify(progress: { _ in }) else {
        Issue.record("the ledger does not verify")
        return
      }
    }
  }
}
