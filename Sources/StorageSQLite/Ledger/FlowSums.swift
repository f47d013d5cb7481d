import Bookkeeping
import Funding
import GRDB
import Storage

/// Flows that have been posted in this piece of writing and not yet added to those of the file.
final class FlowSums {
  private var sums: [Key: Int64] = [:]
  private let kept: KeptSums
  private let flows: FlowTable?
  private let stretches: FlowTable

  private struct Key: Hashable {
    let stretch: Int
    let flow: FlowKey
  }

  /// More than this many, or changes to as many words, are written to the file before any more are taken.
  static let most = 20_000

  /// `stretchesOnly` is whether the flows of all records stand already.
  init(_ db: Database, _ kept: KeptSums, stretchesOnly: Bool = false) throws {
    self.kept = kept
    flows = stretchesOnly ? nil : try FlowTable(db, kept, byStretch: false)
    stretches = try FlowTable(db, kept, byStretch: true)
  }

  /// Counts a movement of a record between two accounts, which are given by their numbers in the file.
  func add(
    _ amount: Money, on day: Int64, of event: EventKind, debit: Int64, credit: Int64,
    isReversal: Bool, in record: Int
  ) throws {
    let flow =
      isReversal
      ? FlowKey(day: day, event: event, debit: credit, credit: debit)
      : FlowKey(day: day, event: event, debit: debit, credit: credit)
    try add(isReversal ? -amount.pence : amount.pence, to: flow, in: record)
  }

  /// Counts pence of a record.
  func add(_ pence: Int64, to flow: FlowKey, in record: Int) throws {
    sums[Key(stretch: Stretch.of(record), flow: flow), default: 0] += pence
    if sums.count >= FlowSums.most { try flush() }
  }

  /// Writes what has been counted, and the sums of what is kept with it.
  func flush() throws {
    let byStretch = Dictionary(grouping: sums, by: \.key.stretch)
      .mapValues { Dictionary(uniqueKeysWithValues: $0.map { ($0.key.flow, $0.value) }) }
    for (stretch, changes) in byStretch { try stretches.add(changes, to: Int64(stretch)) }
    try flows?.add(
      byStretch.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }, to: 0)
    sums.removeAll(keepingCapacity: true)
    try kept.flush()
  }
}

/// A day, an event and two accounts by their numbers in the file: what flows are kept by.
struct FlowKey: Hashable {
  let day: Int64
  let event: EventKind
  let debit: Int64
  let credit: Int64
}

/// A table of flows in the file: of all records, or of each stretch of them.
struct FlowTable {
  private let kept: KeptSums
  private let find: Statement
  private let upsert: BulkStatement
  private let isByStretch: Bool

  init(_ db: Database, _ kept: KeptSums, byStretch isByStretch: Bool) throws {
    self.kept = kept
    self.isByStretch = isByStretch
    let (table, columns) =
      isByStretch
      ? ("stretch_flow", "stretch, day, kind, debit, credit") : ("flow", "day, kind, debit, credit")
    find = try db.makeStatement(
      sql: "SELECT pence FROM \(table) WHERE day = ? AND kind = ? AND debit = ? AND credit = ?"
        + (isByStretch ? " AND stretch = ?" : ""))
    upsert = try BulkStatement(
      db,
      """
      INSERT INTO \(table) (day, kind, debit, credit, pence\(isByStretch ? ", stretch" : ""))
      VALUES (?, ?, ?, ?, ?\(isByStretch ? ", ?" : ""))
      ON CONFLICT (\(columns)) DO UPDATE SET pence = excluded.pence
      """)
  }

  /// Adds to what the table has, of a stretch where it has them.
  func add(_ changes: [FlowKey: Int64], to stretch: Int64) throws {
    let ordered = changes.sorted {
      ($0.key.day, $0.key.event.rawValue, $0.key.debit, $0.key.credit)
        < ($1.key.day, $1.key.event.rawValue, $1.key.debit, $1.key.credit)
    }
    for (key, change) in ordered {
      let event = key.event.rawValue
      let old = try Int64.fetchOne(
        find,
        arguments: [key.day, event, key.debit, key.credit] + (isByStretch ? [stretch] : []))
      let pence = (old ?? 0) + change
      kept.change(
        event, key.day, key.debit, key.credit, in: isByStretch ? stretch : nil, from: old, to: pence
      )
      try upsert.run { values in
        values.set(1, key.day)
        values.set(2, event)
        values.set(3, key.debit)
        values.set(4, key.credit)
        values.set(5, pence)
        if isByStretch { values.set(6, stretch) }
      }
    }
  }
}
