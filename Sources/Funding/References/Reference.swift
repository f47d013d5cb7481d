public import Bookkeeping

/// A short code that stands for something, and says nothing of it.
///
/// Letters, digits and hyphens only: a reference is printed, typed and kept in the chain, so it
/// must not be able to hold a name.
public protocol Reference: Hashable, Sendable, Comparable, LosslessStringConvertible, LedgerValue {
  var code: String { get }

  /// - Returns: none where the text is not such a reference.
  init?(_ text: String)
}

extension Reference {
  public var description: String { code }

  public var ledgerWords: String { code }

  public static func < (left: Self, right: Self) -> Bool { left.code < right.code }
}

/// Whether a text is 2 to 24 capital letters, digits and hyphens, and begins with a letter.
func isCapitalCode(_ text: String) -> Bool {
  let bytes = text.utf8
  guard (2...24).contains(bytes.count), let first = bytes.first, isCapital(first) else {
    return false
  }
  return bytes.allSatisfy { isCapital($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
}

func isCapital(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }

func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
