public import Bookkeeping
import Funding

/// Where a ledger is not the one that was last written with this register.
public enum Parting: Error, Hashable, Sendable {
  /// It ends after a record, and went on to another: an earlier copy of it, or the last were taken away.
  case behind(last: Int, seen: Head)
  /// It holds other records than were seen: the last that is the same, the first seen to be another, and the
  /// last that was seen.
  case parted(after: Int, first: Head, seen: Head)
  /// It holds none of the heads that were seen: the register is another ledger's.
  case foreign(seen: Head)
  /// The register has seen no head of it at all: that of its first record, and how many there are.
  case unseen(first: Head, last: Int)
}

extension StoreQuestions {
  /// Holds the ledger against the heads that the register saw.
  ///
  /// - Returns: none where it holds them, or where two people have accepted that it does not.
  public func parting(from names: any RegisterReading) async throws(StorageFailure) -> Parting? {
    guard let seen = try await names.witness() else { return try await unseen() }
    guard try await !holds(seen) else { return nil }
    if try await accepted().contains(where: { $0.value.seen == seen.digest }) { return nil }
    let last = try await head().number
    var first = seen
    var below = try await names.witness(through: min(seen.number - 1, last))
    while let head = below, try await !holds(head) {
      first = head
      below = try await names.witness(through: head.number - 1)
    }
    if first.number > last { return .behind(last: last, seen: seen) }
    guard let below else { return .foreign(seen: seen) }
    return .parted(after: below.number, first: first, seen: seen)
  }

  /// What two people have accepted; nothing where that cannot be read, since then nobody can say so.
  private func accepted() async throws(StorageFailure) -> [Numbered<RestorationAccepted>] {
    do throws(StorageFailure) {
      return try await records(mentioning: .fact(.restorationAccepted), through: .max)
        .facts().read(as: RestorationAccepted.self)
    } catch .damaged {
      return []
    }
  }

  /// A ledger is not seen by a register that was lost, or emptied, until two people have accepted that: by
  /// the last thing that was recorded.
  private func unseen() async throws(StorageFailure) -> Parting? {
    guard let first = try await head(at: 1) else { return nil }
    let last = try await head().number
    let record = try await records(last...last).first
    if record?.content.fact?.kind == .restorationAccepted { return nil }
    return .unseen(first: first, last: last)
  }

  private func holds(_ head: Head) async throws(StorageFailure) -> Bool {
    try await self.head(at: head.number)?.digest == head.digest
  }
}

extension RegisterReading {
  /// The last head that the ledger had when something was written.
  public func witness() async throws(StorageFailure) -> Head? { try await witness(through: .max) }
}

extension Parting {
  /// What is wrong, as a person should read it.
  public var diagnostic: Diagnostic {
    let next: Remedy =
      "find the later copy and put it back; or have two people accept this one: \(.acceptLedger)"
    switch self {
    case .behind(let last, let seen):
      return .error(
        "chain-cut", "the chain ends after record \(last), and had \(seen.number) records",
        why: "an earlier copy of it was put back, or its last records were taken away", next: next)
    case .parted(let after, let first, _):
      return .error(
        "ledger-parted",
        "the ledger is not the one that was last written: they part after record \(after)",
        why: "record \(first.number) had the digest \(first.digest.short), and has another now",
        next: next)
    case .foreign(let seen):
      return .error(
        "register-of-another", "the ledger holds no head that its register has seen",
        why: "the register is another ledger's, or the whole ledger was written anew; it saw "
          + "record \(seen.number) last, \(seen.digest.short)",
        next: "put together what belongs together; or take the register away, and have two people "
          + "begin a new one: \(.acceptLedger)")
    case .unseen(_, let last):
      return .error(
        "ledger-unseen", "the register has seen no head of this ledger, which has \(last) records",
        why: "it was lost or emptied: names are not held, and a change would not be noticed",
        next: "put the latest copy of the register back; or have two people accept this: "
          + "\(.acceptLedger)")
    }
  }

  /// The head that was seen last; that of the first record where none was.
  public var seen: Head {
    switch self {
    case .behind(_, let seen), .parted(_, _, let seen), .foreign(let seen), .unseen(let seen, _):
      seen
    }
  }
}
