import Bookkeeping
package import Funding

/// The sum of many things in no order, by which two collections of them are compared.
package struct ManySum: Equatable, Sendable {
  package private(set) var count: Int
  package private(set) var low: UInt64
  package private(set) var high: UInt64
  private var lastRow: (batch: Int, row: Int) = (0, 0)

  package init(count: Int = 0, low: UInt64 = 0, high: UInt64 = 0) {
    self.count = count
    self.low = low
    self.high = high
  }

  package static func == (left: ManySum, right: ManySum) -> Bool {
    (left.count, left.low, left.high) == (right.count, right.low, right.high)
  }

  /// Adds all that another sum is of.
  package mutating func add(_ other: ManySum) {
    count &+= other.count
    low &+= other.low
    high &+= other.high
  }

  /// Takes away all that another sum is of.
  package mutating func take(_ other: ManySum) {
    count &-= other.count
    low &-= other.low
    high &-= other.high
  }

  package mutating func add(_ text: String, _ number: Int) { add(hash(text), word(number)) }

  /// Adds a text with some numbers, in their order.
  package mutating func add(_ text: String, _ numbers: Int64...) { add(hash(text), numbers) }

  private mutating func add(_ hash: UInt64, _ numbers: [Int64]) {
    var (one, other) = (hash, UInt64(numbers.count))
    for number in numbers {
      one = mixed(one ^ UInt64(bitPattern: number))
      other = mixed(other &+ one)
    }
    add(one, other)
  }

  /// Adds a text with what another sum is of, as one thing.
  package mutating func add(_ text: String, _ number: Int64, _ sum: ManySum) {
    add(
      text, number, Int64(sum.count), Int64(bitPattern: sum.low), Int64(bitPattern: sum.high))
  }

  /// A text that follows others is hashed as if it stood in one with them.
  private func hash(_ text: String, after: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    var hash = after
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  mutating func add(_ month: Month, _ record: Int, isClosed: Bool) {
    add(word(month.year * 12 + month.month), word(record) << 1 | (isClosed ? 1 : 0))
  }

  package mutating func add(_ posting: LinePosting, of line: String) {
    add(line, Int64(posting.record), Int64(posting.position))
    var kinds = hash(posting.event.rawValue)
    for heading in [posting.debit, posting.credit] {
      kinds = hash(heading.rawValue, after: hash("|", after: kinds))
    }
    add(
      kinds,
      [
        Int64(posting.record), Int64(posting.position), Int64(posting.day.number),
        Int64(posting.ownDay.number), Int64(posting.saidOn?.number ?? .min),
        Int64(posting.traits.rawValue), posting.amount.pence,
      ])
  }

  package mutating func add(_ row: SeenRow) {
    add(row.identity.twin, row.identity.rest &+ word(row.batch) << 40 &+ word(row.row))
    add(row.identity.rest, word(Int(row.day.number)))
  }

  /// A damaged store may hold a negative number, which is a number like any other here.
  private func word(_ number: Int) -> UInt64 { UInt64(bitPattern: Int64(number)) }

  /// Adds the rows that were posted with a record.
  package mutating func addRows(of content: JournalContent) {
    guard !content.rulesRowReal else { return }
    for source in content.sources {
      if case .row(let origin) = source.origin { addOnce(origin) }
    }
  }

  /// Adds a row that was posted.
  ///
  /// One row may have led to several records, which stand together.
  private mutating func addOnce(_ origin: RowOrigin) {
    guard lastRow != (origin.batch, origin.row) else { return }
    lastRow = (origin.batch, origin.row)
    add(SeenRow(origin.identity, batch: origin.batch, row: origin.row, day: origin.day))
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
