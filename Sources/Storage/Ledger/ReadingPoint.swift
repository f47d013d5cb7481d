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
