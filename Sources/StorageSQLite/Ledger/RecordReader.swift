import Bookkeeping
import Foundation
import Funding
import GRDB
import Storage

/// Reads records out of a ledger file, each held against its digest.
struct RecordReader {
  private let codings: CodingTable
  private var chain = Chain(after: .nothing)
  private var accounts: [Account: Int64] = [:]

  init(_ codings: CodingTable) { self.codings = codings }

  mutating func records(_ db: Database, in numbers: ClosedRange<Int>) throws -> [JournalRecord] {
    try records(
      db, where: "record.number BETWEEN ? AND ?", [numbers.lowerBound, numbers.upperBound])
  }

  /// What moved in some records, by day, event and accounts.
  mutating func flows(_ db: Database, in numbers: ClosedRange<Int>) throws -> [FlowKey: Int64] {
    let page = 1000
    var flows: [FlowKey: Int64] = [:]
    for first in stride(from: numbers.lowerBound, through: numbers.upperBound, by: page) {
      for record in try records(db, in: first...min(first + page - 1, numbers.upperBound)) {
        for (key, pence) in try self.flows(db, of: record) { flows[key, default: 0] += pence }
      }
    }
    return flows
  }

  /// What moved in a record.
  mutating func flows(_ db: Database, of record: JournalRecord) throws
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

  private mutating func number(_ db: Database, _ account: Account) throws -> Int64 {
    if let known = accounts[account] { return known }
    guard let number = try db.number(of: account) else {
      throw StorageFailure.damaged("an account is missing")
    }
    accounts[account] = number
    return number
  }

  /// The records that a condition picks, each with its movements.
  mutating func records(
    _ db: Database, joining join: String = "", where condition: String,
    _ arguments: StatementArguments, order: String = "record.number", limit: Int = -1
  ) throws -> [JournalRecord] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT record.number, record.kind, record.day, record.own_day, record.recorded, record.body,
          record.digest, record.previous_digest
        FROM record \(join) WHERE \(condition) ORDER BY \(order) LIMIT \(limit)
        """)
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    var records: [JournalRecord] = []
    while let row = try rows.next() {
      let stored = try StoredRecord(row, try movements(db, of: row.value(0)))
      let previous = try row.value(7) as Data? == nil ? .nothing : try row.digest(7)
      guard chain.digest(of: stored, after: previous) == (try row.digest(6)) else {
        throw StorageFailure.unreadableRecord(stored.number)
      }
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
