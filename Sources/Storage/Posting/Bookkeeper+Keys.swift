public import Bookkeeping
public import Funding

/// Why a key is not adopted or withdrawn, or a month is not signed.
public enum KeyRefusal: Error, Hashable, Sendable {
  /// Whose key it is has no say in it.
  case ownKey(officer: String)
  /// It was adopted before: of one key there is one officer, and what was withdrawn stays so.
  case taken(PublicKey, by: Int)
  /// No key of the officer counts.
  case notAdopted(officer: String)
  /// Whoever closes has a key, and did not sign.
  case notSigned(Month)
  /// What was signed with is not the key that counts.
  case differs(OfficerKey)
}

/// What an officer's key makes of some bytes; where the key is, is the edge's to know.
public typealias Signing = (_ bytes: [UInt8]) throws -> Signature

extension Bookkeeper {
  /// Adopts the public key of an officer by the word of two others; from then on it counts, and an earlier
  /// key of the officer does not.
  ///
  /// - Returns: whether it counts by this word.
  public func adopt(_ key: PublicKey, of officer: LedgerText) async throws -> Bool {
    let whose = Actor(officer.words)
    if whose.mayBe(actor) { throw KeyRefusal.ownKey(officer: officer.words) }
    let keys = try await keys()
    if let before = keys.adoption(of: key) { throw KeyRefusal.taken(key, by: before.number) }
    let new = OfficerKey(key, of: keys.spelling(of: whose) ?? officer)
    let fact = new.fact(from: word(on: "officer key" as LedgerText))
    return try await posting {
      try await keepByTwo(fact) { $0["officer"].map { Actor($0) } == whose }
    }
  }

  /// Withdraws the key that counts for an officer, by the word of two others.
  ///
  /// - Returns: whether it counts no longer by this word.
  public func withdrawKey(of officer: LedgerText) async throws -> Bool {
    let whose = Actor(officer.words)
    if whose.mayBe(actor) { throw KeyRefusal.ownKey(officer: officer.words) }
    guard let held = try await keys().key(of: whose) else {
      throw KeyRefusal.notAdopted(officer: officer.words)
    }
    let source = Source(word(on: "officer key" as LedgerText), details: [held.officerDetail])
    return try await posting {
      try await keepByTwo(Fact(.keyWithdrawn, of: held.key.description, on: nil, source))
    }
  }

  /// Signs the record that has just closed a month, where whoever closes has a key.
  func sign(_ month: Month, with signing: Signing?) async throws {
    guard let key = try await keys().key(of: actor) else {
      if signing != nil { throw KeyRefusal.notAdopted(officer: actor.name) }
      return
    }
    guard let signing else { throw KeyRefusal.notSigned(month) }
    let last = try await writer.head()
    let head = ClosingHead(month, record: last.number, digest: last.digest)
    let bytes = head.bytes(in: try await writer.last(Charter.self)?.value.code ?? "")
    let signature = try signing(bytes)
    guard key.key.made(signature, of: bytes) else { throw KeyRefusal.differs(key) }
    _ = try await keep(
      MonthSigned.fact(head, by: key, signature, from: word(on: LedgerText("period", month))))
  }

  private func keys() async throws(StorageFailure) -> OfficerKeys {
    let facts =
      try await writer.facts(.fact(.officerKey)) + writer.facts(.fact(.keyWithdrawn))
    return facts.sorted { $0.number < $1.number }
      .reduce(into: OfficerKeys()) { $0.add($1.fact, at: $1.number) }
  }
}

extension KeyRefusal {
  /// The refusal as a person should read it.
  public var diagnostic: Diagnostic {
    switch self {
    case .ownKey(let officer):
      .error(
        "own-key", "the key is that of \(officer), and so are you",
        why: "a key is adopted and withdrawn by two people other than the officer",
        next: "have two others give the same command")
    case .taken(let key, let number):
      .error(
        "key-taken", "the key \(key.printed) was adopted by record \(number)",
        why: "a key is one officer's, once, so that a signature says whose it is",
        next: "look at it: \(.showRecord(number)); or make another key")
    case .notAdopted(let officer):
      .error(
        "key-not-adopted", "no key of \(officer) counts in this ledger",
        why: "a signature is held against the key that two others have adopted",
        next: "have two others adopt the officer's public key: \(.adoptKey)")
    case .notSigned(let month):
      .error(
        "key-missing", "\(month) would be closed without your signature",
        why: "a key of yours is adopted, and every month that you close is signed with it",
        next: "give the file of your private key: --key FILE; if it is lost: \(.withdrawKey)")
    case .differs(let key):
      .error(
        "key-differs", "you signed with another key than \(key.key.printed), which counts for you",
        why: "a signature is held against the key that two others have adopted",
        next: "give the file of that key: --key FILE; or have yours adopted: \(.adoptKey)")
    }
  }
}
