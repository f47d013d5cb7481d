public import Bookkeeping
import enum Crypto.Curve25519

/// The private half of an officer's key, for as long as something is signed with it.
///
/// Where it is kept, and what chance it is made of, are the edge's to say.
public struct PrivateKey: Sendable {
  public let publicKey: PublicKey
  private let seed: [UInt8]

  /// - Returns: none unless there are exactly 32 bytes.
  public init?(_ seed: [UInt8]) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
      let publicKey = PublicKey(Array(key.publicKey.rawRepresentation))
    else { return nil }
    self.seed = seed
    self.publicKey = publicKey
  }

  public func signature(of bytes: [UInt8]) -> Signature {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
      let made = try? key.signature(for: bytes), let signature = Signature(Array(made))
    else { preconditionFailure("a key signs any bytes") }
    return signature
  }
}

extension PublicKey {
  /// Whether its private half made that signature of those bytes.
  public func made(_ signature: Signature, of bytes: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: self.bytes) else {
      return false
    }
    return key.isValidSignature(signature.bytes, for: bytes)
  }
}
