public import Bookkeeping

/// The days on which schools are open, as one authority sets them.
public struct TermDates: Hashable, Sendable {
  public let terms: [ClosedRange<Day>]

  public init(_ terms: [ClosedRange<Day>]) {
    self.terms = terms.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The number of weeks, Monday to Sunday, in which a school day falls.
  func weeks(in days: ClosedRange<Day>) -> Int64 {
    let mondays = terms.flatMap { term -> [Day] in
      let first = max(term.lowerBound, days.lowerBound)
      let last = min(term.upperBound, days.upperBound)
      guard first <= last else { return [] }
      return Array(stride(from: first.monday, through: last, by: 7))
    }
    return Int64(Set(mondays).count)
  }
}

extension Day {
  /// The Monday of the week: 1 January 1970 was a Thursday.
  fileprivate var monday: Day {
    let sinceMonday = (Int(number) + 3) % 7
    return advanced(by: -(sinceMonday < 0 ? sinceMonday + 7 : sinceMonday))
  }
}
