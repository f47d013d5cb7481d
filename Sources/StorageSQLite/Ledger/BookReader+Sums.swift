import Bookkeeping
import Funding
import GRDB
import Storage

extension BookReader {
  /// What moved between accounts: the kept flows, less what was recorded after the number asked for.
  func flows(_ query: FlowQuery) throws -> [Flow] {
    var sums: [FlowSlot: Int64] = [:]
    let wanted = try query.account.map { try accountNumber($0) }
    if query.account != nil, wanted == .some(nil) { return [] }
    let kept = try db.cachedStatement(
      sql: """
        SELECT kind, debit, credit, SUM(pence) FROM flow
        WHERE day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR debit = ?3 OR credit = ?3)
        GROUP BY kind, debit, credit
        """)
    let rows = try Row.fetchCursor(
      kept,
      arguments: [
        query.days.first?.packed ?? 0, query.days.last?.packed ?? Int64.max, wanted ?? nil,
      ])
    while let row = try rows.next() {
      let slot = FlowSlot(
        kind: try row.value(0), debit: try row.value(1), credit: try row.value(2))
      sums[slot] = try row.value(3)
    }
    if let knownAt = query.knownAt { try subtract(after: knownAt, query, from: &sums) }
    return try sums.compactMap { slot, pence in
      if pence == 0 { return nil }
      guard let event = EventKind(rawValue: slot.kind) else {
        throw StorageFailure.damaged("a flow is of no known kind")
      }
      return Flow(
        event, debit: try codings.account(slot.debit), credit: try codings.account(slot.credit),
        Money(pence: pence))
    }
  }

  private struct FlowSlot: Hashable {
    let kind: String
    let debit: Int64
    let credit: Int64
  }

  private func subtract(
    after number: Int, _ query: FlowQuery, from sums: inout [FlowSlot: Int64]
  ) throws {
    let page = 1000
    let last = try head().number
    var next = number + 1
    while next <= last {
      let upper = min(next + page - 1, last)
      for record in try records(next...upper) {
        guard let day = record.content.entry?.day, query.days.contains(day) else { continue }
        for flow in record.content.flows where query.includes(flow) {
          let slot = FlowSlot(
            kind: flow.event.rawValue, debit: try knownNumber(flow.debit),
            credit: try knownNumber(flow.credit))
          sums[slot, default: 0] -= flow.amount.pence
        }
      }
      next = upper + 1
    }
  }

  /// The number of an account, or none where nothing has been posted to it.
  func accountNumber(_ account: Account) throws -> Int64? {
    let statement = try db.cachedStatement(sql: "SELECT id FROM account WHERE text = ?")
    return try Int64.fetchOne(statement, arguments: [account.description])
  }

  private func knownNumber(_ account: Account) throws -> Int64 {
    guard let id = try accountNumber(account) else {
      throw StorageFailure.damaged("an account is missing")
    }
    return id
  }

  func balances(through day: Day) throws -> [Coding: Money] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT coding, SUM(pence) FROM (
          SELECT movement.debit AS coding, movement.pence AS pence
          FROM movement JOIN record ON record.number = movement.record WHERE record.day <= ?1
          UNION ALL
          SELECT movement.credit, -movement.pence
          FROM movement JOIN record ON record.number = movement.record WHERE record.day <= ?1
        ) GROUP BY coding HAVING SUM(pence) <> 0
        """)
    let rows = try Row.fetchCursor(statement, arguments: [day.packed])
    var balances: [Coding: Money] = [:]
    while let row = try rows.next() {
      balances[try codings.coding(row.value(0))] = Money(pence: try row.value(1))
    }
    return balances
  }
}

extension BookReader {
  func occurrences(of rows: [RowIdentity]) throws -> [RowIdentity: Int] {
    let undone = try undoneImports()
    let statement = try db.cachedStatement(
      sql: "SELECT batch FROM seen WHERE twin = ? AND rest = ?")
    var found: [RowIdentity: Int] = [:]
    for identity in rows {
      let arguments: StatementArguments = [
        Int64(bitPattern: identity.twin), Int64(bitPattern: identity.rest),
      ]
      let batches = try Int.fetchAll(statement, arguments: arguments)
      let count = batches.filter { !undone.contains($0) }.count
      if count > 0 { found[identity] = count }
    }
    return found
  }

  func twins(of rows: [UInt64]) throws -> [UInt64: [SeenRow]] {
    let undone = try undoneImports()
    let statement = try db.cachedStatement(
      sql: "SELECT rest, batch, row, day FROM seen WHERE twin = ?")
    var found: [UInt64: [SeenRow]] = [:]
    for twin in rows {
      let alike = try Row.fetchAll(statement, arguments: [Int64(bitPattern: twin)])
        .compactMap { row -> SeenRow? in
          let batch: Int = try row.value(1)
          guard !undone.contains(batch), let day = Day(packed: try row.value(3)) else { return nil }
          let identity = RowIdentity(
            twin: twin, rest: UInt64(bitPattern: try row.value(0) as Int64))
          return SeenRow(identity, batch: batch, row: try row.value(2), day: day)
        }
      if !alike.isEmpty { found[twin] = alike }
    }
    return found
  }

  private func undoneImports() throws -> Set<Int> {
    let facts = try records(mentioning: .fact(.importUndone)).compactMap(\.content.fact)
    return Set(facts.compactMap { ImportReference($0.subject)?.number })
  }

  func closedMonths() throws -> Set<Month> {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT month, is_closed FROM period ORDER BY record"))
    return try rows.reduce(into: []) { months, row in
      let packed: Int = try row.value(0)
      guard let month = Month(year: packed / 100, month: packed % 100) else { return }
      if try row.value(1) as Int == 1 { months.insert(month) } else { months.remove(month) }
    }
  }
}
