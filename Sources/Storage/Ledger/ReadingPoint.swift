public import Bookkeeping

/// The point of a ledger at which something is read.
public enum ReadingPoint: Hashable, Sendable {
  /// With all that is recorded.
  case now
  /// As it stood when that was the last record; at record 0 it was empty.
  case record(Int)
  /// As it stood when that day was over.
  case endOf(Day)
}

extension ReadingPoint: CustomStringConvertible {
  public var description: String {
    switch self {
    case .now: "now"
    case .record(let number): String(number)
    case .endOf(let day): day.description
    }
  }
}

extension ReadingPoint {
  /// A day such as `2026-10-31`, or the number of a record.
  public init?(_ text: String) {
    if let day = Day(text) {
      self = .endOf(day)
    } else if let number = Int(text), number >= 0 {
      self = .record(number)
    } else {
      return nil
    }
  }
}
