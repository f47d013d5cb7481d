public import Bookkeeping
public import Funding

import struct Crypto.SHA256

/// The secret with which text that may name a person is digested.
///
/// It stands in the register. Without it nobody can find out whose a digest is by trying names.
public struct Salt: Hashable, Sendable {
  public let bytes: [UInt8]

  /// - Returns: none unless there are 32 bytes.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// The digest of some bytes, kept apart from those of other things by a word.
  public func digest(_ bytes: [UInt8], as word: String) -> Digest {
    var hash = SHA256()
    hash.update(data: self.bytes)
    hash.update(data: Array(word.utf8) + [0])
    hash.update(data: bytes)
    return hash.finalize().withUnsafeBytes { Digest(raw: $0) }
  }

  /// A mark by which one secret is told from another, and which gives none of it away.
  public var mark: Digest { digest([], as: "secret") }

  /// The reference under which a text is kept in the register.
  public func reference(to text: String) -> TextReference {
    TextReference(digest(Array(text.utf8), as: "text"))
  }

  /// The reference of whoever is paid, the same for the ways in which one name is written.
  public func provider(_ name: String) -> ProviderReference {
    ProviderReference(digest(Array(PayeeName.key(of: name).utf8), as: "provider"))
  }
}

/// The name of a payee, as far as it tells one from another.
public enum PayeeName {
  private static let forms: Set<String> = ["LTD", "LIMITED", "PLC", "LLP", "CIC", "THE"]

  /// Capitals and digits, one space between words, without the form of company and the asides that
  /// finance systems add: `Acorn Care & Education Ltd****6964` is `ACORN CARE AND EDUCATION`.
  public static func key(of name: String) -> String {
    let plain = name.prefix { $0 != "*" }.uppercased().replacing("&", with: " AND ")
    let words = plain.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let kept = words.filter { !forms.contains($0) }
    return (kept.isEmpty ? words : kept).joined(separator: " ")
  }

  /// Whether words stand in a name, whole and in their order; both are keys.
  package static func stand(_ words: String, in name: String) -> Bool {
    (" " + name + " ").contains(" " + words + " ")
  }
}
