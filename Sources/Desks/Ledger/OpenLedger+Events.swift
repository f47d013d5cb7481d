package import Bookkeeping
package import Funding
import Storage

/// What was recorded of an event.
package struct RecordedEvent: Hashable, Sendable {
  /// The numbers of the records.
  package let numbers: [Int]
  /// The entries that count on another day than their own, whose month is closed.
  package let moved: [MovedEntry]
  /// What a person has to look at, though it was recorded.
  package let warnings: [Diagnostic]

  /// An entry for a closed month, which counts in the first open one.
  package struct MovedEntry: Hashable, Sendable {
    package let number: Int
    package let day: Day
    package let ownDay: Day
  }
}

extension OpenLedger {
  /// Posts one event by the word of the person who acts.
  ///
  /// `isAgain` is whether it is another that is alike in all that is said of it.
  /// - Throws: what the rule of the event refuses; ``EventRefusal/saidBefore(by:)``; ``CountedAlready``.
  package func record(
    _ event: FundingEvent, document: LedgerText, by officer: Officer, isAgain: Bool = false,
    isDry: Bool
  ) async throws -> RecordedEvent {
    try await write(by: officer, isDry: isDry) { bookkeeper in
      let head = try await bookkeeper.head()
      let numbers = try await bookkeeper.post(
        event, from: .command(person: officer.name, document: document))
      guard !numbers.isEmpty else { throw DeskFailure(.refused, OpenLedger.nothingSaid) }
      let records = try await bookkeeper.records(after: head)
      if !isAgain,
        let earlier = try await bookkeeper.earlier(
          like: records, { $0.mayBeSaid(again: document) })
      {
        throw PostingFailure.refused(.saidBefore(by: earlier))
      }
      if !isAgain, let counted = try await bookkeeper.countedAlready(event) {
        throw PostingFailure.refused(.counted(counted))
      }
      let moved = records.compactMap { record in
        record.content.entry.flatMap { entry in
          entry.ownDay.map {
            RecordedEvent.MovedEntry(number: record.number, day: entry.day, ownDay: $0)
          }
        }
      }
      return RecordedEvent(numbers: numbers, moved: moved, warnings: bookkeeper.warnings())
    }
  }

  private static let nothingSaid = Diagnostic.error(
    "amount-nothing", "the amount is nothing", why: "what moves no money makes no record",
    next: "give the amount that moved")

  /// Takes an entry back whole, by one that runs the other way.
  ///
  /// - Returns: the number of the reversal, and what a person has to be told of it.
  package func reverse(
    _ record: Int, because reason: LedgerText, evenSo: Bool, by officer: Officer, isDry: Bool
  ) async throws -> (number: Int, warnings: [Diagnostic]) {
    try await write(by: officer, isDry: isDry) { bookkeeper in
      let number = try await bookkeeper.reverse(record, because: reason, evenSo: evenSo)
      return (number, bookkeeper.warnings())
    }
  }
}

extension Origin {
  /// Whether a document may say anew what came from there: the same document, or the row of a file.
  ///
  /// Whoever acts may be another: two clerks have one invoice before them.
  fileprivate func mayBeSaid(again document: LedgerText) -> Bool {
    switch self {
    case .row: true
    // Folded as a name is: capitals, spaces and signs make no other document.
    case .command(_, let other): Actor(other.words) == Actor(document.words)
    case .rule: false
    }
  }
}
