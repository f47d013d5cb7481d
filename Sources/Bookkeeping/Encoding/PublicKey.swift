/// The public half of an officer's key: 32 bytes, of Ed25519.
public struct PublicKey: Hashable, Sendable, LosslessStringConvertible, LedgerValue {
  public let bytes: [UInt8]

  /// - Returns: none unless there are exactly 32 bytes.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Reads 64 hexadecimal digits.
  public init?(_ text: String) {
    guard let bytes = hexadecimalBytes(text) else { return nil }
    self.init(bytes)
  }

  public var description: String { hexadecimal(bytes) }

  /// The first of its digits, as people read them to each other.
  public var printed: String { printedDigits(description) }
}

/// What somebody's key made of some bytes: 64 bytes, of Ed25519.
public struct Signature: Hashable, Sendable, LosslessStringConvertible, LedgerValue {
  public let bytes: [UInt8]

  /// - Returns: none unless there are exactly 64 bytes.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == 64 else { return nil }
    self.bytes = bytes
  }

  /// Reads 128 hexadecimal digits.
  public init?(_ text: String) {
    guard let bytes = hexadecimalBytes(text) else { return nil }
    self.init(bytes)
  }

  public var description: String { hexadecimal(bytes) }
}
