import Bookkeeping
import Foundation
import Funding
import GRDB
import Storage

/// Answers questions from a ledger file.
struct BookReader {
  let db: Database
  let codings: CodingTable

  init(_ db: Database) {
    self.db = db
    codings = CodingTable(db)
  }

  func head() throws -> Head {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT number, digest, recorded FROM record ORDER BY number DESC LIMIT 1"))
    guard let row else { return .none }
    return Head(
      number: try row.value(0), digest: try digest(row.value(1)),
      recorded: Day(packed: try row.value(2)))
  }

  func digest(of number: Int) throws -> Digest? {
    let statement = try db.cachedStatement(sql: "SELECT digest FROM record WHERE number = ?")
    return try Row.fetchOne(statement, arguments: [number]).map { try digest($0.value(0)) }
  }

  private func digest(_ data: Data) throws -> Digest {
    guard let digest = Digest(Array(data)) else {
      throw StorageFailure.damaged("a digest is not one")
    }
    return digest
  }

  func lastRecorded(by day: Day) throws -> Int {
    // The day of recording never goes back, so the numbers can be halved until they are found.
    var (low, high) = (0, try head().number)
    let statement = try db.cachedStatement(sql: "SELECT recorded FROM record WHERE number = ?")
    while low < high {
      let middle = (low + high + 1) / 2
      guard let recorded = try Int64.fetchOne(statement, arguments: [middle]) else {
        throw StorageFailure.damaged("record \(middle) is missing")
      }
      if recorded <= day.packed { low = middle } else { high = middle - 1 }
    }
    return low
  }

  func records(_ numbers: ClosedRange<Int>) throws -> [JournalRecord] {
    try records(
      where: "record.number BETWEEN ? AND ?", [numbers.lowerBound, numbers.upperBound])
  }

  func records(mentioning mention: Mention) throws -> [JournalRecord] {
    try records(
      joining: "JOIN mention ON mention.record = record.number", where: "mention.word = ?",
      [mention.text])
  }

  func entriesByDay(in days: DaySpan, after place: DayPosition?, limit: Int) throws
    -> [JournalRecord]
  {
    try records(
      where: """
        record.day BETWEEN ? AND ? AND (record.day, record.number) > (?, ?)
        AND record.kind NOT LIKE 'note:%'
        """,
      [
        days.first?.packed ?? 0, days.last?.packed ?? Int64.max, place?.day.packed ?? 0,
        place?.number ?? 0,
      ], order: "record.day, record.number", limit: limit)
  }

  /// Entries that moved something in some accounts.
  ///
  /// The flows say on which days there are any, so the other days are not looked at.
  func entriesByDay(
    in days: DaySpan, touching accounts: Set<Account>, after place: DayPosition?, limit: Int
  ) throws -> [JournalRecord] {
    let wanted = try accounts.compactMap { try accountNumber($0) }.sorted()
    let list = "[" + wanted.map(String.init).joined(separator: ",") + "]"
    return try records(
      where: """
        record.day BETWEEN ?1 AND ?2 AND (record.day, record.number) > (?3, ?4)
        AND record.kind NOT LIKE 'note:%'
        AND record.day IN (
          SELECT day FROM flow
          WHERE debit IN (SELECT value FROM json_each(?5))
            OR credit IN (SELECT value FROM json_each(?5)))
        AND EXISTS (
          SELECT 1 FROM movement WHERE movement.record = record.number AND (
            movement.debit IN (
              SELECT id FROM coding WHERE account IN (SELECT value FROM json_each(?5)))
            OR movement.credit IN (
              SELECT id FROM coding WHERE account IN (SELECT value FROM json_each(?5)))))
        """,
      [
        days.first?.packed ?? 0, days.last?.packed ?? Int64.max, place?.day.packed ?? 0,
        place?.number ?? 0, list,
      ], order: "record.day, record.number", limit: limit)
  }

  /// The records that a condition picks, each with its movements.
  private func records(
    joining join: String = "", where condition: String, _ arguments: StatementArguments,
    order: String = "record.number", limit: Int = -1
  ) throws -> [JournalRecord] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT record.number, record.kind, record.day, record.own_day, record.recorded, record.body
        FROM record \(join) WHERE \(condition) ORDER BY \(order) LIMIT \(limit)
        """)
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    var records: [JournalRecord] = []
    while let row = try rows.next() {
      let number: Int = try row.value(0)
      let stored = StoredRecord(
        number: number, kindCode: try row.value(1), day: try day(row.value(2)),
        ownDay: try day(row.value(3)),
        recorded: try day(row.value(4)), body: Array(try row.value(5) as Data),
        movements: try movements(of: number))
      do {
        records.append(try JournalRecord(stored))
      } catch {
        throw StorageFailure.unreadableRecord(number)
      }
    }
    return records
  }

  private func movements(of number: Int) throws -> [Movement<Coding>] {
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

  private func day(_ packed: Int64?) throws -> Day? {
    guard let packed else { return nil }
    return try day(packed)
  }

  private func day(_ packed: Int64) throws -> Day {
    guard let day = Day(packed: packed) else { throw StorageFailure.damaged("a day is not one") }
    return day
  }
}
