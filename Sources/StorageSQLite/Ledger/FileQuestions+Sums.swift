import Bookkeeping
import Funding
import GRDB
import Storage

extension FileQuestions {
  /// What moved between accounts: the kept flows, less what was recorded after the last record asked
  /// for.
  func flows(_ query: FlowQuery) async throws(StorageFailure) -> [Flow] {
    try askOfKept { db in
      try self.sums.requireFlows()
      let wanted = try query.account.map { try db.number(of: $0) }
      if query.account != nil, wanted == .some(nil) { return [] }
      var sums = try kept(db, query.days, touching: wanted ?? nil)
      try subtract(db, after: query, touching: wanted ?? nil, from: &sums)
      return try sums.compactMap { slot, pence in pence == 0 ? nil : try codings.flow(slot, pence) }
    }
  }

  private func kept(_ db: Database, _ days: DaySpan, touching account: Int64?) throws
    -> [FlowSlot: Int64]
  {
    let statement = try db.cachedStatement(
      sql: """
        SELECT kind, debit, credit, SUM(pence) FROM flow
        WHERE day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR debit = ?3 OR credit = ?3)
        GROUP BY kind, debit, credit
        """)
    let rows = try Row.fetchCursor(
      statement,
      arguments: [days.first?.packed ?? 0, days.last?.packed ?? Int64.max, account])
    var sums: [FlowSlot: Int64] = [:]
    while let row = try rows.next() {
      sums[try FlowSlot(row), default: 0] += try row.value(3) as Int64
    }
    return sums
  }

  /// `account` is the number of the one asked for, if one is.
  private func subtract(
    _ db: Database, after query: FlowQuery, touching account: Int64?,
    from sums: inout [FlowSlot: Int64]
  ) throws {
    let last = try lastHead(db).number
    guard query.last < last else { return }
    if later?.after != query.last || later?.last != last {
      later = try laterFlows(db, after: query.last, through: last)
    }
    let days = (query.days.first?.packed ?? 0)...(query.days.last?.packed ?? Int64.max)
    for (day, flows) in later?.byDay ?? [:] where days.contains(day) {
      for (slot, pence) in flows where account.map(slot.touches) ?? true {
        sums[slot, default: 0] -= pence
      }
    }
  }

  /// What moved in the records after one: the stretches after its own, and what is left of that.
  private func laterFlows(
    _ db: Database, after first: Int, through last: Int
  ) throws -> LaterFlows {
    var byDay: [Int64: [FlowSlot: Int64]] = [:]
    let next = (first + Stretch.length - 1) / Stretch.length
    if first < min(next * Stretch.length, last) {
      let rest = first + 1...min(next * Stretch.length, last)
      try reader.each(db, in: rest) { record in
        for (key, pence) in try reader.flows(db, of: record) {
          let slot = FlowSlot(kind: key.event.rawValue, debit: key.debit, credit: key.credit)
          byDay[key.day, default: [:]][slot, default: 0] += pence
        }
      }
    }
    if next * Stretch.length < last {
      for stretch in next...Stretch.of(last) {
        try sums.stretch(Int64(stretch)) { day, slot, pence in
          byDay[day, default: [:]][slot, default: 0] += pence
        }
      }
    }
    return LaterFlows(after: first, last: last, byDay: byDay)
  }

  /// Each record is held against its digest, since no sum tells one child's money from another's.
  func balances(by day: Day, through last: Int) async throws(StorageFailure) -> [Coding: Money] {
    var balances: [Coding: Money] = [:]
    try ask { db in
      try reader.each(db, through: min(last, try lastHead(db).number)) { record in
        for moved in record.content.moved where moved.day <= day {
          balances[moved.debit, default: .zero] += moved.amount
          balances[moved.credit, default: .zero] -= moved.amount
        }
      }
    }
    return balances.filter { $0.value != .zero }
  }

  func seen(twins rows: [UInt64]) async throws(StorageFailure) -> [SeenRow] {
    try askOfKept { db in
      let statement = try db.cachedStatement(
        sql: "SELECT twin, rest, batch, row, day FROM seen WHERE twin = ?")
      var found: [SeenRow] = []
      for twin in Set(rows) {
        try sums.requireSeen(twin)
        let rows = try Row.fetchCursor(statement, arguments: [Int64(bitPattern: twin)])
        while let row = try rows.next() { found.append(try SeenRow(row)) }
      }
      return found
    }
  }
}

extension CodingTable {
  fileprivate func flow(_ slot: FlowSlot, _ pence: Int64) throws -> Flow {
    guard let event = EventKind(rawValue: slot.kind) else {
      throw StorageFailure.damaged("a flow is of no known kind")
    }
    return Flow(
      event, debit: try account(slot.debit), credit: try account(slot.credit), Money(pence: pence))
  }

  /// A flow of the file: kind, debit, credit, pence.
  func flow(_ row: Row) throws -> Flow { try flow(FlowSlot(row), try row.value(3)) }
}

extension SeenRow {
  /// A row of the list of those that were posted.
  init(_ row: Row) throws {
    let identity = RowIdentity(
      twin: UInt64(bitPattern: try row.value(0) as Int64),
      rest: UInt64(bitPattern: try row.value(1) as Int64))
    self.init(identity, batch: try row.value(2), row: try row.value(3), day: try row.day(4))
  }
}

/// What moved in the records after one, through another.
struct LaterFlows {
  let after: Int
  let last: Int
  /// By the day as the file keeps it.
  let byDay: [Int64: [FlowSlot: Int64]]
}

/// An event and two accounts by their numbers in the file: what a sum of flows is kept by.
struct FlowSlot: Hashable {
  let kind: String
  let debit: Int64
  let credit: Int64

  init(kind: String, debit: Int64, credit: Int64) {
    self.kind = kind
    self.debit = debit
    self.credit = credit
  }

  /// A row that begins with the kind and the two accounts.
  init(_ row: Row) throws {
    self.init(kind: try row.value(0), debit: try row.value(1), credit: try row.value(2))
  }

  fileprivate func touches(_ account: Int64) -> Bool { debit == account || credit == account }
}
