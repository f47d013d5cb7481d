/// What many runs were counted into, and can be counted together in any order.
protocol RunTally: Sendable {
  mutating func add(_ other: Self)
}

/// Runs spread over the cores.
///
/// Runs are cut into the same pieces however many cores there are, and whole numbers are added, so
/// that the sum is the same. No more pieces are held at a time than there are tasks.
enum Tallied {
  /// The most runs in a piece.
  static let piece = 2_500

  /// The first half of the runs and all of them.
  static func runs<Tally: RunTally>(
    _ count: Int, tasks: Int, from empty: Tally, progress: (Int) -> Void,
    of tally: @escaping @Sendable (Range<Int>) -> Tally
  ) async -> (half: Tally, all: Tally) {
    var sums = (first: empty, second: empty)
    var waiting = pieces(of: count)[...]
    var done = 0
    await withTaskGroup(of: (Range<Int>, Tally).self) { group in
      for piece in waiting.prefix(max(1, tasks)) { group.addTask { (piece, tally(piece)) } }
      waiting = waiting.dropFirst(max(1, tasks))
      while let (piece, found) = await group.next() {
        if let next = waiting.popFirst() { group.addTask { (next, tally(next)) } }
        if piece.lowerBound < count / 2 { sums.first.add(found) } else { sums.second.add(found) }
        done += piece.count
        progress(done)
      }
    }
    sums.second.add(sums.first)
    return (half: sums.first, all: sums.second)
  }

  /// The pieces, none of which lies across the middle.
  static func pieces(of count: Int) -> [Range<Int>] {
    [0..<count / 2, count / 2..<count].flatMap { half in
      stride(from: half.lowerBound, to: half.upperBound, by: piece).map {
        $0..<min($0 + piece, half.upperBound)
      }
    }
  }
}
