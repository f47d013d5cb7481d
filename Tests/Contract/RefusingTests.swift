import Bookkeeping
import Funding
import Storage
import Testing
import TestSupport

/// What no store takes.
struct RefusingTests {
  @Test(arguments: StoreKind.allCases)
  func `a closed month takes no entry until it is reopened`(kind: StoreKind) async throws {
    try await kind.trying { store in
      _ = try await store.write { writer in
        try await writer.append([
          try Sample.entry(1, on: "2026-04-30"), Sample.note(.periodClosed, of: "2026-04"),
          Sample.note(.rowTwin, of: "2026-04"),
        ])
      }
      let head = try await store.latest.head()
      for day in ["2026-04-01", "2026-04-30"] {
        let error = await #expect(throws: StorageFailure.self) {
          try await store.add([try Sample.entry(2, on: day)])
        }
        guard case .refused = error else {
          Issue.record("\(String(describing: error))")
          return
        }
      }
      #expect(try await store.latest.head() == head)
      _ = try await store.write { writer in
        try await writer.append([
          try Sample.entry(3, on: "2026-03-31"), try Sample.entry(4, on: "2026-05-01"),
          Sample.note(.periodReopened, of: "2026-04"), try Sample.entry(5, on: "2026-04-30"),
        ])
      }
      #expect(try await store.latest.closedMonths().isEmpty)
      #expect(try await store.latest.records(1...99).count == 7)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `the day of recording never goes back`(kind: StoreKind) async throws {
    try await kind.trying { store in
      let (day, before) = (Sample.today, Sample.today.advanced(by: -1))
      try await store.add([Sample.note(.rowTwin, of: "one")])
      await #expect(throws: StorageFailure.recordedBefore(before, last: day)) {
        try await store.add([Sample.note(.rowTwin, of: "two", recorded: before)])
      }
      let later = day.advanced(by: 3)
      await #expect(throws: StorageFailure.recordedBefore(day, last: later)) {
        try await store.add([
          Sample.note(.rowTwin, of: "three", recorded: later), Sample.note(.rowTwin, of: "four"),
        ])
      }
      #expect(try await store.latest.head().number == 1)
      try await store.add([Sample.note(.rowTwin, of: "five")])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `what is taken and refused is told by what comes next, and nothing is kept`(
    kind: StoreKind
  ) async throws {
    try await kind.trying { store in
      try await store.add([Sample.note(.periodClosed, of: "2026-04")])
      let head = try await store.latest.head()
      let next: [(any LedgerWriter) async throws -> Void] = [
        { _ in }, { _ = try await $0.head() }, { _ = try await $0.flows() },
        { try await $0.append([try Sample.entry(3, on: "2026-05-01")]) },
        { _ in throw ChangedItsMind() },
        { writer in
          for _ in 1...2 { try await writer.take([try Sample.entry(3, on: "2026-05-01")]) }
          Issue.record("more is taken after a refusal")
        },
      ]
      for after in next {
        let error = await #expect(throws: StorageFailure.self) {
          try await store.write { writer in
            try await writer.take([try Sample.entry(1, on: "2026-05-01")])
            try await writer.take([try Sample.entry(2, on: "2026-04-01")])
            try await after(writer)
          }
        }
        guard case .refused = error else {
          Issue.record("\(String(describing: error))")
          return
        }
        #expect(try await store.latest.head() == head)
        #expect(try await store.latest.flows().isEmpty)
      }
      try await store.add([try Sample.entry(1, on: "2026-05-01")])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `work that goes on after a refusal is not kept`(kind: StoreKind) async throws {
    try await kind.trying { store in
      try await store.add([Sample.note(.periodClosed, of: "2026-04")])
      let head = try await store.latest.head()
      let error = await #expect(throws: StorageFailure.self) {
        try await store.write { writer in
          try await writer.append([try Sample.entry(1, on: "2026-05-01")])
          _ = try? await writer.append([try Sample.entry(2, on: "2026-04-01")])
          _ = try? await writer.append([try Sample.entry(3, on: "2026-05-01")])
        }
      }
      guard case .refused = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(try await store.latest.head() == head)
      try await store.add([try Sample.entry(4, on: "2026-05-01")])
      #expect(try await store.latest.flows().map(\.amount) == [Money(pence: 4)])
      let verdict = try await store.verify { _ in }
      guard case .sound(_, entries: 1, movements: 1, _) = verdict else {
        Issue.record("\(verdict)")
        return
      }
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `the last record by a day is the last that was recorded by its end`(kind: StoreKind)
    async throws
  {
    try await kind.trying { store in
      #expect(try await store.latest.lastRecorded(by: Sample.today) == 0)
      _ = try await store.write { writer in
        for (count, days) in [(2, 0), (1, 2), (3, 3)] {
          for _ in 0..<count {
            let recorded = Sample.today.advanced(by: days)
            try await writer.append([Sample.note(.rowTwin, of: "x", recorded: recorded)])
          }
        }
      }
      for (days, number) in [(-1, 0), (0, 2), (1, 2), (2, 3), (3, 6), (999, 6)] {
        #expect(try await store.latest.lastRecorded(by: Sample.today.advanced(by: days)) == number)
      }
    }
  }
}
