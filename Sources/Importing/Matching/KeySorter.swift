import Bookkeeping
import Foundation

/// Puts any number of row keys in order, in memory that does not grow with them.
///
/// Keys are sorted a run at a time. A run beyond the first goes to a file that has no name once it
/// is open, so that nothing is left behind if the program is killed; at the end the runs are merged.
public final class KeySorter {
  private var keys: [RowKey] = []
  private var runs: [Run] = []
  private let folder: String
  private let runLength: Int

  /// A hundred thousand keys take five megabytes.
  static let usualLength = 100_000

  /// The runs could not be written or read.
  public struct Failure: Error, Hashable, Sendable {}

  /// - Parameter folder: where runs are kept while they are needed.
  public convenience init(folder: String) {
    self.init(folder: folder, runLength: KeySorter.usualLength)
  }

  init(folder: String, runLength: Int) {
    self.folder = folder
    self.runLength = runLength
  }

  public func add(_ key: RowKey) throws(Failure) {
    keys.append(key)
    if keys.count == runLength { try spill() }
  }

  private func spill() throws(Failure) {
    keys.sort()
    runs.append(try Run(keys, in: folder))
    keys.removeAll(keepingCapacity: true)
  }

  /// The keys in order.
  ///
  /// No more can be added.
  public func sorted() throws(Failure) -> SortedKeys {
    if runs.isEmpty {
      keys.sort()
      return SortedKeys(keys: keys, runs: [])
    }
    if !keys.isEmpty { try spill() }
    keys = []
    var readers: [RunReader] = []
    for run in runs { readers.append(try RunReader(run)) }
    return SortedKeys(keys: [], runs: readers)
  }
}

/// Row keys in order, read as they are asked for.
public struct SortedKeys {
  private var keys: ArraySlice<RowKey>
  private var runs: [RunReader]

  fileprivate init(keys: [RowKey], runs: [RunReader]) {
    self.keys = keys[...]
    self.runs = runs
  }

  public mutating func next() throws(KeySorter.Failure) -> RowKey? {
    if runs.isEmpty { return keys.popFirst() }
    // There are few runs, so the least of their heads is found by looking at each.
    var least: (index: Int, key: RowKey)?
    for index in runs.indices {
      guard let head = runs[index].head else { continue }
      if let held = least, !(head < held.key) { continue }
      least = (index, head)
    }
    guard let least else { return nil }
    try runs[least.index].advance()
    return least.key
  }

  /// The next keys that are alike in payee, amount and reference.
  ///
  /// `held` is a key that was read too far, which the next call begins with.
  public mutating func nextGroup(_ held: inout RowKey?) throws(KeySorter.Failure) -> [RowKey]? {
    if held == nil { held = try next() }
    guard let first = held else { return nil }
    held = nil
    var group = [first]
    while let key = try next() {
      guard key.identity.twin == first.identity.twin else {
        held = key
        return group
      }
      group.append(key)
    }
    return group
  }
}

/// A sorted run of keys in a file without a name.
private final class Run {
  let file: Int32
  let count: Int

  /// Twin, rest, day and row, pence, line and a flag: the file does not outlive the run, so it is written
  /// as words stand in memory.
  static let keyWords = 5

  init(_ keys: [RowKey], in folder: String) throws(KeySorter.Failure) {
    var template = Array("\(folder)/.rows-XXXXXX".utf8CString)
    file = mkstemp(&template)
    guard file >= 0 else { throw KeySorter.Failure() }
    unlink(template)
    count = keys.count
    var start = 0
    while start < keys.count {
      let end = min(start + 4096, keys.count)
      try write(Array(keys[start..<end]))
      start = end
    }
  }

  deinit { close(file) }

  private func write(_ keys: [RowKey]) throws(KeySorter.Failure) {
    var words: [UInt64] = []
    words.reserveCapacity(keys.count * Run.keyWords)
    for key in keys {
      words.append(key.identity.twin)
      words.append(key.identity.rest)
      words.append(UInt64(UInt32(bitPattern: key.day.number)) << 32 | UInt64(key.row))
      words.append(UInt64(bitPattern: key.amount.pence))
      words.append(UInt64(key.line) << 1 | (key.mayBeTwin ? 1 : 0))
    }
    let written = words.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
    guard written == keys.count * Run.keyWords * 8 else { throw KeySorter.Failure() }
  }

  func read(from start: Int, upTo count: Int) throws(KeySorter.Failure) -> [RowKey] {
    var words = [UInt64](repeating: 0, count: min(count, self.count - start) * Run.keyWords)
    let length = words.count * 8
    let offset = off_t(start * Run.keyWords * 8)
    let found = words.withUnsafeMutableBytes { pread(file, $0.baseAddress, length, offset) }
    guard found == length else { throw KeySorter.Failure() }
    return stride(from: 0, to: words.count, by: Run.keyWords).map { key(words[$0...]) }
  }

  private func key(_ words: ArraySlice<UInt64>) -> RowKey {
    let start = words.startIndex
    let identity = RowIdentity(twin: words[start], rest: words[start + 1])
    let day = Day(number: Int32(truncatingIfNeeded: words[start + 2] >> 32))
    let row = UInt32(truncatingIfNeeded: words[start + 2])
    let amount = Money(pence: Int64(bitPattern: words[start + 3]))
    let line = UInt32(truncatingIfNeeded: words[start + 4] >> 1)
    return RowKey(
      identity, day: day, row: row, line: line, amount: amount,
      mayBeTwin: words[start + 4] & 1 == 1)
  }
}

/// Reads a run a page at a time.
private struct RunReader {
  private let run: Run
  private var page: [RowKey] = []
  private var place = 0
  private var next = 0

  init(_ run: Run) throws(KeySorter.Failure) {
    self.run = run
    try turn()
  }

  var head: RowKey? { place < page.count ? page[place] : nil }

  mutating func advance() throws(KeySorter.Failure) {
    place += 1
    if place == page.count { try turn() }
  }

  private mutating func turn() throws(KeySorter.Failure) {
    page = next < run.count ? try run.read(from: next, upTo: 512) : []
    next += page.count
    place = 0
  }
}
