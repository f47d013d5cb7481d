import Bookkeeping
import Foundation
import Funding
import TestSupport
import Testing

/// A record as a store keeps it, and what is read back.
struct RecordEncodingTests {
  private static let awkward = ["", "4:é,", "a\0b\n", "“one”, £1,000.00", "12:reverses 3,"]

  private static let origins: [Origin] = [
    .command(person: "a.khan", document: LedgerText(asRead: awkward[3])),
    .command(person: "", document: ""),
    .rule(name: "year-end", record: nil), .rule(name: "year-end", record: 12),
    .row(
      RowOrigin(
        batch: 1, row: 2, line: 3, day: Words.day("2026-10-01"), cells: [], hidden: nil,
        identity: RowIdentity(twin: .max, rest: 0))),
    .row(
      RowOrigin(
        batch: 12, row: 234, line: 345, day: Words.day("2028-02-29"),
        cells: awkward.map { RowOrigin.Cell("amount", $0) }, hidden: .nothing,
        identity: RowIdentity(twin: 0, rest: .max))),
  ]

  private static let sources = origins.flatMap { origin in
    [Source(origin), Source(origin, details: awkward.map { Detail(asRead: "name", $0) })]
  }

  private static let corrections: [Correction?] = [
    nil, .reverses(3), .corrects(12), .supersedes(123),
  ]

  private static func movement(_ pence: Int64) -> Movement<Coding> {
    Movement(
      Money(pence: pence),
      debit: Coding(.highNeeds, .committed, Use(line: .therapies, planLine: Words.plan)),
      credit: Coding(.highNeeds, .allocated, Use(line: .therapies)))
  }

  /// Records of every kind of event and of fact, from every kind of origin.
  private static func records() throws -> [JournalRecord] {
    var contents: [JournalContent] = []
    for kind in FactKind.allCases {
      for (place, source) in sources.enumerated() {
        let day = place.isMultiple(of: 2) ? nil : Words.day("2026-04-01")
        contents.append(.noted(Fact(kind, of: awkward[place % awkward.count], on: day, source)))
      }
    }
    for kind in EventKind.allCases {
      for (place, source) in sources.enumerated() {
        let parts = [
          Part(source, [movement(1), movement(2)]), Part(sources[place / 2], [movement(.max / 4)]),
        ]
        let own = place.isMultiple(of: 3) ? nil : Words.day("2026-03-31")
        let proposal = FundingProposal(
          on: Words.day("2026-04-01"), belongingTo: own,
          parts: Array(parts.prefix(1 + place % 2)), correction: corrections[place % 4])
        contents.append(.posted(kind, try FundingEntry(proposal)))
      }
    }
    return contents.enumerated().map { number, content in
      JournalRecord(
        number: number + 1, recorded: Words.day("2026-10-31"), actor: "a.khan", content)
    }
  }

  @Test func `a record of every kind is read back as it was written`() throws {
    for record in try RecordEncodingTests.records() {
      #expect(try JournalRecord(StoredRecord(record)) == record)
    }
  }

  @Test func `a record with something changed is never read back as it was`() throws {
    var chance = Seeded.fresh(ProcessInfo.processInfo.environment)
    let seed = chance.seed
    let likely = Array("0123456789:, -+rn".utf8)
    for record in try RecordEncodingTests.records() {
      let stored = StoredRecord(record)
      for place in stored.body.indices {
        var body = stored.body
        switch Int.random(in: 0..<4, using: &chance) {
        case 0: body[place] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
        case 1: body[place] = likely.randomElement(using: &chance) ?? 0
        case 2: body.remove(at: place)
        default: body.insert(likely.randomElement(using: &chance) ?? 0, at: place)
        }
        if body == stored.body { continue }
        let changed = stored.with(body: body)
        guard let read = try? JournalRecord(changed) else { continue }
        #expect(read != record, "seed \(seed), record \(record.number), byte \(place)")
        #expect(StoredRecord(read) == changed, "seed \(seed), record \(record.number)")
      }
    }
  }

  @Test func `a correction is written in one way only`() throws {
    let record = try #require(
      try RecordEncodingTests.records().first { $0.content.entry?.correction == .reverses(3) })
    let stored = StoredRecord(record)
    let text = String(decoding: stored.body, as: UTF8.self)
    for other in ["11:reverses 03,", "11:reverses +3,", "11:reverses  3,", "11: reverses 3,"] {
      let changed = text.replacing("10:reverses 3,", with: other, maxReplacements: 1)
      #expect(changed != text)
      #expect(throws: RecordFault.unreadable(number: record.number)) {
        try JournalRecord(stored.with(body: Array(changed.utf8)))
      }
    }
  }

  @Test func `the other fields of a record are read back too`() throws {
    for record in try RecordEncodingTests.records() {
      let stored = StoredRecord(record)
      let others = [
        stored.with(kind: "payment-mad"), stored.with(kind: "note:"),
        stored.with(day: Words.day("2026-04-02")),
        stored.with(movements: stored.movements + [RecordEncodingTests.movement(5)]),
        stored.with(movements: Array(stored.movements.dropLast())),
      ]
      for other in others where other != stored {
        #expect((try? JournalRecord(other)) != record)
      }
    }
  }
}

extension StoredRecord {
  fileprivate func with(
    kind: String? = nil, day: Day? = nil, body: [UInt8]? = nil,
    movements: [Movement<Coding>]? = nil
  ) -> StoredRecord {
    StoredRecord(
      number: number, kindCode: kind ?? kindCode, day: day ?? self.day, ownDay: ownDay,
      recorded: recorded, body: body ?? self.body, movements: movements ?? self.movements)
  }
}
