import Bookkeeping
import Funding
import GRDB

/// Flows that have been posted in this piece of writing and not yet added to those of the file.
final class FlowSums {
  private var sums: [Key: Int64] = [:]
  private let db: Database
  private let kept: KeptSums
  private let upsert: BulkStatement

  private struct Key: Hashable {
    let day: Int64
    let event: EventKind
    let debit: Int64
    let credit: Int64
  }

  /// More than this many are written to the file before any more are taken.
  private static let most = 20_000

  init(_ db: Database, _ kept: KeptSums) throws {
    self.db = db
    self.kept = kept
    upsert = try BulkStatement(
      db,
      """
      INSERT INTO flow (day, kind, debit, credit, pence) VALUES (?1, ?2, ?3, ?4, ?5)
      ON CONFLICT (day, kind, debit, credit) DO UPDATE SET pence = excluded.pence
      """)
  }

  /// Counts a movement between two accounts, which are given by their numbers in the file.
  func add(
    _ amount: Money, on day: Int64, of event: EventKind, debit: Int64, credit: Int64,
    isReversal: Bool
  ) throws {
    let key =
      isReversal
      ? Key(day: day, event: event, debit: credit, credit: debit)
      : Key(day: day, event: event, debit: debit, credit: credit)
    sums[key, default: 0] += isReversal ? -amount.pence : amount.pence
    if sums.count >= FlowSums.most { try flush() }
  }

  /// Writes what has been counted, and the sums of what is kept with it.
  func flush() throws {
    let ordered = sums.sorted {
      ($0.key.day, $0.key.event.rawValue, $0.key.debit, $0.key.credit)
        < ($1.key.day, $1.key.event.rawValue, $1.key.debit, $1.key.credit)
    }
    let find = try db.cachedStatement(
      sql: "SELECT pence FROM flow WHERE day = ? AND kind = ? AND debit = ? AND credit = ?")
    for (key, change) in ordered {
      let old = try Int64.fetchOne(
        find, arguments: [key.day, key.event.rawValue, key.debit, key.credit])
      let pence = (old ?? 0) + change
      kept.change(key.event.rawValue, key.day, key.debit, key.credit, from: old, to: pence)
      try upsert.run { values in
        values.set(1, key.day)
        values.set(2, key.event.rawValue)
        values.set(3, key.debit)
        values.set(4, key.credit)
        values.set(5, pence)
      }
    }
    sums.removeAll(keepingCapacity: true)
    try kept.flush()
  }
}
