import Bookkeeping
import Foundation
import TestSupport
import Testing

@testable import Importing

/// Row keys come out in order, however many there are and wherever they were kept meanwhile.
struct KeySorterTests {
  static func key(twin: UInt64, rest: UInt64, day: Int32 = 0, row: Int, pence: Int64 = 1) -> RowKey
  {
    RowKey(
      RowIdentity(twin: twin, rest: rest), day: Day(number: day), row: UInt32(row),
      line: UInt32(row) + 7,
      amount: Money(pence: pence), mayBeTwin: row % 2 == 0)
  }

  private func sorted(_ keys: [RowKey], runLength: Int) throws -> [RowKey] {
    let scratch = try Scratch()
    let sorter = KeySorter(folder: scratch.path, runLength: runLength)
    for key in keys { try sorter.add(key) }
    var found = try sorter.sorted()
    var list: [RowKey] = []
    while let key = try found.next() { list.append(key) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
    return list
  }

  @Test func `keys come out as a plain sort puts them, in memory or spilled`() throws {
    var chance = Seeded.fresh(ProcessInfo.processInfo.environment)
    let seed = chance.seed
    for count in [0, 1, 2, 7, 8, 9, 64, 500] {
      let keys = (0..<count).map { row in
        Self.key(
          twin: .random(in: 0...5, using: &chance), rest: .random(in: 0...3, using: &chance),
          day: .random(in: -40_000...40_000, using: &chance), row: row + 1,
          pence: .random(in: .min ... .max, using: &chance))
      }.shuffled(using: &chance)
      for runLength in [1, 8, 63, 1000] {
        #expect(
          try sorted(keys, runLength: runLength) == keys.sorted(),
          "SENDLEDGER_SEED=\(seed), \(count) keys in runs of \(runLength)")
      }
    }
  }

  @Test func `a run that fills many pages is read back whole`() throws {
    var chance = Seeded.fresh(ProcessInfo.processInfo.environment)
    let seed = chance.seed
    let keys = (0..<9000).map { row in
      Self.key(twin: .random(in: 0...(.max), using: &chance), rest: 0, row: row)
    }
    #expect(try sorted(keys, runLength: 4500) == keys.sorted(), "SENDLEDGER_SEED=\(seed)")
  }

  @Test func `rows beyond the usual run spill and lose nothing`() throws {
    let scratch = try Scratch()
    let sorter = KeySorter(folder: scratch.path)
    let count = KeySorter.usualLength + 1000
    // A step that shares no factor with the count visits every number once.
    for row in 0..<count {
      try sorter.add(Self.key(twin: UInt64(row * 7 % count), rest: 0, row: row))
    }
    var found = try sorter.sorted()
    var next: UInt64 = 0
    while let key = try found.next() {
      if key.identity.twin != next { break }
      next += 1
    }
    #expect(next == UInt64(count))
  }

  @Test func `a folder that cannot be written in is said, and nothing is lost in silence`() throws {
    let sorter = KeySorter(folder: "/proc/nowhere", runLength: 2)
    try sorter.add(Self.key(twin: 1, rest: 1, row: 1))
    #expect(throws: KeySorter.Failure.self) {
      try sorter.add(Self.key(twin: 2, rest: 1, row: 2))
    }
  }
}
