import Bookkeeping
import Foundation
import Funding
import GRDB
import Storage

/// Walks along the chain, link by link, and adds up again what is kept beside it.
struct ChainWalk {
  private let db: Database
  private let codings: CodingTable
  private var chain = Chain(after: .nothing)
  private var flows: [FlowSlot: Int64] = [:]
  private var filed = ManySum()
  private var seen = ManySum()
  private var periods: [PeriodRow] = []
  private var entries = 0
  private var movements = 0
  private var lastRecorded: Day?

  private struct FlowSlot: Hashable {
    let day: Int64
    let event: EventKind
    let debit: Int64
    let credit: Int64
  }

  private struct PeriodRow: Hashable {
    let month: Int
    let record: Int
    let isClosed: Int
  }

  init(_ db: Database) {
    self.db = db
    codings = CodingTable(db)
  }

  mutating func run(_ progress: (Int) -> Void) throws -> Verdict {
    if let fault = try codingFault() { return .faulty(fault) }
    var number = 0
    let records = try Row.fetchCursor(
      db,
      sql: """
        SELECT number, kind, day, own_day, recorded, body, digest FROM record ORDER BY number
        """)
    var moves = try MovementCursor(db, codings)
    while let row = try records.next() {
      let found: Int = try row.value(0)
      guard found == number + 1 else { return .faulty(.recordMissing(number + 1)) }
      number = found
      if let fault = try check(row, number, try moves.next(of: number)) { return .faulty(fault) }
      if number % 10_000 == 0 { progress(number) }
    }
    if try moves.hasMore() { return .faulty(.endMissing(after: number)) }
    if let fault = try keptFault() { return .faulty(fault) }
    let head = Head(number: number, digest: chain.last, recorded: lastRecorded)
    return .sound(head, entries: entries, movements: movements)
  }

  // MARK: One record

  private mutating func check(
    _ row: Row, _ number: Int, _ moves: [MovementCursor.Move]
  ) throws -> Verdict.Fault? {
    guard let recorded = Day(packed: try row.value(4)) else { return .recordUnsound(number) }
    let stored = StoredRecord(
      number: number, kindCode: try row.value(1), day: try day(row.value(2), number),
      ownDay: try day(row.value(3), number), recorded: recorded,
      body: Array(try row.value(5) as Data),
      movements: moves.map(\.movement))
    var encoded = moves.flatMap { [$0.debit.encoded, $0.credit.encoded] }.makeIterator()
    let digest = chain.link(stored) { _ in encoded.next() ?? [] }
    guard Digest(Array(try row.value(6) as Data)) == digest else { return .chainBroken(at: number) }
    if let lastRecorded, recorded < lastRecorded { return .recordUnsound(number) }
    lastRecorded = recorded

    let record: JournalRecord
    do {
      record = try JournalRecord(stored)
    } catch {
      return .recordUnsound(number)
    }
    count(record, moves)
    return nil
  }

  private func day(_ packed: Int64?, _ number: Int) throws -> Day? {
    guard let packed else { return nil }
    guard let day = Day(packed: packed) else { throw StorageFailure.unreadableRecord(number) }
    return day
  }

  private mutating func count(_ record: JournalRecord, _ moves: [MovementCursor.Move]) {
    switch record.content {
    case .posted(let event, let entry):
      entries += 1
      movements += moves.count
      let isReversal =
        if case .reverses = entry.correction { true } else { false }
      let day = entry.day.packed
      for move in moves {
        let (debit, credit) = (move.debit.account, move.credit.account)
        let slot =
          isReversal
          ? FlowSlot(day: day, event: event, debit: credit, credit: debit)
          : FlowSlot(day: day, event: event, debit: debit, credit: credit)
        let pence = move.movement.amount.pence
        flows[slot, default: 0] += isReversal ? -pence : pence
      }
    case .noted(let fact):
      if let month = Month(fact.subject),
        fact.kind == .periodClosed || fact.kind == .periodReopened
      {
        periods.append(
          PeriodRow(
            month: month.year * 100 + month.month, record: record.number,
            isClosed: fact.kind == .periodClosed ? 1 : 0))
      }
    }
    for mention in record.content.mentions {
      filed.add(mention.text, UInt64(record.number))
    }
    for source in record.content.sources {
      guard case .row(let origin) = source.origin, !record.content.rulesRowReal else { continue }
      seen.addOnce(origin)
    }
  }

  // MARK: What is kept beside the chain

  /// Whether each coding is in its book and its account.
  private func codingFault() throws -> Verdict.Fault? {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT coding.text, account.text, book.layer, book.fund FROM coding
        LEFT JOIN account ON account.id = coding.account LEFT JOIN book ON book.id = coding.book
        """)
    while let row = try rows.next() {
      let text: String = try row.value(0)
      guard let coding = Coding(text), coding.text == text,
        try row.value(1) as String? == Account(coding).description,
        try row.value(2) as String? == coding.layer.rawValue,
        try row.value(3) as String? == coding.fund.description
      else { return .keptFigureDiffers("a coding") }
    }
    return nil
  }

  private func keptFault() throws -> Verdict.Fault? {
    if let fault = try flowFault() { return fault }
    var filedNow = ManySum()
    let mentions = try Row.fetchCursor(db, sql: "SELECT word, record FROM mention")
    while let row = try mentions.next() {
      filedNow.add(try row.value(0) as String, UInt64(bitPattern: try row.value(1) as Int64))
    }
    guard filedNow == filed else { return .keptFigureDiffers("what records are filed under") }

    var seenNow = ManySum()
    let rows = try Row.fetchCursor(db, sql: "SELECT twin, rest, batch, row, day FROM seen")
    while let row = try rows.next() {
      guard let day = Day(packed: try row.value(4)) else {
        return .keptFigureDiffers("the list of rows that were posted")
      }
      let identity = RowIdentity(
        twin: UInt64(bitPattern: try row.value(0) as Int64),
        rest: UInt64(bitPattern: try row.value(1) as Int64))
      seenNow.add(identity, batch: try row.value(2), row: try row.value(3), day: day)
    }
    guard seenNow == seen else { return .keptFigureDiffers("the list of rows that were posted") }

    let closed = try Row.fetchAll(db, sql: "SELECT month, record, is_closed FROM period")
      .map {
        PeriodRow(
          month: try $0.value(0), record: try $0.value(1), isClosed: try $0.value(2))
      }
    guard closed.count == periods.count, Set(closed) == Set(periods) else {
      return .keptFigureDiffers("the list of closed periods")
    }
    return nil
  }

  private func flowFault() throws -> Verdict.Fault? {
    var left = flows
    let rows = try Row.fetchCursor(db, sql: "SELECT day, kind, debit, credit, pence FROM flow")
    while let row = try rows.next() {
      guard let event = EventKind(rawValue: try row.value(1)) else {
        return .keptFigureDiffers("a balance")
      }
      let slot = FlowSlot(
        day: try row.value(0), event: event, debit: try row.value(2), credit: try row.value(3))
      guard left.removeValue(forKey: slot) == (try row.value(4) as Int64) else {
        return .keptFigureDiffers("a balance of \(try codings.account(slot.debit).fund.name)")
      }
    }
    return left.isEmpty ? nil : .keptFigureDiffers("a balance")
  }
}

/// The movements of the file in the order of their records.
private struct MovementCursor {
  private let rows: RowCursor
  private let codings: CodingTable
  private var held: (record: Int, move: Move)?

  struct Move {
    let movement: Movement<Coding>
    let debit: CodingTable.Kept
    let credit: CodingTable.Kept
  }

  init(_ db: Database, _ codings: CodingTable) throws {
    rows = try Row.fetchCursor(
      db, sql: "SELECT record, debit, credit, pence FROM movement ORDER BY record, position")
    self.codings = codings
    held = try read()
  }

  private func read() throws -> (record: Int, move: Move)? {
    guard let row = try rows.next() else { return nil }
    let debit = try codings.known(row.value(1))
    let credit = try codings.known(row.value(2))
    return (
      try row.value(0),
      Move(
        movement: Movement(
          Money(pence: try row.value(3)), debit: debit.coding, credit: credit.coding),
        debit: debit.kept, credit: credit.kept)
    )
  }

  /// The movements of a record.
  mutating func next(of record: Int) throws -> [Move] {
    var moves: [Move] = []
    while let found = held, found.record == record {
      moves.append(found.move)
      held = try read()
    }
    return moves
  }

  func hasMore() throws -> Bool { held != nil }
}

/// The sum of many things in no order, by which two collections of them are compared.
private struct ManySum: Equatable {
  private var count = 0
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var lastRow: (batch: Int, row: Int) = (0, 0)

  static func == (left: ManySum, right: ManySum) -> Bool {
    (left.count, left.low, left.high) == (right.count, right.low, right.high)
  }

  mutating func add(_ text: String, _ number: UInt64) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    add(hash, number)
  }

  mutating func add(_ identity: RowIdentity, batch: Int, row: Int, day: Day) {
    add(identity.twin, identity.rest &+ word(batch) << 40 &+ word(row))
    add(identity.rest, UInt64(bitPattern: day.packed))
  }

  /// A damaged file may hold a number below nothing, which is a number like any other here.
  private func word(_ number: Int) -> UInt64 { UInt64(bitPattern: Int64(number)) }

  /// Adds a row that was posted.
  ///
  /// One row may have led to several records, which stand together.
  mutating func addOnce(_ origin: RowOrigin) {
    guard lastRow != (origin.batch, origin.row) else { return }
    lastRow = (origin.batch, origin.row)
    add(origin.identity, batch: origin.batch, row: origin.row, day: origin.day)
  }

  private mutating func add(_ one: UInt64, _ other: UInt64) {
    count += 1
    low &+= mixed(one ^ mixed(other))
    high &+= mixed(other &+ mixed(one &+ 0x9E37_79B9_7F4A_7C15))
  }

  /// Spreads a number over all 64 bits.
  private func mixed(_ number: UInt64) -> UInt64 {
    var value = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
