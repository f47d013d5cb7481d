import Bookkeeping
import Funding
import Importing
import Storage

/// The rows that earlier imports of a file's days have posted, by what they keep when their payee is written
/// otherwise: a council's payment its own number, and a row of a statement its day.
///
/// They are read from the chain once a row is new, and only where days overlap.
final class NumberedRows {
  private let books: Books
  private let reader: ImportReader
  private let days: DaySpan
  private let gone: Set<RowPlace>
  private var rows: [Row]?
  /// Groups with a row that may be a twin by its number, until the whole file has been looked at.
  private(set) var postponed: [(group: [RowKey], found: [UInt32: Found])] = []

  private struct Row {
    let mark: Int64
    let amount: Money
    let seen: SeenRow
    /// Whether another row of the file is taken for it.
    var isAccountedFor = false
  }

  init(
    _ books: Books, _ reader: ImportReader, _ summary: SheetSummary, besides gone: Set<RowPlace>
  ) {
    self.books = books
    self.reader = reader
    self.gone = gone
    days = DaySpan(from: summary.firstDay, through: summary.lastDay)
  }

  /// Takes note of what is known of a group; one with a row that may be a twin by its number is postponed.
  ///
  /// `held` are those of its rows that wait for a person already.
  func postpones(
    _ group: [RowKey], _ found: [UInt32: Found], _ held: Set<UInt32>
  ) async throws -> Bool {
    guard isStatement || isNumbered else { return false }
    var isPostponed = false
    for key in group where isNumbered || mayBeFound(key) {
      guard mayBeFound(key) else {
        if found[key.row]?.recognition == .known || held.contains(key.row) {
          known.append(RowMark(key.identity, key.day))
        }
        continue
      }
      switch found[key.row]?.recognition {
      case nil where held.contains(key.row): known.append(RowMark(key.identity, key.day))
      case nil, .new:
        if rows == nil { rows = try await read() }
        let mark = mark(key.identity, key.day)
        if isNumbered, first(of: mark).map({ rows?[$0].mark == mark }) ?? false {
          newMarks.insert(mark)
        }
        isPostponed = isPostponed || ((isStatement || isPayments) && !places(of: key).isEmpty)
      case .known: known.append(RowMark(key.identity, key.day))
      case .oneMore, .otherDay, .sameDay, .otherPayee, .otherWords: break
      }
    }
    if isPostponed { postponed.append((group, found)) }
    return isPostponed
  }

  private var isPayments: Bool { reader.kind == .payments }
  private var isStatement: Bool { reader.kind.isStatement }
  private var isNumbered: Bool { reader.kind.isNumbered }

  /// Whether a row keeps anything when its payee is written otherwise.
  private func mayBeFound(_ key: RowKey) -> Bool { isStatement || key.mayBeTwin }

  /// What a row keeps.
  private func mark(_ identity: RowIdentity, _ day: Day) -> Int64 {
    isStatement ? Int64(day.number) : Int64(bitPattern: identity.number)
  }

  /// The rows of the file that are known, eight bytes each: they account for the earlier rows that they are.
  private var known: [RowMark] = []
  private var isSorted = false
  /// The numbers of rows that are new and that an earlier row has.
  private var newMarks: Set<Int64> = []

  private func isKnown(_ identity: RowIdentity, _ day: Day) -> Bool {
    count(of: RowMark(identity, day)) > 0
  }

  /// How many rows of the file are known that are so.
  private func count(of mark: RowMark) -> Int {
    if !isSorted {
      known.sort { $0.bits < $1.bits }
      isSorted = true
    }
    let first = known.partitioned { $0.bits < mark.bits }
    return known[first...].prefix { $0.bits == mark.bits }.count
  }

  /// What is found of a postponed group.
  func settled(_ group: [RowKey], _ found: [UInt32: Found]) -> [UInt32: Found] {
    var found = found
    for key in group where mayBeFound(key) && (found[key.row]?.recognition ?? .new) == .new {
      if isKnown(key.identity, key.day) { continue }
      let place = places(of: key).first { place in
        guard let row = rows?[place] else { return false }
        // One of the same payee is left to the rule of days.
        return row.seen.identity.twin != key.identity.twin && !row.isAccountedFor
          && !isKnown(row.seen.identity, row.seen.day)
      }
      guard let place, let seen = rows?[place].seen else { continue }
      rows?[place].isAccountedFor = true
      found[key.row] = Found(isPayments ? .otherPayee : .otherWords, like: Found.Like(seen))
    }
    return found
  }

  /// By import of which most rows are known: how many of its rows of the file’s days the file does not have.
  func missing() async throws -> [ImportReference: Int] {
    guard isNumbered else { return [:] }
    if rows == nil, try await mayMiss() { rows = try await read() }
    var missing: [ImportReference: Int] = [:]
    var all: [ImportReference: Int] = [:]
    // Of rows that are equal, as many are there as the file has.
    var left: [UInt64: Int] = [:]
    for row in rows ?? [] where days.contains(row.seen.day) {
      all[row.seen.place.batch, default: 0] += 1
      let mark = RowMark(row.seen.identity, row.seen.day)
      let there = left[mark.bits] ?? count(of: mark)
      left[mark.bits] = max(there - 1, 0)
      if there == 0 { missing[row.seen.place.batch, default: 0] += 1 }
    }
    return missing.filter { batch, rows in rows * 2 <= all[batch] ?? 0 }
  }

  /// By import: how many of its rows the file does not have, though a new row of it has their number.
  func renumbered() -> [ImportReference: Int] {
    guard isNumbered else { return [:] }
    return (rows ?? []).reduce(into: [:]) { found, row in
      guard newMarks.contains(row.mark), !row.isAccountedFor,
        !isKnown(row.seen.identity, row.seen.day)
      else { return }
      found[row.seen.place.batch, default: 0] += 1
    }
  }

  /// Whether earlier imports of the file’s days have posted more rows than the file has of them.
  private func mayMiss() async throws -> Bool {
    guard !known.isEmpty else { return false }
    let posted = try await overlapping().flatMap(\.value.tallies)
      .filter { $0.verdict == RowVerdict.new.name }.map(\.rows).reduce(0, +)
    return posted > known.count
  }

  private func overlapping() async throws -> [Numbered<FileImported>] {
    try await books.imports(of: reader.kind).filter {
      (isPayments || $0.value.child == reader.child) && $0.value.days.overlaps(days)
    }
  }

  /// The first of the rows that keep so much, if there are any so far on.
  private func first(of mark: Int64) -> Int? {
    guard let rows else { return nil }
    let place = rows.partitioned { $0.mark < mark }
    return place < rows.count ? place : nil
  }

  /// Where the rows that keep the same, and come to the same amount, stand.
  private func places(of key: RowKey) -> Range<Int> {
    guard let rows else { return 0..<0 }
    let mark = mark(key.identity, key.day)
    let start = rows.partitioned { ($0.mark, $0.amount) < (mark, key.amount) }
    var end = start
    while end < rows.count, rows[end].mark == mark, rows[end].amount == key.amount { end += 1 }
    return start..<end
  }

  private func read() async throws -> [Row] {
    var found: [Row] = []
    let amount = reader.earlierAmounts()
    for file in try await overlapping() {
      var last = 0
      try await books.eachRow(of: file) { origin, _ in
        if origin.row != last { add(origin, amount(origin), &found) }
        last = origin.row
      }
    }
    let files = Set(try await overlapping().map(\.value.reference))
    // What was settled by hand is as good as posted, and stands in no row of its file.
    for row in try await books.all(RowHeld.self).map(\.value)
    where files.contains(row.place.batch) && !gone.contains(row.place) {
      let seen = SeenRow(
        row.identity, batch: row.place.batch.number, row: row.place.row, day: row.day)
      found.append(Row(mark: mark(seen.identity, seen.day), amount: row.amount, seen: seen))
    }
    return found.sorted { ($0.mark, $0.amount) < ($1.mark, $1.amount) }
  }

  private func add(_ origin: RowOrigin, _ amount: Money?, _ found: inout [Row]) {
    let seen = SeenRow(origin.identity, batch: origin.batch, row: origin.row, day: origin.day)
    guard !gone.contains(seen.place),
      let amount = amount ?? (isPayments || isStatement ? nil : .zero)
    else { return }
    found.append(Row(mark: mark(seen.identity, seen.day), amount: amount, seen: seen))
  }
}

/// What is left of a row’s identity and day, by which it is found again.
private struct RowMark {
  let bits: UInt64

  init(_ identity: RowIdentity, _ day: Day) {
    bits =
      identity.twin ^ (identity.rest << 17 | identity.rest >> 47)
      ^ UInt64(UInt32(bitPattern: day.number))
  }
}

extension Array {
  /// The first place from which on a sorted list is not so any more.
  fileprivate func partitioned(_ isBefore: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
