import Funding
import GRDB
import Storage

/// What a file of an earlier form is given when it is taken over: the steps of ``DatabaseFile/Kind``.
extension KeptSums {
  /// Begins the sums of a file, with what is there.
  static func fill(_ db: Database) throws {
    let sums = KeptSums(db)
    try sums.begin([.account, .flow, .seen, .word])
    let accounts = try Row.fetchCursor(db, sql: "SELECT id, text FROM account")
    while let row = try accounts.next() {
      sums.add(account: try row.value(0), try row.value(1))
    }
    let flows = try Row.fetchCursor(db, sql: "SELECT kind, day, debit, credit, pence FROM flow")
    while let row = try flows.next() {
      sums.change(
        try row.value(0), try row.value(1), try row.value(2), try row.value(3), in: nil,
        from: nil, to: try row.value(4))
    }
    let seen = try Row.fetchCursor(db, sql: "SELECT twin, rest, batch, row, day FROM seen")
    while let row = try seen.next() { sums.add(try SeenRow(row)) }
    let words = try Row.fetchCursor(db, sql: "SELECT word, record FROM mention")
    while let row = try words.next() { sums.add(try row.value(0), filed: try row.value(1)) }
    try sums.flush()
  }

  /// Begins what moved in each stretch and what stands for each plan line, with the records that are there.
  static func fillStanding(_ db: Database) throws {
    let sums = KeptSums(db)
    try sums.begin([.stretch])
    let reader = RecordReader(CodingTable(db))
    let flows = try FlowSums(db, sums, stretchesOnly: true)
    let postings = try LinePostings(db, sums)
    let last = try db.lastHead().number
    if last > 0 {
      try reader.each(db, in: 1...last) { record in
        for (key, pence) in try reader.flows(db, of: record) {
          try flows.add(pence, to: key, in: record.number)
        }
        try postings.add(record)
      }
    }
    try flows.flush()
  }
}
