import Bookkeeping
import Funding
import Storage
import Testing

/// That a reading sees one ledger from its first question to its last.
struct SnapshotTests {
  /// All that is looked at between two pieces of writing: what counts, and what the snapshot holds.
  private func look(_ books: Books) async throws -> [String] {
    let later = Sample.day("2030-01-01")
    var kept = 0
    _ = try await books.questions.eachRecord { _ in
      kept += 1
      return true
    }
    return [
      "\(try await books.head())", "\(books.head)", "\(try await books.records(1...9).count)",
      "\(try await books.flows().map(\.amount))",
      "\(try await books.balances(through: later).count)",
      "\(try await books.facts(.fact(.rowTwin)).count)", "\(try await books.digest(of: 2) == nil)",
      "\(try await books.questions.head())", "\(kept)",
      "\(try await books.questions.flows(FlowQuery()).map(\.amount))",
    ]
  }

  @Test(arguments: StoreKind.allCases)
  func `a reading sees one head, whatever is written meanwhile`(kind: StoreKind) async throws {
    try await kind.trying { store, other in
      try await store.add([try Sample.entry(1, on: "2026-10-01")])
      var kept = 1
      try await store.reading { books in
        let before = try await look(books)
        for writing in [store, other] {
          do {
            try await writing.add([
              try Sample.entry(2, on: "2026-10-01"), Sample.note(.rowTwin, of: "one"),
            ])
            kept += 2
          } catch StorageFailure.locked {
            // Where a store cannot keep what is written while somebody reads, nothing is written.
          }
          #expect(try await look(books) == before)
        }
      }
      #expect(try await other.reading { $0.head.number } == kept)
      try await other.add([Sample.note(.rowTwin, of: "two")])
      #expect(try await store.reading { $0.head.number } == kept + 1)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `readings do not stop one another, in each other or side by side`(kind: StoreKind)
    async throws
  {
    try await kind.trying { store, other in
      try await store.add([try Sample.entry(1, on: "2026-10-01")])
      let head = try await store.reading { $0.head }
      try await store.reading { outer in
        try await other.reading { middle in
          try await store.reading { inner in
            let heads = [try await outer.head(), try await middle.head(), try await inner.head()]
            #expect(heads == [head, head, head])
          }
          #expect(try await look(middle) == look(outer))
        }
        async let one = store.reading { try await $0.records(1...9).count }
        async let two = store.reading { try await $0.records(1...9).count }
        #expect(try await [one, two] == [1, 1])
        #expect(try await outer.head() == head)
      }
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `a reading inside a piece of writing sees what is kept`(kind: StoreKind) async throws {
    try await kind.trying { store, other in
      try await store.add([try Sample.entry(1, on: "2026-10-01")])
      _ = try await store.write { writer in
        try await writer.append([try Sample.entry(2, on: "2026-10-01")])
        for reader in [store, other] {
          try await reader.reading { books in
            #expect(books.head.number == 1)
            #expect(try await books.flows().map(\.amount) == [Money(pence: 1)])
            try await writer.append([try Sample.entry(3, on: "2026-10-01")])
            #expect(try await books.records(1...9).count == 1)
          }
        }
        #expect(try await writer.records(1...9).count == 4)
      }
      #expect(try await other.reading { $0.head.number } == 4)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `a reading that throws ends, and stands in nobody's way`(kind: StoreKind) async throws {
    try await kind.trying { store in
      for _ in 0..<3 {
        await #expect(throws: ChangedItsMind.self) {
          try await store.reading { books in
            #expect(books.head.number == 0)
            throw ChangedItsMind()
          }
        }
      }
      try await store.add([try Sample.entry(1, on: "2026-10-01")])
      #expect(try await store.reading { $0.head.number } == 1)
    }
  }
}
