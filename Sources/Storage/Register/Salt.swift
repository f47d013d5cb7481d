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

  /// Whether a text is the one that a reference names: of a payee, in any of the ways in which one is written.
  public func names(_ text: String, _ code: String) -> Bool {
    reference(to: text).code == code || provider(text).code == code
  }
}
