import Funding
import GRDB
import Storage

/// What a file of an earlier form is given when it is taken over: the steps of ``DatabaseFile/Kind``.
extension KeptSums {
  /// Begins the sums of a file, with what is there, once it has been held against the records.
  static func fill(_ db: Database) throws {
    let sums = KeptSums(db)
    try sums.begin([.account, .flow, .seen, .word])
    let accounts = try Row.fetchCursor(db, sql: "SELECT id, text FROM account")
    while let row = try accounts.next() {
      sums.add(account: try row.value(0), try row.value(1))
    }
    let chain = try FollowedKept(db)
    var kept = FollowedKept()
    let flows = try Row.fetchCursor(db, sql: "SELECT kind, day, debit, credit, pence FROM flow")
    while let row = try flows.next() {
      let (kind, pence) = (try row.value(0) as String, try row.value(4) as Int64)
      let (day, debit, credit) = (
        try row.value(1) as Int64, try row.value(2) as Int64, try row.value(3) as Int64
      )
      sums.change(kind, day, debit, credit, in: nil, from: nil, to: pence)
      if pence != 0 { kept.flows.add(kind, day, debit, credit, pence) }
    }
    let seen = try Row.fetchCursor(db, sql: "SELECT twin, rest, batch, row, day FROM seen")
    while let row = try seen.next() {
      let row = try SeenRow(row)
      sums.add(row)
      kept.seen.add(row)
    }
    let words = try Row.fetchCursor(db, sql: "SELECT word, record FROM mention")
    while let row = try words.next() {
      let (word, record) = (try row.value(0) as String, try row.value(1) as Int)
      sums.add(word, filed: record)
      kept.words.add(word, record)
    }
    if let kind = kept.difference(from: chain) { throw kind.damage }
    try sums.flush()
  }

  /// Begins what moved in each stretch and what stands for each plan line, with the records that are there.
  static func fillStanding(_ db: Database) throws {
    let sums = KeptSums(db)
    try requireNone(of: .stretch, db)
    try sums.begin([.stretch])
    let reader = RecordReader(CodingTable(db))
    let flows = try FlowSums(db, sums, stretchesOnly: true)
    let postings = try LinePostings(db, sums)
    try reader.each(db, through: try db.lastHead().number) { record in
      for (key, pence) in try reader.flows(db, of: record) {
        try flows.add(pence, to: key, in: record.number)
      }
      try postings.add(record)
    }
    try flows.flush()
  }

  /// Begins the records of each day, with those that are there.
  static func fillDays(_ db: Database) throws {
    let sums = KeptSums(db)
    try requireNone(of: .day, db)
    try sums.begin([.day])
    // Each row is read with its record first, and held against its digest.
    try RecordReader(CodingTable(db)).each(db, through: try db.lastHead().number) { _ in }
    for (day, sum) in try sums.sums(ofDays: .min ... .max) { sums.add(on: day) { $0.add(sum) } }
    try sums.flush()
  }

  /// Begins the sums of the records’ digests, with those that are there.
  static func fillLinks(_ db: Database) throws {
    let sums = KeptSums(db)
    try requireNone(of: .link, db)
    try sums.begin([.link])
    try RecordReader(CodingTable(db)).each(db, through: try db.lastHead().number) { _ in }
    let rows = try Row.fetchCursor(db, sql: "SELECT number, digest FROM record")
    while let row = try rows.next() { sums.add(try row.digest(1), of: try row.value(0)) }
    try sums.flush()
    try sums.seal()
  }

  /// Refuses a file that has sums already of what is to be begun, which nothing but a hand has left there.
  private static func requireNone(of kind: Kind, _ db: Database) throws {
    let left = try Int.fetchOne(
      db,
      sql: """
        SELECT 1 FROM kept_sum WHERE kind = ?1 OR kind = 'top' AND part = ?2
        UNION SELECT 1 FROM word_sum WHERE ?1 = 'stretch' AND substr(word, 1, ?3) = ?4
        """, arguments: [kind.rawValue, kind.number, postings.count, postings])
    if left != nil { throw kind.damage }
  }
}

/// What is kept beside the chain, as sums: as the records have it, or as the tables have it.
private struct FollowedKept {
  var flows = ManySum()
  var seen = ManySum()
  var words = ManySum()

  init() {}

  /// Reads every record.
  init(_ db: Database) throws {
    let reader = RecordReader(CodingTable(db))
    var pence: [FlowKey: Int64] = [:]
    try reader.each(db, through: try db.lastHead().number) { record in
      for flow in try reader.flows(db, of: record) { pence[flow.key, default: 0] += flow.pence }
      for mention in record.content.mentions { words.add(mention.text, record.number) }
      seen.addRows(of: record.content)
    }
    for (key, pence) in pence where pence != 0 {
      flows.add(key.event.rawValue, key.day, key.debit, key.credit, pence)
    }
  }

  func difference(from other: FollowedKept) -> KeptSums.Kind? {
    if flows != other.flows { return .flow }
    if seen != other.seen { return .seen }
    return words == other.words ? nil : .word
  }
}
