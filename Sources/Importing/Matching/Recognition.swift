public import Bookkeeping

/// What earlier imports make of a row.
public enum Recognition: UInt8, Hashable, Sendable {
  /// Nobody has seen it.
  case new
  /// An earlier file held it.
  case known
  /// One occurrence more than an earlier file that covers its day.
  case oneMore
  /// Alike in payee, amount and number to a row of another day.
  case otherDay
  /// Alike in payee, amount and day to a row of an earlier file, and otherwise in its number or its code.
  case sameDay
  /// Alike in number and amount to a row of an earlier file, and otherwise in whom it was paid to.
  case otherPayee
  /// Alike in day and amount to a row of an earlier statement, and otherwise in its words.
  case otherWords
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
  /// Whether a row of the same number may be one payment however far apart its day is: so where numbers are a
  /// council's own, and not words that a family's bank repeats.
  private let isNumberEnough: Bool

  public init(window: Int, isNumberEnough: Bool = false) {
    self.window = window
    self.isNumberEnough = isNumberEnough
  }

  /// Recognises the rows alike in payee and amount.
  ///
  /// - Parameters:
  ///   - rows: those of the file, in order.
  ///   - earlier: those of earlier imports.
  ///   - take: told of each row that is not simply new.
  public func recognise(
    _ rows: [RowKey], earlier: [EarlierRow], _ take: (RowKey, Recognition) -> Void
  ) {
    var left = earlier.reduce(into: [EarlierRow: Int]()) { $0[$1, default: 0] += 1 }
    var fresh: [RowKey] = []
    var index = 0
    while index < rows.count {
      let alike = EarlierRow(rows[index].identity, day: rows[index].day)
      var end = index
      while end < rows.count, rows[end].identity == alike.identity, rows[end].day == alike.day {
        end += 1
      }
      let known = left[alike] ?? 0
      for (occurrence, row) in rows[index..<end].enumerated() {
        if occurrence < known {
          take(row, .known)
        } else if known > 0 {
          take(row, .oneMore)
        } else {
          fresh.append(row)
        }
      }
      left[alike] = max(0, known - (end - index))
      index = end
    }
    guard window > 0 else { return }
    // A row that this file has again is accounted for, and none of the others is it.
    let days = Set(left.filter { $0.value > 0 }.keys.map(\.day))
    for row in fresh where days.contains(row.day) { take(row, .sameDay) }
    lookAtOtherDays(fresh.filter { !days.contains($0.day) }, among: rows, earlier, take)
  }

  private func lookAtOtherDays(
    _ fresh: [RowKey], among rows: [RowKey], _ earlier: [EarlierRow],
    _ take: (RowKey, Recognition) -> Void
  ) {
    let fresh = fresh.filter(\.mayBeTwin)
    if fresh.isEmpty || (rows.count == fresh.count && fresh.count == 1 && earlier.isEmpty) {
      return
    }
    let inFile = Dictionary(grouping: rows, by: \.identity.number).mapValues { Set($0.map(\.day)) }
    let before = Dictionary(grouping: earlier, by: \.identity.number)
      .mapValues { Set($0.map(\.day)) }
    for row in fresh {
      let number = row.identity.number
      // Within the file the earliest day stands, and the later ones are the doubtful ones.
      let isLater = inFile[number]?.contains {
        $0 < row.day && $0.distance(to: row.day) <= window
      }
      let isNear = before[number]?.contains {
        $0 != row.day && (isNumberEnough || abs($0.distance(to: row.day)) <= window)
      }
      if isLater ?? false || isNear ?? false { take(row, .otherDay) }
    }
  }
}
