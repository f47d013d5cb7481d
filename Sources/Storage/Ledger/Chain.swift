public import Bookkeeping
import struct Crypto.SHA256
public import Funding

/// Links records: each digest is taken over the digest before it and the record's own bytes.
public struct Chain {
  public private(set) var last: Digest
  private var bytes = CanonicalBytes()
  private var codings: [Coding: [UInt8]] = [:]

  /// Codings are few in most ledgers.
  ///
  /// Where they are many, keeping more would cost memory in proportion to children.
  private static let mostCodings = 20_000

  /// - Parameter last: the digest of the record before the first that will be linked.
  public init(after last: Digest) { self.last = last }

  /// Links the next record.
  public mutating func link(_ record: StoredRecord) -> Digest {
    for movement in record.movements {
      learn(movement.debit)
      learn(movement.credit)
    }
    let known = codings
    return link(record) { known[$0] ?? [] }
  }

  /// The digest that a record has after another, wherever in the chain the two stand.
  public mutating func digest(of record: StoredRecord, after previous: Digest) -> Digest {
    last = previous
    return link(record)
  }

  /// Links the next record, whose codings somebody else has encoded.
  public mutating func link(_ record: StoredRecord, codings: (Coding) -> [UInt8]) -> Digest {
    bytes.removeAll()
    record.encode(into: &bytes, codings: codings)
    var hash = SHA256()
    var previous: [UInt8] = []
    previous.reserveCapacity(32)
    last.append(to: &previous)
    previous.withUnsafeBytes { hash.update(bufferPointer: $0) }
    bytes.bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    last = hash.finalize().withUnsafeBytes { Digest(raw: $0) }
    return last
  }

  private mutating func learn(_ coding: Coding) {
    if codings[coding] != nil { return }
    if codings.count >= Chain.mostCodings { codings.removeAll(keepingCapacity: true) }
    codings[coding] = Chain.encoded(coding)
  }

  /// A coding as the chain hashes it.
  public static func encoded(_ coding: Coding) -> [UInt8] {
    var bytes = CanonicalBytes()
    bytes.append(coding.text)
    return bytes.bytes
  }
}
