/// Bytes that say the same thing in only one way: a run of netstrings.
///
/// A field is its length in decimal digits, a colon, its bytes and a comma: `5:hello,`. Numbers are
/// written in decimal digits, so that nothing depends on a machine. `docs/ENCODING.md` gives the
/// order of the fields.
public struct CanonicalBytes: Sendable {
  public private(set) var bytes: [UInt8] = []

  /// The digits of the largest number of 64 bits.
  private static let mostDigits = 20

  public init() {}

  /// Makes room for that many bytes at once.
  public init(roomFor count: Int) { bytes.reserveCapacity(count) }

  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  public mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
    appendDigits(UInt64(field.count))
    bytes.append(UInt8(ascii: ":"))
    bytes.append(contentsOf: field)
    bytes.append(UInt8(ascii: ","))
  }

  public mutating func append(_ field: [UInt8]) { field.withUnsafeBufferPointer { append($0) } }

  public mutating func append(_ number: Int64) {
    let sign = number < 0 ? 1 : 0
    appendDigits(UInt64(decimalDigits(number.magnitude) + sign))
    bytes.append(UInt8(ascii: ":"))
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(number.magnitude)
    bytes.append(UInt8(ascii: ","))
  }

  public mutating func append(_ day: Day?) {
    guard let day else { return append("") }
    guard let (year, month, dayOfMonth) = day.fourDigitParts else { return append(day.description) }
    appendDigits(10)
    bytes.append(UInt8(ascii: ":"))
    appendTwoDigits(year / 100)
    appendTwoDigits(year % 100)
    bytes.append(UInt8(ascii: "-"))
    appendTwoDigits(month)
    bytes.append(UInt8(ascii: "-"))
    appendTwoDigits(dayOfMonth)
    bytes.append(UInt8(ascii: ","))
  }

  /// Adds fields that are encoded already.
  public mutating func appendEncoded(_ fields: [UInt8]) { bytes.append(contentsOf: fields) }

  private mutating func appendTwoDigits(_ number: Int) {
    bytes.append(UInt8(ascii: "0") + UInt8(number / 10))
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  private mutating func appendDigits(_ number: UInt64) {
    if number < 10 { return bytes.append(UInt8(ascii: "0") + UInt8(number)) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: CanonicalBytes.mostDigits) { digits in
      var start = CanonicalBytes.mostDigits
      var rest = number
      while rest > 0 {
        let tenth = rest / 10
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest - tenth * 10)
        rest = tenth
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }
}

extension Day {
  /// The parts of a day whose year has four digits, as all those have that anybody is paid on.
  fileprivate var fourDigitParts: (year: Int, month: Int, day: Int)? {
    let parts = parts
    return (1...9999).contains(parts.year) ? parts : nil
  }
}

/// Reads back what ``CanonicalBytes`` wrote.
public struct CanonicalReader: Sendable {
  private let bytes: [UInt8]
  private var position = 0

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The bytes are not what this program writes.
  public struct Malformed: Error, Hashable, Sendable {
    public init() {}
  }

  public var isAtEnd: Bool { position == bytes.count }

  public mutating func bytesField() throws(Malformed) -> [UInt8] { Array(bytes[try field()]) }

  public mutating func text() throws(Malformed) -> String {
    guard let text = String(validating: bytes[try field()], as: UTF8.self) else {
      throw Malformed()
    }
    return text
  }

  /// A number, which is written in one way only.
  public mutating func number() throws(Malformed) -> Int64 {
    let digits = bytes[try field()]
    let isNegative = digits.first == UInt8(ascii: "-")
    var magnitude: UInt64 = 0
    for byte in isNegative ? digits.dropFirst() : digits {
      let digit = byte &- UInt8(ascii: "0")
      // Nineteen digits cannot overflow, and no number here has more.
      guard digit <= 9, digits.count <= (isNegative ? 20 : 19) else { throw Malformed() }
      magnitude = magnitude * 10 + UInt64(digit)
    }
    guard digits.count == decimalDigits(magnitude) + (isNegative ? 1 : 0),
      !isNegative || magnitude > 0, magnitude <= UInt64(Int64.max)
    else { throw Malformed() }
    return isNegative ? -Int64(magnitude) : Int64(magnitude)
  }

  /// Where the next field stands.
  private mutating func field() throws(Malformed) -> Range<Int> {
    var length = 0
    var digits = 0
    while position < bytes.count, bytes[position] != UInt8(ascii: ":") {
      let digit = Int(bytes[position]) - Int(UInt8(ascii: "0"))
      guard (0...9).contains(digit), digits < 9 else { throw Malformed() }
      length = length * 10 + digit
      digits += 1
      position += 1
    }
    // A length is written in one way only.
    guard digits > 0, digits == decimalDigits(UInt64(length)) else { throw Malformed() }
    let start = position + 1
    guard start + length < bytes.count, bytes[start + length] == UInt8(ascii: ",")
    else { throw Malformed() }
    position = start + length + 1
    return start..<start + length
  }

  /// A number that is not negative.
  public mutating func count() throws(Malformed) -> Int {
    let number = try number()
    guard number >= 0 else { throw Malformed() }
    return Int(number)
  }

  public mutating func day() throws(Malformed) -> Day? {
    let text = try text()
    if text.isEmpty { return nil }
    guard let day = Day(written: text) else { throw Malformed() }
    return day
  }
}

/// How many decimal digits a number has.
private func decimalDigits(_ number: UInt64) -> Int {
  var count = 1
  var rest = number / 10
  while rest > 0 {
    count += 1
    rest /= 10
  }
  return count
}
