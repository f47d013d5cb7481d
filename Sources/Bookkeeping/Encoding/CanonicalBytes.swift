/// Bytes that say the same thing in only one way: a run of netstrings.
///
/// A field is its length in decimal digits, a colon, its bytes and a comma: `5:hello,`. Numbers are
/// written in decimal digits, so that nothing depends on a machine. `docs/ENCODING.md` gives the
/// order of the fields.
public struct CanonicalBytes: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

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

  public mutating func append(_ field: [UInt8]) {
    field.withUnsafeBufferPointer { append($0) }
  }

  public mutating func append(_ number: Int64) {
    let sign = number < 0 ? 1 : 0
    appendDigits(UInt64(digitCount(number.magnitude) + sign))
    bytes.append(UInt8(ascii: ":"))
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(number.magnitude)
    bytes.append(UInt8(ascii: ","))
  }

  public mutating func append(_ day: Day?) {
    append(day?.description ?? "")
  }

  /// Adds fields that are encoded already.
  public mutating func appendEncoded(_ fields: [UInt8]) {
    bytes.append(contentsOf: fields)
  }

  private mutating func appendDigits(_ number: UInt64) {
    var divisor: UInt64 = 1
    for _ in 1..<digitCount(number) { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }

  private func digitCount(_ number: UInt64) -> Int {
    var count = 1
    var rest = number / 10
    while rest > 0 {
      count += 1
      rest /= 10
    }
    return count
  }
}

/// Reads back what ``CanonicalBytes`` wrote.
public struct CanonicalReader: Sendable {
  private let bytes: [UInt8]
  private var position = 0

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The bytes are not what this program writes.
  public struct Malformed: Error, Hashable, Sendable {
    public init() {}
  }

  public var isAtEnd: Bool { position == bytes.count }

  public mutating func bytesField() throws(Malformed) -> [UInt8] {
    var length = 0
    var digits = 0
    while position < bytes.count, bytes[position] != UInt8(ascii: ":") {
      let digit = Int(bytes[position]) - Int(UInt8(ascii: "0"))
      guard (0...9).contains(digit), digits < 9 else { throw Malformed() }
      length = length * 10 + digit
      digits += 1
      position += 1
    }
    let start = position + 1
    guard digits > 0, start + length < bytes.count, bytes[start + length] == UInt8(ascii: ",")
    else { throw Malformed() }
    position = start + length + 1
    return Array(bytes[start..<start + length])
  }

  public mutating func text() throws(Malformed) -> String {
    guard let text = String(validating: try bytesField(), as: UTF8.self) else {
      throw Malformed()
    }
    return text
  }

  public mutating func number() throws(Malformed) -> Int64 {
    guard let number = Int64(try text()) else { throw Malformed() }
    return number
  }

  /// A number that is not below nothing.
  public mutating func count() throws(Malformed) -> Int {
    let number = try number()
    guard number >= 0 else { throw Malformed() }
    return Int(number)
  }

  public mutating func day() throws(Malformed) -> Day? {
    let text = try text()
    if text.isEmpty { return nil }
    guard let day = Day(text) else { throw Malformed() }
    return day
  }
}
