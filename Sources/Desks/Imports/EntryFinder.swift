import Bookkeeping
import Funding
import Importing
import Storage

/// Finds the entry that a row may be.
///
/// What a row has been matched with is not matched again, in this file or in a later one.
final class EntryFinder {
  private let ledger: any LedgerReading
  /// How many days a payment may take from one statement to another.
  private let window: Int
  private var taken: Set<Int> = []
  private var advancesByDay: [Day: [Candidate]] = [:]

  /// An entry that a row may be.
  struct Candidate {
    let record: Int
    let amount: Money
    let day: Day
  }

  /// Which books the rows are of.
  ///
  /// A payment to a family stands in the council's and in the family's.
  private let side: MatchedSide

  init(_ ledger: any LedgerReading, window: Int, kind: ImportKind) {
    self.ledger = ledger
    self.window = window
    side = kind == .payments ? .council : .family
  }

  /// What a fact of matching is about: an entry, in the books of one side.
  func subject(of record: Int) -> String { side.subject(of: record) }

  /// A payment to families of an amount, made near a day.
  func advance(of amount: Money, around day: Day) async throws -> Int? {
    var candidates: [Candidate] = []
    for near in stride(from: day.advanced(by: -window), through: day.advanced(by: window), by: 1) {
      if advancesByDay[near] == nil {
        advancesByDay[near] = try await ledger.entries(of: near)
          .compactMap { EntryFinder.candidate($0, .directPaymentAdvanced) }
      }
      candidates += advancesByDay[near] ?? []
    }
    return try await take(amount, around: day, from: candidates)
  }

  /// The nearest candidate of an amount that nothing has been matched with.
  func take(
    _ amount: Money, around day: Day, from candidates: [Candidate]
  ) async throws -> Int? {
    let near =
      candidates
      .filter { $0.amount == amount && abs($0.day.distance(to: day)) <= window }
      .sorted {
        (abs($0.day.distance(to: day)), $0.record) < (abs($1.day.distance(to: day)), $1.record)
      }
    for candidate in near where !taken.contains(candidate.record) {
      if try await isMatched(candidate.record) { continue }
      taken.insert(candidate.record)
      return candidate.record
    }
    return nil
  }

  /// Whether an earlier row was matched with an entry, or it was taken back.
  private func isMatched(_ record: Int) async throws -> Bool {
    if try await !ledger.matches(of: record, side).isEmpty { return true }
    return try await ledger.isReversed(record)
  }

  /// What an entry of a kind moved through the bank.
  static func candidate(_ record: JournalRecord, _ event: EventKind) -> Candidate? {
    guard case .posted(event, let entry) = record.content, entry.correction == nil else {
      return nil
    }
    return Candidate(record: record.number, amount: entry.throughBank, day: entry.belongsTo)
  }
}
