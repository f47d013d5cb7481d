import Bookkeeping

/// Reads a day as files write it.
///
/// Where only numbers stand, the day comes before the month.
enum DayText {
  /// Why a text is not a day.
  enum Failure: Error, Hashable {
    case empty
    case notADay
    /// A date that the calendar does not have: how many days the month has, where there is one.
    case noSuchDay(month: Int, length: Int?)
    /// A year that no payment is of.
    case outOfRange(year: Int)
    /// A number of days, as a spreadsheet counts them.
    case serialNumber(Day)
    /// A year of two digits, of which nobody has said what they stand for.
    case twoDigitYear(Int)
  }

  /// Years outside these are slips of a key.
  static let years = 1990...2099

  /// Reads `31/10/2026`, `31-10-2026`, `2026-10-31`, `20261031`, `31 Oct 2026` and `31st October 2026`,
  /// with or without a time of day behind it; and `31-OCT-26` where the mapping says which years two digits
  /// stand for.
  ///
  /// `first` is the first of those hundred years.
  static func read(
    _ bytes: ArraySlice<UInt8>, twoDigitsFrom first: Int? = nil
  ) throws(Failure) -> Day {
    let text = bytes.trimmed
    guard !text.isEmpty else { throw .empty }
    let words = text.split(separator: UInt8(ascii: " "))
    if words.count == 3 {
      return try day(number(words[0].withoutOrdinal), month(words[1]), year(words[2], first))
    }
    guard let (date, time) = parted(words), time.map(isTime) ?? true else { throw .notADay }
    let parts = date.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
    if parts.count == 1, date.count == 8, date.allSatisfy(isDigit) {
      // The other way about no such number has a month.
      return try day(
        number(date.suffix(2)), number(date.dropFirst(4).prefix(2)), number(date.prefix(4)))
    }
    guard parts.count == 3 else { throw serial(date) }
    if parts[0].count == 4 {
      return try day(number(parts[2]), month(parts[1]), number(parts[0]))
    }
    return try day(number(parts[0]), month(parts[1]), year(parts[2], first))
  }

  /// A day and the time behind it, with a space or, as computers write it, a T between them.
  private static func parted(
    _ words: [ArraySlice<UInt8>]
  ) -> (date: ArraySlice<UInt8>, time: ArraySlice<UInt8>?)? {
    guard let first = words.first, words.count <= 2 else { return nil }
    guard words.count == 1 else { return (first, words[1]) }
    guard first.count > 10, first[first.startIndex + 10] == UInt8(ascii: "T") else {
      return (first, nil)
    }
    return (first.prefix(10), first.dropFirst(11))
  }

  private static func year(_ text: ArraySlice<UInt8>, _ first: Int?) throws(Failure) -> Int? {
    if text.count == 4 { return number(text) }
    guard text.count == 2, let year = number(text) else { throw .notADay }
    guard let first else { throw .twoDigitYear(year) }
    let century = first / 100 * 100
    return century + year < first ? century + 100 + year : century + year
  }

  /// Whether a date that is none would be one if its month came first: `10/27/2026`.
  static func isMonthFirst(_ bytes: ArraySlice<UInt8>) -> Bool {
    let words = bytes.trimmed.split(separator: UInt8(ascii: " "))
    let parts = words.first?.split { "/-.".utf8.contains($0) } ?? []
    guard parts.count == 3, parts[2].count == 4 || parts[2].count == 2,
      let month = number(parts[0]),
      let day = number(parts[1])
    else { return false }
    return (1...12).contains(month) && (13...31).contains(day)
  }

  private static func day(_ day: Int?, _ month: Int?, _ year: Int?) throws(Failure) -> Day {
    guard let day, let month, let year else { throw .notADay }
    guard (1...12).contains(month) else { throw .noSuchDay(month: month, length: nil) }
    guard years.contains(year) else { throw .outOfRange(year: year) }
    guard let found = Day(year: year, month: month, day: day) else {
      throw .noSuchDay(month: month, length: Day.length(ofMonth: month, in: year))
    }
    return found
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...4).contains(digits.count), digits.allSatisfy(isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func month(_ text: ArraySlice<UInt8>) -> Int? {
    if let number = number(text), text.count <= 2 { return number }
    let letters = String(decoding: text, as: UTF8.self).lowercased()
    guard letters.count >= 3 else { return nil }
    return monthNames.firstIndex { $0.hasPrefix(letters) }.map { $0 + 1 }
  }

  /// `00:00`, `00:00:00` and other times of day, which a ledger has no use for; one of Greenwich too, where
  /// it cannot be another day here.
  private static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
    let isGreenwich = text.last == UInt8(ascii: "Z")
    let time = isGreenwich ? text.dropLast() : text
    return time.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
      && time.contains(UInt8(ascii: ":")) && !(isGreenwich && time.starts(with: "23".utf8))
  }

  private static func serial(_ text: ArraySlice<UInt8>) -> Failure {
    // Spreadsheets count from 30 December 1899.
    guard text.count == 5, text.allSatisfy(isDigit),
      let number = Int(String(decoding: text, as: UTF8.self)), (32_874...73_050).contains(number)
    else { return .notADay }
    return .serialNumber(Day(number: Int32(number - 25_569)))
  }
}

let monthNames = [
  "january", "february", "march", "april", "may", "june", "july", "august", "september",
  "october", "november", "december",
]

func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

extension ArraySlice<UInt8> {
  /// The day of `1st`, `2nd`, `3rd` and `4th` without its ending.
  fileprivate var withoutOrdinal: ArraySlice<UInt8> {
    let letters = String(decoding: suffix(2), as: UTF8.self).lowercased()
    return ["st", "nd", "rd", "th"].contains(letters) ? dropLast(2) : self
  }
}
