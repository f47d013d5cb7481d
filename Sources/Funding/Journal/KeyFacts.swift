public import Bookkeeping

/// The public key of an officer, by the word of two others.
public struct OfficerKey: Noted, Hashable {
  public static let kind = FactKind.officerKey
  public let key: PublicKey
  /// Whose it is, spelt as it was first.
  public let officer: LedgerText

  public init(_ key: PublicKey, of officer: LedgerText) {
    self.key = key
    self.officer = officer
  }

  public init?(_ fact: Fact) {
    guard fact.kind == Self.kind, let key = PublicKey(fact.subject),
      let officer = fact.source.text("officer"), !officer.words.isEmpty
    else { return nil }
    self.init(key, of: officer)
  }

  /// The key as a fact of the chain.
  public func fact(from origin: Origin) -> Fact {
    Fact(.officerKey, of: key.description, on: nil, Source(origin, details: [officerDetail]))
  }

  public var officerDetail: Detail { Detail("officer", officer) }
}

/// A key that counts no longer; what was signed with it before stays signed.
public struct KeyWithdrawn: Noted, Hashable {
  public static let kind = FactKind.keyWithdrawn
  public let key: PublicKey

  public init?(_ fact: Fact) {
    guard fact.kind == Self.kind, let key = PublicKey(fact.subject) else { return nil }
    self.key = key
  }
}

/// The record that closed a month, in the ledger of an authority: what an officer signs.
public struct ClosingHead: Hashable, Sendable {
  public let month: Month
  public let record: Int
  public let digest: Digest

  public init(_ month: Month, record: Int, digest: Digest) {
    self.month = month
    self.record = record
    self.digest = digest
  }

  /// The bytes that are signed, as docs/ENCODING.md sets them out, in the ledger of the authority that the
  /// department knows by that number.
  public func bytes(in authority: String) -> [UInt8] {
    var bytes = CanonicalBytes()
    bytes.append("sendledger/month/1")
    bytes.append(authority)
    bytes.append(month.description)
    bytes.append(Int64(record))
    bytes.append(digest.description)
    return bytes.bytes
  }
}

/// A month whose closing head an officer has signed.
public struct MonthSigned: Noted, Hashable {
  public static let kind = FactKind.monthSigned
  public let head: ClosingHead
  /// Who signed, spelt as with the key.
  public let officer: String
  public let signature: Signature

  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == Self.kind, let month = Month(fact.subject),
      let record = details.read("record", as: Int.self), record > 0,
      let digest = details.read("digest", as: Digest.self),
      let officer = fact.source["officer"], !officer.isEmpty,
      let signature = details.read("signature", as: Signature.self)
    else { return nil }
    head = ClosingHead(month, record: record, digest: digest)
    self.officer = officer
    self.signature = signature
  }

  /// What an officer signed, as a fact of the chain.
  public static func fact(
    _ head: ClosingHead, by key: OfficerKey, _ signature: Signature, from origin: Origin
  ) -> Fact {
    Fact(
      .monthSigned, of: head.month.description, on: head.month.last,
      Source(
        origin,
        details: [
          Detail("record", head.record), Detail("digest", head.digest), key.officerDetail,
          Detail("signature", signature),
        ]))
  }
}

/// Whose key counts at one point of a chain, as its facts come one after another.
public struct OfficerKeys: Hashable, Sendable {
  private var held: [Actor: OfficerKey] = [:]
  /// Every key that was ever adopted, with the record that says so.
  private var adopted: [PublicKey: Numbered<OfficerKey>] = [:]

  public init() {}

  /// Takes in a fact, where it is about a key.
  public mutating func add(_ fact: Fact, at number: Int) {
    if let new = OfficerKey(fact) {
      held[Actor(new.officer.words)] = new
      adopted[new.key] = Numbered(number: number, new)
    } else if let gone = KeyWithdrawn(fact) {
      held = held.filter { $0.value.key != gone.key }
    }
  }

  /// The key that counts for an officer.
  public func key(of officer: Actor) -> OfficerKey? { held[officer] }

  /// Where a key was adopted, whether it counts still or not.
  public func adoption(of key: PublicKey) -> Numbered<OfficerKey>? { adopted[key] }

  /// The name of an officer as it was spelt with their first key.
  public func spelling(of officer: Actor) -> LedgerText? {
    adopted.values.filter { Actor($0.value.officer.words) == officer }
      .min { $0.number < $1.number }?.value.officer
  }
}
