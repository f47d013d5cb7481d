/// A SHA-256 digest: 32 bytes.
///
/// Computing one is left to those who may import a library for it; here it is a value.
public struct Digest: Hashable, Sendable {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// - Returns: none unless there are exactly 32 bytes.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self = bytes.withUnsafeBytes { Digest(raw: $0) }
  }

  /// Four words, the first byte highest.
  @inlinable
  public init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
    self.init(words: (first, second, third, fourth))
  }

  /// The bytes as a library for digests gives them.
  ///
  /// - Precondition: there are 32.
  public init(raw bytes: UnsafeRawBufferPointer) {
    precondition(bytes.count == 32, "a SHA-256 digest is 32 bytes")
    func word(_ index: Int) -> UInt64 {
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
    }
    self.init(word(0), word(1), word(2), word(3))
  }

  @usableFromInline
  init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  /// The digest before the first record.
  public static let nothing = Digest(0, 0, 0, 0)

  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    append(to: &bytes)
    return bytes
  }

  public func append(to bytes: inout [UInt8]) {
    let words = (words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian)
    withUnsafeBytes(of: words) { bytes.append(contentsOf: $0) }
  }

  /// The first and second eight bytes, as numbers.
  public var halves: (UInt64, UInt64) { (words.0, words.1) }

  public static func == (left: Digest, right: Digest) -> Bool { left.words == right.words }

  public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

extension Digest: LosslessStringConvertible {
  /// Reads 64 hexadecimal digits.
  public init?(_ text: String) {
    guard let bytes = hexadecimalBytes(text) else { return nil }
    self.init(bytes)
  }

  public var description: String { hexadecimal(bytes) }

  /// The seven digits that a report prints: `7f3a9c1`.
  public var short: String { String(description.prefix(7)) }

  /// The digits that a paper carries, as people read them to each other.
  public var printed: String { printedDigits(description) }
}

/// Bytes as pairs of hexadecimal digits.
public func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}

/// The bytes that pairs of hexadecimal digits give; none where a text is anything else.
public func hexadecimalBytes(_ text: String) -> [UInt8]? {
  let digits = text.utf8.compactMap { hexadecimalValue($0) }
  guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
  return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

/// The first twenty of some digits in groups of four: as many as no other has by chance.
func printedDigits(_ text: String) -> String {
  let digits = Array(text.prefix(20))
  return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<$0 + 4]) }
    .joined(separator: " ")
}

private func hexadecimalValue(_ character: UInt8) -> UInt8? {
  switch character {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
  default: nil
  }
}
