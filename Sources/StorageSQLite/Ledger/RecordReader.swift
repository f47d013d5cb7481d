import Bookkeeping
import Foundation
import Funding
import GRDB
import Storage

/// Reads records out of a ledger file, each held against its digest, and its digest against what the next says of
/// it and what is kept of it.
final class RecordReader {
  static let recordGone = StorageFailure.damaged("a record is missing")

  private let codings: CodingTable
  private let sums: KeptSums?
  private var chain = Chain(after: .nothing)
  private var accounts: [Account: Int64] = [:]

  /// `sums` is what digests are held against; none while it is made.
  init(_ codings: CodingTable, _ sums: KeptSums? = nil) {
    self.codings = codings
    self.sums = sums
  }

  func records(_ db: Database, in numbers: ClosedRange<Int>) throws -> [JournalRecord] {
    try records(
      db, where: "record.number BETWEEN ? AND ?", [numbers.lowerBound, numbers.upperBound])
  }

  /// Those of some records that are filed under a word, none of which may be missing.
  func records(
    _ db: Database, mentioning mention: Mention, in numbers: ClosedRange<Int>
  ) throws -> [JournalRecord] {
    let arguments: StatementArguments = [mention.text, numbers.lowerBound, numbers.upperBound]
    let found = try records(
      db, joining: "JOIN mention ON mention.record = record.number",
      where: "mention.word = ? AND mention.record BETWEEN ? AND ?", arguments)
    let count = try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT count(*) FROM mention WHERE word = ? AND record BETWEEN ? AND ?"),
      arguments: arguments)
    guard found.count == count else { throw RecordReader.recordGone }
    return found
  }

  /// Goes through records that have to be there, in their order.
  func each(
    _ db: Database, in numbers: ClosedRange<Int>, _ take: (JournalRecord) throws -> Void
  ) throws {
    for first in stride(from: numbers.lowerBound, through: numbers.upperBound, by: 1000) {
      let page = first...min(first + 999, numbers.upperBound)
      let found = try records(db, in: page)
      guard found.count == page.count else { throw RecordReader.recordGone }
      for record in found { try take(record) }
    }
  }

  /// The same from the first record on; none where the last is 0.
  func each(
    _ db: Database, through last: Int, _ take: (JournalRecord) throws -> Void
  ) throws {
    if last > 0 { try each(db, in: 1...last, take) }
  }

  /// What moved in a record, by day, event and accounts.
  func flows(_ db: Database, of record: JournalRecord) throws
    -> [(key: FlowKey, pence: Int64)]
  {
    guard let day = record.content.entry?.day else { return [] }
    var found: [(FlowKey, Int64)] = []
    for flow in record.content.flows {
      let (debit, credit) = (try number(db, flow.debit), try number(db, flow.credit))
      let key = FlowKey(day: day.packed, event: flow.event, debit: debit, credit: credit)
      found.append((key, flow.amount.pence))
    }
    return found
  }

  private func number(_ db: Database, _ account: Account) throws -> Int64 {
    if let known = accounts[account] { return known }
    guard let number = try db.number(of: account) else {
      throw StorageFailure.damaged("an account is missing")
    }
    accounts[account] = number
    return number
  }

  /// The records that a condition picks, each with its movements.
  func records(
    _ db: Database, joining join: String = "", where condition: String,
    _ arguments: StatementArguments, order: String = "record.number", limit: Int = -1
  ) throws -> [JournalRecord] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT record.number, record.kind, record.day, record.own_day, record.recorded, record.body,
          record.digest, record.previous_digest,
          (SELECT next.previous_digest FROM record AS next WHERE next.number = record.number + 1)
        FROM record \(join) WHERE \(condition) ORDER BY \(order) LIMIT \(limit)
        """)
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    var records: [JournalRecord] = []
    while let row = try rows.next() {
      let stored = try StoredRecord(row, try movements(db, of: row.value(0)))
      let previous = try row.value(7) as Data? == nil ? .nothing : try row.digest(7)
      let digest = chain.digest(of: stored, after: previous)
      let said = try row.value(8) as Data? == nil ? digest : try row.digest(8)
      guard digest == (try row.digest(6)), digest == said else {
        throw StorageFailure.unreadableRecord(stored.number)
      }
      try sums?.requireLink(of: stored.number)
      do {
        records.append(try JournalRecord(stored))
      } catch {
        throw StorageFailure.unreadableRecord(stored.number)
      }
    }
    return records
  }

  private func movements(_ db: Database, of number: Int) throws -> [Movement<Coding>] {
    let statement = try db.cachedStatement(
      sql: "SELECT debit, credit, pence FROM movement WHERE record = ? ORDER BY position")
    let rows = try Row.fetchCursor(statement, arguments: [number])
    var movements: [Movement<Coding>] = []
    while let row = try rows.next() {
      movements.append(
        Movement(
          Money(pence: try row.value(2)), debit: try codings.coding(row.value(0)),
          credit: try codings.coding(row.value(1))))
    }
    return movements
  }
}
