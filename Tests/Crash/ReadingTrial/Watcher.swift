import Desks
import Foundation
import Storage

/// A process that reads the position as it is now, as a person at a screen would, and times it.
struct Watcher {
  private let bench: Bench
  private let number: Int
  private var tally = Tally(waits: Waits(), positions: [:])

  /// What a watcher has to say at its end.
  struct Tally: Codable {
    var waits: Waits
    /// The position as it was read at each head.
    var positions: [Int: String]
  }

  /// When a reading began.
  enum Phase: String, CaseIterable {
    case before = "before the commit"
    case during = "during it"
    case after = "after it"
  }

  init(_ bench: Bench, number: Int) {
    self.bench = bench
    self.number = number
  }

  mutating func run() async throws {
    let ledger = try await bench.open()
    try await read(ledger)
    bench.setReady(number)
    while !bench.has(.written) {
      try await read(ledger)
      usleep(20_000)
    }
    print(String(decoding: try JSONEncoder().encode(tally), as: UTF8.self))
  }

  private mutating func read(_ ledger: OpenLedger) async throws {
    let phase: Phase =
      bench.has(.committed) ? .after : bench.has(.committing) ? .during : .before
    let asked = ContinuousClock.now
    let (head, text) = try await ledger.reading { books in
      (books.books.head.number, try await AskedReport.position.text(books))
    }
    tally.waits.add(ContinuousClock.now - asked, to: phase.rawValue)
    if let before = tally.positions.updateValue(text, forKey: head), before != text {
      throw Breach("the position at record \(head)", read: before, again: text)
    }
  }
}
