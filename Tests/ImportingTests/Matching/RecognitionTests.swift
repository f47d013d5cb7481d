import Bookkeeping
import Foundation
import TestSupport
import Testing

@testable import Importing

/// Recognising rows in sorted groups, against looking at every row in turn.
struct RecognitionTests {
  /// Row numbers, by what they are taken for.
  private typealias Found = [UInt32: Recognition]

  private func recognised(
    _ rows: [RowKey], earlier: [EarlierRow], window: Int, runLength: Int
  ) throws -> Found {
    let scratch = try Scratch()
    let sorter = KeySorter(folder: scratch.path, runLength: runLength)
    for row in rows { try sorter.add(row) }
    var keys = try sorter.sorted()
    var held: RowKey?
    var found: Found = [:]
    while let group = try keys.nextGroup(&held) {
      let alike = earlier.filter { $0.identity.twin == group[0].identity.twin }
      Recogniser(window: window).recognise(group, earlier: alike) { key, recognition in
        found[key.row] = recognition
      }
    }
    return found
  }

  /// The rule, a row at a time, as an officer would apply it with two lists on the desk.
  private func naive(_ rows: [RowKey], earlier: [EarlierRow], window: Int) -> Found {
    var found: Found = [:]
    for row in rows {
      let before = rows.filter { $0.identity == row.identity && $0.row < row.row }.count
      let known = earlier.filter { $0.identity == row.identity }.count
      if known > 0 {
        found[row.row] = before < known ? .known : .oneMore
        continue
      }
      guard window > 0, row.mayBeTwin else { continue }
      let inFile = rows.contains {
        $0.identity.twin == row.identity.twin && $0.day < row.day
          && row.day.number - $0.day.number <= window
      }
      let inEarlier = earlier.contains {
        $0.identity.twin == row.identity.twin && $0.day != row.day
          && abs($0.day.number - row.day.number) <= window
      }
      if inFile || inEarlier { found[row.row] = .otherDay }
    }
    return found
  }

  @Test func `rows of random files are taken for what the plain rule says`() throws {
    var chance = Seeded.fresh(ProcessInfo.processInfo.environment)
    let seed = chance.seed
    var seen: Set<Recognition> = []
    for _ in 0..<200 {
      let window = [0, 1, 3, 30].randomElement(using: &chance) ?? 0
      let count = Int.random(in: 0...40, using: &chance)
      let rows = (1...count + 1).dropLast().map { row -> RowKey in
        let day = Int32.random(in: 20_000...20_012, using: &chance)
        // Whether a row has a reference is the same for all that are alike in it.
        let twin = UInt64.random(in: 0...4, using: &chance)
        return RowKey(
          RowIdentity(twin: twin, rest: UInt64(day)), day: Day(number: day), row: UInt32(row),
          line: UInt32(row) + 7,
          amount: Money(pence: 1), mayBeTwin: twin > 0)
      }
      // The earlier files hold some of these rows, some others, and some more than once.
      let earlier = (0..<Int.random(in: 0...20, using: &chance)).map { _ -> EarlierRow in
        if let row = rows.randomElement(using: &chance), Bool.random(using: &chance) {
          return EarlierRow(row.identity, day: row.day)
        }
        let day = Int32.random(in: 19_990...20_020, using: &chance)
        let twin = UInt64.random(in: 0...6, using: &chance)
        return EarlierRow(RowIdentity(twin: twin, rest: UInt64(day)), day: Day(number: day))
      }
      let found = try recognised(rows, earlier: earlier, window: window, runLength: 8)
      #expect(
        found == naive(rows, earlier: earlier, window: window), "SENDLEDGER_SEED=\(seed)")
      seen.formUnion(found.values)
    }
    #expect(seen == [.known, .oneMore, .otherDay], "every recognition came up")
  }

  private func row(_ number: UInt32, day: Int32, twin: UInt64 = 1, mayBeTwin: Bool = true) -> RowKey
  {
    RowKey(
      RowIdentity(twin: twin, rest: UInt64(day)), day: Day(number: day), row: number, line: number,
      amount: Money(pence: 1), mayBeTwin: mayBeTwin)
  }

  @Test func `138 equal rows of one file are 138 payments, and the 139th of the next is doubtful`()
    throws
  {
    let rows = (1...139).map { row(UInt32($0), day: 20_000) }
    #expect(
      try recognised(Array(rows.dropLast()), earlier: [], window: 30, runLength: 50).isEmpty)
    let earlier = rows.dropLast().map { EarlierRow($0.identity, day: $0.day) }
    let found = try recognised(rows, earlier: earlier, window: 30, runLength: 50)
    #expect(found.values.filter { $0 == .known }.count == 138)
    #expect(found[139] == .oneMore)
  }

  @Test(arguments: [(1, true), (5, true), (6, false), (-5, true), (-6, false)])
  func `a row of another day is doubtful within the stated number of days and not beyond`(
    apart: Int32, isDoubtful: Bool
  ) throws {
    let earlier = [EarlierRow(RowIdentity(twin: 1, rest: 20_000), day: Day(number: 20_000))]
    let found = try recognised(
      [row(1, day: 20_000 + apart)], earlier: earlier, window: 5, runLength: 50)
    #expect(found == (isDoubtful ? [1: .otherDay] : [:]))
  }

  @Test
  func `of two days in one file the earlier stands, and a row without a reference is no twin`()
    throws
  {
    let found = try recognised(
      [row(1, day: 20_003), row(2, day: 20_000)], earlier: [], window: 5, runLength: 50)
    #expect(found == [1: .otherDay])
    let plain = [row(1, day: 20_003, mayBeTwin: false), row(2, day: 20_000, mayBeTwin: false)]
    #expect(try recognised(plain, earlier: [], window: 5, runLength: 50).isEmpty)
  }
}
