import Bookkeeping
import Foundation
import Funding
import GRDB
import Storage

extension FileQuestions {
  /// Shows what is kept to somebody else, from tables of its own.
  private nonisolated func visiting<Value>(
    _ visit: (Database, CodingTable) throws -> Value
  ) throws(StorageFailure) -> Value {
    try storing { try queue.inDatabase { try visit($0, CodingTable($0)) } }
  }

  private func catchUp() throws(StorageFailure) { try askOfKept { _ in } }

  nonisolated func eachRecord(
    _ visit: (KeptRecord) -> Bool
  ) async throws(StorageFailure) -> Bool {
    try await catchUp()
    return try visiting { db, codings in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT number, kind, day, own_day, recorded, body, digest, previous_digest
          FROM record ORDER BY number
          """)
      var moves = try MovementCursor(db, codings)
      while let row = try rows.next() {
        let (movements, numbers) = try moves.next(of: row.value(0))
        // A digest that is none is not that of the record.
        let digest = Digest(Array(try row.value(6) as Data)) ?? .nothing
        let previous = (try row.value(7) as Data?).flatMap { Digest(Array($0)) } ?? .nothing
        let record = KeptRecord(
          try StoredRecord(row, movements), digest: digest, after: previous, codings: numbers)
        guard visit(record) else { return true }
      }
      return !moves.hasMore
    }
  }

  nonisolated func eachKept(_ visit: (KeptRow) -> Void) async throws(StorageFailure) {
    try await catchUp()
    try visiting { db, codings in
      let sums = KeptSums(db)
      // All of it is added up again, whatever record it was kept with.
      sums.isSealed = true
      try sums.requireDays(.min ... .max)
      let flows = try Row.fetchCursor(db, sql: "SELECT kind, debit, credit, pence, day FROM flow")
      while let row = try flows.next() { visit(.flow(try codings.flow(row), on: try row.day(4))) }

      let stretches = try Row.fetchCursor(
        db, sql: "SELECT kind, debit, credit, pence, day, stretch FROM stretch_flow")
      while let row = try stretches.next() {
        visit(.stretch(try row.value(5), try codings.flow(row), on: try row.day(4)))
      }

      let postings = try BulkStatement(
        db,
        """
        SELECT record, position, kind, day, own_day, said_on, traits, debit, credit, pence, line
        FROM line_posting
        """)
      try postings.eachRow { row in
        guard let line = PlanLineReference(try row.text(10)) else {
          throw StorageFailure.damaged("a plan line is not one")
        }
        visit(.posting(try LinePosting(row), of: line))
      }

      let mentions = try Row.fetchCursor(db, sql: "SELECT word, record FROM mention")
      while let row = try mentions.next() {
        visit(.filed(under: try row.value(0), record: try row.value(1)))
      }
      let seen = try Row.fetchCursor(db, sql: "SELECT twin, rest, batch, row, day FROM seen")
      while let row = try seen.next() { visit(.seen(try SeenRow(row))) }

      let periods = try Row.fetchCursor(db, sql: "SELECT month, record, is_closed FROM period")
      while let row = try periods.next() {
        let packed: Int = try row.value(0)
        guard let month = Month(year: packed / 100, month: packed % 100) else {
          throw StorageFailure.damaged("a month is not one")
        }
        visit(.period(month, record: try row.value(1), isClosed: try row.value(2) as Int == 1))
      }
    }
  }
}

extension StoredRecord {
  /// A record as the file keeps it, with its movements.
  init(_ row: Row, _ movements: [Movement<Coding>]) throws {
    let number: Int = try row.value(0)
    func day(_ index: Int) throws -> Day? {
      guard let packed: Int64 = try row.value(index) else { return nil }
      guard let day = Day(packed: packed) else { throw StorageFailure.unreadableRecord(number) }
      return day
    }
    guard let recorded = try day(4) else { throw StorageFailure.unreadableRecord(number) }
    self.init(
      number: number, kindCode: try row.value(1), day: try day(2), ownDay: try day(3),
      recorded: recorded, body: Array(try row.value(5) as Data), movements: movements)
  }
}

/// The movements of the file in the order of their records.
private struct MovementCursor {
  private let rows: RowCursor
  private let codings: CodingTable
  private var held: (record: Int, movement: Movement<Coding>, debit: Int, credit: Int)?

  init(_ db: Database, _ codings: CodingTable) throws {
    rows = try Row.fetchCursor(
      db, sql: "SELECT record, debit, credit, pence FROM movement ORDER BY record, position")
    self.codings = codings
    try read()
  }

  var hasMore: Bool { held != nil }

  private mutating func read() throws {
    guard let row = try rows.next() else {
      held = nil
      return
    }
    let (debit, credit): (Int, Int) = (try row.value(1), try row.value(2))
    let movement = Movement(
      Money(pence: try row.value(3)), debit: try codings.coding(Int64(debit)),
      credit: try codings.coding(Int64(credit)))
    held = (try row.value(0), movement, debit, credit)
  }

  /// The movements of a record, and the numbers of their codings, debit and credit in turn.
  mutating func next(of record: Int) throws -> (movements: [Movement<Coding>], numbers: [Int]) {
    var (movements, numbers): ([Movement<Coding>], [Int]) = ([], [])
    while let found = held, found.record == record {
      movements.append(found.movement)
      numbers.append(found.debit)
      numbers.append(found.credit)
      try read()
    }
    return (movements, numbers)
  }
}
