import Bookkeeping

/// The sum of many things in no order, by which two collections of them are compared.
struct ManySum: Equatable {
  private var count = 0
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var lastRow: (batch: Int, row: Int) = (0, 0)

  static func == (left: ManySum, right: ManySum) -> Bool {
    (left.count, left.low, left.high) == (right.count, right.low, right.high)
  }

  mutating func add(_ text: String, _ number: Int) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    add(hash, word(number))
  }

  mutating func add(_ month: Month, _ record: Int, isClosed: Bool) {
    add(word(month.year * 12 + month.month), word(record) << 1 | (isClosed ? 1 : 0))
  }

  mutating func add(_ row: SeenRow) {
    add(row.identity.twin, row.identity.rest &+ word(row.batch) << 40 &+ word(row.row))
    add(row.identity.rest, word(Int(row.day.number)))
  }

  /// A damaged store may hold a negative number, which is a number like any other here.
  private func word(_ number: Int) -> UInt64 { UInt64(bitPattern: Int64(number)) }

  /// Adds a row that was posted.
  ///
  /// One row may have led to several records, which stand together.
  mutating func addOnce(_ origin: RowOrigin) {
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
