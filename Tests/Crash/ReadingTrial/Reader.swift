import Bookkeeping
import Desks
import Foundation
import Storage
import TestSupport

/// A process that reads one report after another until the posting ends, and each of them again.
struct Reader {
  private let bench: Bench
  private let number: Int
  private var chance: Seeded
  private var waits = Waits()
  private var kept: [Reading: String] = [:]
  private var last = Reader.first
  private var lastDay = Poster.firstDay

  /// A report, and the head that it said it was read at.
  private struct Reading: Hashable {
    let report: AskedReport
    let head: Int
  }

  /// What a reader has to say at its end.
  struct Tally: Codable {
    var waits: Waits
    var heads: Set<Int>
    /// How many reports were read again from the settled ledger, and found to be the same.
    var settled: Int
  }

  /// By this record the example has its settings, its grant and its budgets, so that every report can be made.
  private static let first = 100
  /// The waiting for the books to open, which is part of every reading.
  static let opening = "opening the books"

  init(_ bench: Bench, number: Int, seed: UInt64) {
    self.bench = bench
    self.number = number
    chance = Seeded(seed: seed)
  }

  mutating func run() async throws {
    var ledger = try await bench.open()
    var turns = 0
    repeat {
      // People come and go: every so often the files are closed, and opened beside the writing.
      if turns % 20 == 19 { ledger = try await bench.open() }
      try await read(ledger)
      if turns == 0 { bench.setReady(number) }
      turns += 1
    } while !bench.has(.written)
    let settled = kept.shuffled(using: &chance).prefix(Reader.mostSettled)
    for (reading, text) in settled { try await compare(reading, text, in: ledger) }
    let tally = Tally(waits: waits, heads: Set(kept.keys.map(\.head)), settled: settled.count)
    print(String(decoding: try JSONEncoder().encode(tally), as: UTF8.self))
  }

  private mutating func read(_ ledger: OpenLedger) async throws {
    let point = point()
    // The journal is as long as the ledger, and nobody takes it away every minute.
    let choice = Int.random(in: 0..<41, using: &chance)
    let report = AskedReport.allCases[min(choice / 10, 4)]
    let asked = ContinuousClock.now
    let (head, day, opened, text) = try await ledger.reading(at: point) { books in
      let opened = ContinuousClock.now
      return (
        books.books.head.number, books.books.head.recorded, opened, try await report.text(books)
      )
    }
    waits.add(opened - asked, to: Reader.opening)
    waits.add(ContinuousClock.now - asked, to: report.rawValue)
    last = max(last, head)
    lastDay = max(lastDay, day ?? lastDay)
    let reading = Reading(report: report, head: head)
    try await compare(reading, text, in: ledger)
    if let before = kept.updateValue(text, forKey: reading), before != text {
      throw Breach("\(report.rawValue) at record \(head)", read: before, again: text)
    }
  }

  /// Half of the readings are of the ledger as it is now, and the others of a record or a day's end.
  private mutating func point() -> ReadingPoint {
    switch Int.random(in: 0..<4, using: &chance) {
    case 0: .record(Int.random(in: Reader.first...last, using: &chance))
    case 1:
      .endOf(
        Poster.firstDay.advanced(
          by: Int.random(in: 0...Poster.firstDay.distance(to: lastDay), using: &chance)))
    default: .now
    }
  }

  /// Reads a report again at the head that it said it was read at: the two have to be the same.
  ///
  /// It is done at once, with whatever has been posted since, and once more when all is posted.
  private func compare(_ reading: Reading, _ text: String, in ledger: OpenLedger) async throws {
    let again = try await ledger.reading(at: .record(reading.head)) { books in
      try await reading.report.text(books)
    }
    guard text == again else {
      throw Breach("\(reading.report.rawValue) at record \(reading.head)", read: text, again: again)
    }
  }

  /// Of the settled ledger, as many reports again as can be read in some minutes.
  private static let mostSettled = 200
}
