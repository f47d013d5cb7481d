import Bookkeeping
import Funding
import GRDB
import Storage

/// Writes records, and what follows from them, into an open transaction.
struct RecordInserts {
  let codings: CodingTable
  let flows: FlowSums
  let sums: KeptSums
  private(set) var head: Head
  private var chain: Chain
  private let movement: BulkStatement
  private let record: BulkStatement
  private let mention: BulkStatement
  private let seen: BulkStatement
  private let period: BulkStatement
  private let postings: LinePostings

  init(_ db: Database) throws {
    sums = KeptSums(db)
    codings = CodingTable(db, sums)
    flows = try FlowSums(db, sums)
    head = try db.lastHead()
    let later = try Int.fetchOne(
      db, sql: "SELECT 1 FROM movement WHERE record > ? LIMIT 1", arguments: [head.number])
    if later != nil { throw StorageFailure.damaged("it holds movements of no record") }
    chain = Chain(after: head.digest)
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

  /// Adds records to the end of the chain, and returns the number of the first.
  mutating func append(_ drafts: [Draft]) throws -> Int {
    let first = head.number + 1
    for draft in drafts {
      if let last = head.recorded, draft.recorded < last {
        throw StorageFailure.recordedBefore(draft.recorded, last: last)
      }
      try append(draft.numbered(head.number + 1))
    }
    if sums.wordsChanged >= FlowSums.most { try flows.flush() }
    return first
  }

  private mutating func append(_ new: JournalRecord) throws {
    let stored = StoredRecord(new)
    let previous = head.number == 0 ? nil : head.digest
    let digest = try write(stored, of: new.content)
    try record.run { values in
      values.set(1, Int64(stored.number))
      values.set(2, stored.kindCode)
      values.set(3, stored.day)
      values.set(4, stored.ownDay)
      values.set(5, stored.recorded.packed)
      values.set(6, stored.body)
      values.set(7, digest.bytes)
      values.set(8, previous?.bytes)
    }
    if let day = stored.day?.packed {
      sums.add(on: day) { $0.add(record: Int64(stored.number), stored.kindCode, on: day) }
    }
    for word in new.content.mentions {
      try mention.run { values in
        values.set(1, word.text)
        values.set(2, Int64(new.number))
      }
      sums.add(word.text, filed: new.number)
    }
    try postings.add(new)
    if let fact = new.content.fact { try keepPeriod(fact, Int64(new.number)) }
    head = Head(number: new.number, digest: digest, recorded: new.recorded)
  }

  /// Writes the movements of a record, which come before it, and links it.
  private mutating func write(_ stored: StoredRecord, of content: JournalContent) throws -> Digest {
    guard case .posted(let event, let entry) = content else {
      return chain.link(stored) { _ in [] }
    }
    let isReversal = entry.correction?.isReversal ?? false
    let day = entry.day.packed
    var encoded: [[UInt8]] = []
    encoded.reserveCapacity(stored.movements.count * 2)
    for (position, move) in stored.movements.enumerated() {
      let debit = try codings.keep(move.debit)
      let credit = try codings.keep(move.credit)
      encoded.append(debit.encoded)
      encoded.append(credit.encoded)
      try movement.run { values in
        values.set(1, Int64(stored.number))
        values.set(2, Int64(position))
        values.set(3, debit.book)
        values.set(4, debit.id)
        values.set(5, credit.id)
        values.set(6, move.amount.pence)
      }
      sums.add(on: day) {
        $0.add(
          movement: Int64(position), of: Int64(stored.number), debit.id, credit.id,
          move.amount.pence)
      }
      try flows.add(
        move.amount, on: day, of: event, debit: debit.account, credit: credit.account,
        isReversal: isReversal, in: stored.number)
    }
    var next = encoded.makeIterator()
    return chain.link(stored) { _ in next.next() ?? [] }
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
