import Bookkeeping
import Funding
import GRDB
import Storage

/// Writes records, and what follows from them, into an open transaction.
struct RecordInserts {
  let flows: FlowSums
  private let table: CodingTable
  private let sums: KeptSums
  /// The codings of the records, each at its place.
  private var codings: [CodingTable.Kept] = []
  private let movement: BulkStatement
  private let record: BulkStatement
  private let mention: BulkStatement
  private let seen: BulkStatement
  private let period: BulkStatement
  private let postings: LinePostings

  init(_ db: Database, _ table: CodingTable, _ sums: KeptSums) throws {
    self.table = table
    self.sums = sums
    flows = try FlowSums(db, sums)
    let later = try Int.fetchOne(
      db, sql: "SELECT 1 FROM movement WHERE record > ? LIMIT 1",
      arguments: [try db.lastHead().number])
    if later != nil { throw StorageFailure.damaged("it holds movements of no record") }
    movement = try BulkStatement(
      db,
      """
      INSERT INTO movement (record, position, book, debit, credit, pence) VALUES (?, ?, ?, ?, ?, ?)
      """)
    record = try BulkStatement(
      db,
      """
      INSERT INTO record (number, kind, day, own_day, recorded, body, digest, previous_digest)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    mention = try BulkStatement(db, "INSERT INTO mention (word, record) VALUES (?, ?)")
    seen = try BulkStatement(
      db, "INSERT INTO seen (twin, rest, batch, row, day) VALUES (?, ?, ?, ?, ?)")
    postings = try LinePostings(db, sums)
    period = try BulkStatement(db, "INSERT INTO period (month, record, is_closed) VALUES (?, ?, ?)")
  }

  /// Adds records to the end of the chain.
  mutating func append(_ linked: LinkedRecords) throws {
    for (place, coding) in linked.codings {
      let kept = try table.keep(coding)
      if place < codings.count { codings[place] = kept } else { codings.append(kept) }
    }
    for record in linked.records { try append(record) }
    if sums.wordsChanged >= FlowSums.most { try flows.flush() }
  }

  private func append(_ new: LinkedRecord) throws {
    let stored = new.stored
    let number = Int64(stored.number)
    // A record comes after its movements.
    if case .posted(let event, let entry) = new.record.content {
      try write(new, event, isReversal: entry.correction?.isReversal ?? false)
    }
    try record.run { values in
      values.set(1, number)
      values.set(2, stored.kindCode)
      values.set(3, stored.day)
      values.set(4, stored.ownDay)
      values.set(5, stored.recorded.packed)
      values.set(6, stored.body)
      values.set(7, new.digest.bytes)
      values.set(8, new.previous?.bytes)
    }
    sums.add(new.digest, of: number)
    if let day = stored.day?.packed {
      sums.add(on: day) { $0.add(record: number, stored.kindCode, on: day) }
    }
    for word in new.words {
      try mention.run { values in
        values.set(1, word)
        values.set(2, number)
      }
      sums.add(word, filed: stored.number)
    }
    for (line, posting) in new.postings { try postings.add(posting, of: line) }
    if let fact = new.record.content.fact { try keepPeriod(fact, number) }
  }

  /// Writes the movements of an entry.
  private func write(_ new: LinkedRecord, _ event: EventKind, isReversal: Bool) throws {
    guard let day = new.stored.day?.packed else { return }
    let record = Int64(new.stored.number)
    for (position, move) in new.stored.movements.enumerated() {
      let debit = codings[new.codings[2 * position]]
      let credit = codings[new.codings[2 * position + 1]]
      try movement.run { values in
        values.set(1, record)
        values.set(2, Int64(position))
        values.set(3, debit.book)
        values.set(4, debit.id)
        values.set(5, credit.id)
        values.set(6, move.amount.pence)
      }
      sums.add(on: day) {
        $0.add(movement: Int64(position), of: record, debit.id, credit.id, move.amount.pence)
      }
      try flows.add(
        move.amount, on: day, of: event, debit: debit.account, credit: credit.account,
        isReversal: isReversal, in: new.stored.number)
    }
  }

  private func keepPeriod(_ fact: Fact, _ number: Int64) throws {
    let closed = PeriodClosed(fact)?.month
    guard let month = closed ?? PeriodReopened(fact)?.month else { return }
    try period.run { values in
      values.set(1, Int64(month.year * 100 + month.month))
      values.set(2, number)
      values.set(3, closed == nil ? 0 : 1)
    }
  }

  func remember(_ rows: [SeenRow]) throws {
    for row in rows {
      try seen.run { values in
        values.set(1, Int64(bitPattern: row.identity.twin))
        values.set(2, Int64(bitPattern: row.identity.rest))
        values.set(3, Int64(row.batch))
        values.set(4, Int64(row.row))
        values.set(5, row.day.packed)
      }
      sums.add(row)
    }
  }
}
