/// A calendar month: the period that a finance officer closes.
public struct Month: Hashable, Sendable {
  public let year: Int
  /// 1 is January.
  public let month: Int

  public init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    self.year = year
    self.month = month
  }

  public init(of day: Day) { (year, month, _) = day.parts }

  public var first: Day { firstDay(ofMonth: month, in: year) }

  public var last: Day { next.first.advanced(by: -1) }

  public var days: ClosedRange<Day> { first...last }

  public var next: Month { Month(of: first.advanced(by: 31)) }

  public var previous: Month { Month(of: first.advanced(by: -1)) }
}

extension Month: Comparable {
  public static func < (left: Month, right: Month) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }
}

extension Month: LosslessStringConvertible {
  /// Reads `2026-10`, of days that people may write.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), let year = decimal(bytes[0..<4]),
      let month = decimal(bytes[5..<7]), Day.years.contains(year)
    else { return nil }
    self.init(year: year, month: month)
  }

  public var description: String { String(first.description.prefix(7)) }
}
