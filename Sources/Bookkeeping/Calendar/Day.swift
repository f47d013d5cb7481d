/// A day of the calendar, without a clock and without a time zone.
public struct Day: Hashable, Sendable {
  /// Days since 1 January 1970.
  public let number: Int32

  @inlinable
  public init(number: Int32) { self.number = number }

  /// The day of that date, or none where the calendar has no such date.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, in: year)
    else { return nil }
    number = Int32(Day.daysBefore(year: year, month: month) + day - 1)
  }

  public var year: Int { parts.year }
  public var monthOfYear: Int { parts.month }
  public var dayOfMonth: Int { parts.day }

  /// Year, month and day, as the proleptic Gregorian calendar counts them.
  public var parts: (year: Int, month: Int, day: Int) {
    // Counted from 1 March of the year 0, so that the leap day is the last of its year.
    let since = Int(number) + 719_468
    let era = (since >= 0 ? since : since - 146_096) / 146_097
    let dayOfEra = since - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// How many days that month has in that year.
  public static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 31
    }
  }

  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func daysBefore(year: Int, month: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension Day: Comparable, Strideable {
  @inlinable
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  @inlinable
  public func distance(to other: Day) -> Int { Int(other.number) - Int(number) }

  @inlinable
  public func advanced(by days: Int) -> Day { Day(number: number + Int32(days)) }
}

extension Day: LosslessStringConvertible {
  /// The years that people may write: days, months and years can be reckoned with far around them.
  public static let years = 1900...2199

  /// Reads `2026-10-31`, and only that, of a year that people may write.
  public init?(_ text: String) {
    self.init(written: text)
    guard Day.years.contains(year) else { return nil }
  }

  /// Why a text in the form of a day, a month or a year is none, where it is for its year.
  public static func whyFarOff(_ text: String) -> String? {
    guard let year = decimal(text.utf8.prefix(4)), text.utf8.dropFirst(4).first == 0x2D,
      !years.contains(year) || text == "\(years.upperBound)-00"
    else { return nil }
    return "days are reckoned with from \(years.lowerBound) to \(years.upperBound)"
  }

  /// Reads a day that the program wrote, whatever its year.
  package init?(written text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]),
      let day = decimal(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day as ISO 8601 writes it: `2026-10-31`.
  public var description: String {
    let (year, month, day) = parts
    let padded = String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
    return padded + "-" + twoDigits(month) + "-" + twoDigits(day)
  }
}

/// The number that ASCII digits write, or none where one of them is not a digit.
func decimal(_ bytes: some Collection<UInt8>) -> Int? {
  guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
  var value = 0
  for byte in bytes {
    guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
    value = value * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return value
}

extension Day {
  /// The same day of another month, or its last where it is shorter.
  public func addingMonths(_ months: Int) -> Day {
    let (year, month, day) = parts
    let whole = year * 12 + month - 1 + months
    let (newYear, newMonth) = (whole / 12, whole % 12 + 1)
    let length = Day.length(ofMonth: newMonth, in: newYear)
    guard let moved = Day(year: newYear, month: newMonth, day: min(day, length)) else {
      preconditionFailure("a day outside the calendar")
    }
    return moved
  }

  /// The day itself, where a month begins on it, and else the first of the next.
  public var firstOfMonth: Day { dayOfMonth == 1 ? self : Month(of: self).next.first }
}
