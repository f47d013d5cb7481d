public import Bookkeeping

import struct Crypto.SHA256

extension Digest {
  /// The SHA-256 digest of some bytes.
  public init(sha256 bytes: [UInt8]) {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    self = hash.finalize().withUnsafeBytes { Digest(raw: $0) }
  }
}
