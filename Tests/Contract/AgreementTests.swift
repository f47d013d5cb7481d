import AuditModel
import Bookkeeping
import Foundation
import Funding
import Storage
import TestSupport
import Testing

/// The two stores beside each other, and beside a list that is added up.
struct AgreementTests {
  private static let seed = Seeded.fresh(ProcessInfo.processInfo.environment).seed

  @Test func `every store answers the same, and as the sums come out`() async throws {
    for number in 0..<UInt64(12) {
      let seed = AgreementTests.seed &+ number
      var book = RandomBook(Seeded(seed: seed))
      var chapters: [RandomBook<Seeded>.Chapter] = []
      for _ in 0..<12 { chapters.append(try book.chapter()) }
      let questions = Questions(about: &book)
      var answers: [Answers] = []
      for kind in StoreKind.allCases {
        try await kind.trying { store in
          answers.append(try await AgreementTests.fill(store, chapters, asking: questions))
          let verdict = try await store.verify { _ in }
          guard case .sound(answers[0].head, entries: _, movements: _, _) = verdict else {
            Issue.record("seed \(seed), \(kind): \(verdict)")
            return
          }
        }
      }
      #expect(AgreementTests.isSame(answers[0], answers[1]), "seed \(seed)")
      AgreementTests.compare(answers[1], book, questions, seed: seed)
    }
  }

  /// Writes the chapters, and asks before the last of them is kept and after.
  private static func fill(
    _ store: any LedgerStore, _ chapters: [RandomBook<Seeded>.Chapter], asking: Questions
  ) async throws -> Answers {
    var inside = Answers()
    for chapter in chapters {
      inside = try await store.write { writer in
        let head = try await writer.head().number
        let first = try await writer.append(chapter.drafts)
        #expect(first == head + 1)
        try await writer.remember(chapter.rows)
        return try await asking.ask(writer)
      }
    }
    let outside = try await asking.ask(store.latest)
    #expect(isSame(inside, outside))
    return outside
  }

  private static func compare(
    _ answers: Answers, _ book: RandomBook<Seeded>, _ questions: Questions, seed: UInt64
  ) {
    let naive = NaiveBook(records: book.records, rows: book.rows)
    let ranges = questions.ranges.map { range in book.records.filter { range.contains($0.number) } }
    #expect(isSame(answers.records, ranges), "seed \(seed)")
    #expect(isSame(answers.flows, questions.flows.map(naive.flows)), "seed \(seed)")
    #expect(isSame(answers.balances, questions.days.map(naive.balances)), "seed \(seed)")
    #expect(isSame(answers.byDay, questions.spans.map(naive.byDay)), "seed \(seed)")
    let touching = questions.spans.flatMap { span in
      questions.touched.map { naive.byDay(span, touching: $0) }
    }
    #expect(isSame(answers.touching, touching), "seed \(seed)")
    #expect(answers.closed == naive.closed, "seed \(seed)")
    for (word, records) in answers.mentioned {
      let filed = book.records.filter { $0.content.mentions.contains(word) }
      #expect(isSame(records, filed), "seed \(seed)")
    }
    let alike = Dictionary(grouping: naive.standingRows, by: \.identity.twin)
    #expect(isSame(answers.twins, alike.mapValues(Set.init)), "seed \(seed)")
    let equal = Dictionary(grouping: naive.standingRows, by: \.identity)
    #expect(isSame(answers.occurrences, equal.mapValues(\.count)), "seed \(seed)")
    let counts = questions.days.map { day in book.records.filter { $0.recorded <= day }.count }
    #expect(answers.lastRecorded == counts, "seed \(seed)")
  }

  /// Whether two answers are equal, which is said in a word: they may be very long.
  private static func isSame<Value: Equatable>(_ one: Value, _ other: Value) -> Bool {
    one == other
  }

  @Test(arguments: StoreKind.allCases)
  func `entries by day come in pages that leave nothing out and give nothing twice`(
    kind: StoreKind
  ) async throws {
    let seed = AgreementTests.seed
    var book = RandomBook(Seeded(seed: seed))
    let chapters = try (0..<8).map { _ in try book.chapter() }
    let whole = NaiveBook(records: book.records, rows: []).byDay(.always)
    try await kind.trying { store in
      for chapter in chapters { try await store.add(chapter.drafts) }
      for limit in 1...whole.count + 1 {
        var found: [JournalRecord] = []
        var place: DayPosition?
        while true {
          let page = try await store.latest.entriesByDay(in: .always, after: place, limit: limit)
          #expect(page.count <= limit)
          guard found.count <= whole.count else { break }
          guard let last = page.last, let day = last.content.entry?.day else { break }
          found += page
          place = DayPosition(day: day, number: last.number)
        }
        #expect(AgreementTests.isSame(found, whole), "seed \(seed), pages of \(limit)")
      }
    }
  }

  @Test func `one history gives every store the same chain`() async throws {
    for number in 0..<UInt64(3) {
      let seed = AgreementTests.seed &+ number
      var heads: [Head] = []
      var records: [[JournalRecord]] = []
      for kind in StoreKind.allCases {
        try await kind.trying { store in
          var history = History(store)
          var maker = StepMaker(Seeded(seed: seed))
          try await history.run(60, &maker)
          heads.append(try await store.latest.head())
          records.append(try await store.latest.records(1...10_000))
        }
      }
      #expect(heads[0] == heads[1], "seed \(seed)")
      #expect(AgreementTests.isSame(records[0], records[1]), "seed \(seed)")
      var chain = Chain(after: .nothing)
      for record in records[0] { _ = chain.link(StoredRecord(record)) }
      #expect(chain.last == heads[0].digest, "seed \(seed)")
    }
  }
}
