import Bookkeeping
import GRDB
import Storage

extension ManySum {
  init(_ row: Row, from column: Int) throws {
    self.init(
      count: try row.value(column),
      low: UInt64(bitPattern: try row.value(column + 1) as Int64),
      high: UInt64(bitPattern: try row.value(column + 2) as Int64))
  }

  var arguments: StatementArguments {
    [count, Int64(bitPattern: low), Int64(bitPattern: high)]
  }

  /// A sum of sums, one of which comes in the place of another.
  mutating func replace(
    _ text: String, _ number: Int64, _ old: ManySum?, _ new: ManySum
  ) {
    if let old {
      var gone = ManySum()
      gone.add(text, number, old)
      take(gone)
    }
    add(text, number, new)
  }
}

extension ManySum {
  /// Adds the digest of a record, by the number of the record.
  mutating func add(_ digest: Digest, of record: Int64) {
    let (first, second) = digest.halves
    add("digest", record, Int64(bitPattern: first), Int64(bitPattern: second))
  }

  /// Adds a record, by its number and kind, that counts on a day.
  mutating func add(record number: Int64, _ kind: String, on day: Int64) {
    add(kind, number, day)
  }

  /// Adds a movement of a record, by its place there and the numbers that its codings have in the file.
  mutating func add(
    movement position: Int64, of record: Int64, _ debit: Int64, _ credit: Int64, _ pence: Int64
  ) {
    add("movement", record, position, debit, credit, pence)
  }
}
