public import Bookkeeping

/// What earlier imports make of a row.
public enum Recognition: UInt8, Hashable, Sendable {
  /// Nobody has seen it.
  case new
  /// An earlier file held it.
  case known
  /// One occurrence more than an earlier file that covers its day.
  case oneMore
  /// Alike in payee, amount and reference to a row of another day.
  case otherDay
}

/// A row of an earlier file, as far as recognising needs it.
public struct EarlierRow: Hashable, Sendable {
  public let identity: RowIdentity
  public let day: Day

  public init(_ identity: RowIdentity, day: Day) {
    self.identity = identity
    self.day = day
  }
}

/// Says of the rows of a file, in the order of their identities, which of them are known.
///
/// Equal rows of one file are never twins: 138 equal rows are 138 payments. They are counted, and
/// as many of them are known as an earlier file held.
public struct Recogniser {
  /// How many days apart two rows may be one payment.
  private let window: Int

  public init(window: Int) { self.window = window }

  /// Recognises the rows alike in payee, amount and reference.
  ///
  /// - Parameters:
  ///   - rows: those of the file, in order.
  ///   - earlier: those of earlier imports.
  ///   - take: told of each row that is not simply new.
  public func recognise(
    _ rows: [RowKey], earlier: [EarlierRow], _ take: (RowKey, Recognition) -> Void
  ) {
    let counts = earlier.reduce(into: [RowIdentity: Int]()) { $0[$1.identity, default: 0] += 1 }
    var fresh: [RowKey] = []
    var index = 0
    while index < rows.count {
      var end = index
      while end < rows.count, rows[end].identity == rows[index].identity { end += 1 }
      let known = counts[rows[index].identity] ?? 0
      for (occurrence, row) in rows[index..<end].enumerated() {
        if occurrence < known {
          take(row, .known)
        } else if known > 0 {
          take(row, .oneMore)
        } else {
          fresh.append(row)
        }
      }
      index = end
    }
    if window > 0 { lookAtOtherDays(fresh, among: rows, earlier, take) }
  }

  private func lookAtOtherDays(
    _ fresh: [RowKey], among rows: [RowKey], _ earlier: [EarlierRow],
    _ take: (RowKey, Recognition) -> Void
  ) {
    let fresh = fresh.filter(\.mayBeTwin)
    if fresh.isEmpty || (rows.count == fresh.count && fresh.count == 1 && earlier.isEmpty) {
      return
    }
    // Within the file the earliest day stands, and the later ones are the doubtful ones.
    let days = Set(rows.map(\.day)).sorted()
    for row in fresh {
      let inFile = days.contains { $0 < row.day && $0.distance(to: row.day) <= window }
      let before = earlier.contains {
        $0.day != row.day && abs($0.day.distance(to: row.day)) <= window
      }
      if inFile || before { take(row, .otherDay) }
    }
  }
}
