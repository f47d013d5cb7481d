import Bookkeeping
import Foundation
import Funding
@testable import Storage
import TestSupport
import Testing

/// That a ledger read at a point answers as it did when that was all there was.
struct ReadingPointTests {
  private static let seed = Seeded.fresh(ProcessInfo.processInfo.environment).seed

  @Test(arguments: StoreKind.allCases)
  func `every earlier point answers as it did when it was now`(kind: StoreKind) async throws {
    for number in 0..<UInt64(3) {
      let seed = ReadingPointTests.seed &+ number
      var book = RandomBook(Seeded(seed: seed))
      let chapters = try (0..<10).map { _ in try book.chapter() }
      let asking = Questions(about: &book)
      try await kind.trying { store in
        var then = [try await store.reading { try await asking.ask($0) }]
        for chapter in chapters {
          try await store.write { writer in
            try await writer.append(chapter.drafts)
            try await writer.remember(chapter.rows)
          }
          then.append(try await store.reading { try await asking.ask($0) })
          let earlier = then[book.below(then.count)]
          let again = try await asking.ask(store, at: .record(earlier.head.number))
          #expect(again == earlier, "seed \(seed), record \(earlier.head.number)")
        }
        for earlier in then {
          let again = try await asking.ask(store, at: .record(earlier.head.number))
          #expect(again == earlier, "seed \(seed), record \(earlier.head.number)")
        }
      }
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `the end of a day is the last record of that day`(kind: StoreKind) async throws {
    let seed = ReadingPointTests.seed
    var book = RandomBook(Seeded(seed: seed))
    let chapters = try (0..<6).map { _ in try book.chapter() }
    let asking = Questions(about: &book)
    try await kind.trying { store in
      for chapter in chapters { try await store.add(chapter.drafts) }
      let days = Set(book.records.map(\.recorded) + [Sample.day("2000-01-01")])
      for day in days {
        let number = book.records.last { $0.recorded <= day }?.number ?? 0
        let one = try await asking.ask(store, at: .endOf(day))
        let other = try await asking.ask(store, at: .record(number))
        #expect(one == other, "seed \(seed), \(day)")
        #expect(one.head.number == number, "seed \(seed), \(day)")
        #expect(try await store.reading(at: .endOf(day)) { $0.day } == day)
        let recorded = book.records.first { $0.number == number }?.recorded
        #expect(try await store.reading(at: .record(number)) { $0.day } == recorded)
      }
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `a point that the ledger has not is refused`(kind: StoreKind) async throws {
    try await kind.trying { store in
      try await store.add([Sample.note(.rowTwin, of: "one"), Sample.note(.rowTwin, of: "two")])
      for number in [-1, 3, .max] {
        await #expect(throws: StorageFailure.pointNotKnown(.record(number))) {
          try await store.reading(at: .record(number)) { _ in }
        }
      }
      let words = StorageFailure.pointNotKnown(.record(3)).diagnostic
      #expect(words.problem == "“3” is not a day or a record of the ledger")
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `before its first record a ledger is empty and nobody's`(kind: StoreKind) async throws {
    try await kind.trying { store in
      let charter = try #require(Sample.charter)
      let opened = Draft(
        recorded: Sample.today, actor: "a.khan", content: .noted(charter.fact(by: "a.khan")))
      try await store.add([opened])
      #expect(try await store.reading { try $0.charter } == charter)
      let early = Sample.today.advanced(by: -1)
      for point in [ReadingPoint.record(0), .endOf(early)] {
        let books = try await store.reading(at: point) { books in
          let records = try await books.records(1...9)
          #expect(records.isEmpty)
          return books
        }
        #expect(books.head == .none)
        #expect(throws: StorageFailure.nothingRecorded(point)) { try books.charter }
      }
    }
  }
}

extension Questions {
  /// Asks at a point.
  fileprivate func ask(_ store: any LedgerStore, at point: ReadingPoint) async throws -> Answers {
    try await store.reading(at: point) { try await ask($0) }
  }
}
