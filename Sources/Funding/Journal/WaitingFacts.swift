public import Bookkeeping

/// A row of a file that was imported and not posted, since a person has to settle it.
public struct RowHeld: Noted, Hashable {
  public static let kind = FactKind.rowHeld
  public let place: RowPlace
  /// The line of the file on which it stands.
  public let line: Int
  public let day: Day
  public let amount: Money
  /// Why it waits, by the code of its message.
  public let reason: HeldReason
  /// By which it would be known in a later file.
  public let identity: RowIdentity
  /// The digest of its cells that may name a person.
  public let hidden: Digest?
  /// The family whose statement it stands in, where it stands in one.
  public let child: ChildReference?

  public init(
    _ place: RowPlace, line: Int, on day: Day, _ amount: Money, because reason: HeldReason,
    identity: RowIdentity, hidden: Digest?, child: ChildReference?
  ) {
    self.place = place
    self.line = line
    self.day = day
    self.amount = amount
    self.reason = reason
    self.identity = identity
    self.hidden = hidden
    self.child = child
  }

  /// The row as a fact of the chain.
  public var fact: Fact {
    var details = [
      Detail(.readFrom, place.batch), Detail("line", line), Detail("amount", amount),
      Detail("code", reason), Detail("twin", Int(bitPattern: UInt(identity.twin))),
      Detail("rest", Int(bitPattern: UInt(identity.rest))),
    ]
    if let hidden { details.append(Detail("hidden", hidden)) }
    if let child { details.append(Detail("child", child)) }
    return Fact(
      .rowHeld, of: place.description, on: day,
      Source(.rule(name: "row-held", record: nil), details: details))
  }

  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == Self.kind, let place = RowPlace(fact.subject), let day = fact.day,
      details.read(DetailName.readFrom.rawValue, { ImportReference($0) }) == place.batch,
      let line = details.read("line", as: Int.self), let amount = details.money("amount"),
      let reason = details.read("code", { HeldReason(rawValue: $0) }),
      let twin = details.read("twin", as: Int.self),
      let rest = details.read("rest", as: Int.self)
    else { return nil }
    self.init(
      place, line: line, on: day, amount, because: reason,
      identity: RowIdentity(
        twin: UInt64(UInt(bitPattern: twin)), rest: UInt64(UInt(bitPattern: rest))),
      hidden: details.read("hidden", as: Digest.self),
      child: details.read("child") { ChildReference($0) })
    guard details.isSound else { return nil }
  }
}

extension RowHeld {
  /// The same row, of which so much waits.
  public func waiting(for amount: Money) -> RowHeld {
    RowHeld(
      place, line: line, on: day, amount, because: reason, identity: identity, hidden: hidden,
      child: child)
  }
}

/// Why a row waits for a person, by the code of its message.
public enum HeldReason: String, Hashable, Sendable, CaseIterable, LedgerValue {
  case dayAfterToday = "day-after-today"
  case payeeMissing = "payee-missing"
  case saidBefore = "said-before"
  case receivedAlready = "received-already"
  case paidAlready = "paid-already"
  /// Money came back from whoever owes some.
  case creditDue = "credit-due"
  /// It is an instalment that was cut when its line ended.
  case afterItsEnd = "after-its-end"
  case invoiceUnpaid = "invoice-unpaid"
  case nothingToCompare = "nothing-to-compare"
  case creditNotNamed = "credit-not-named"
  case creditNotKnown = "credit-not-known"
  case payeeNotKnown = "payee-not-known"
  case returnNotRecorded = "return-not-recorded"
  /// It is more than is due for its line by then.
  case beyondWhatIsDue = "beyond-what-is-due"
  /// No decision stands behind it on the day for which it is.
  case outsideDecision = "outside-decision"
}

/// What a person made of a row that was held.
public struct RowSettled: Noted, Hashable {
  public static let kind = FactKind.rowSettled
  public let place: RowPlace
  public let way: Way
  /// The entries that were posted for it, or that it was matched with, and how much of the row each is.
  public let shares: [Share]

  /// A part of a row, and the record that stands for it.
  public struct Share: Hashable, Sendable {
    public let record: Int
    public let amount: Money

    public init(_ record: Int, _ amount: Money) {
      self.record = record
      self.amount = amount
    }
  }

  /// What became of it.
  public enum Way: String, Hashable, Sendable, CaseIterable {
    /// Posted, on one line or several.
    case placed
    /// Found to be entries that are there.
    case matched
    /// Nothing of this ledger’s.
    case aside
  }

  public init(_ place: RowPlace, _ way: Way, _ shares: [Share]) {
    self.place = place
    self.way = way
    self.shares = shares
  }

  /// The word as a fact of the chain.
  public func fact(from origin: Origin, because reason: LedgerText?) -> Fact {
    var details = [Detail("way", way)]
    for (place, share) in shares.enumerated() {
      details.append(Detail("record-\(place + 1)", share.record))
      details.append(Detail("amount-\(place + 1)", share.amount))
    }
    if let reason { details.append(Detail(.reason, reason)) }
    return Fact(.rowSettled, of: place.description, on: nil, Source(origin, details: details))
  }

  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == Self.kind, let place = RowPlace(fact.subject),
      let way = details.read("way", { Way(rawValue: $0) })
    else { return nil }
    let amounts = details.all("amount-") { Money(written: $0) }
    let shares = details.all("record-") { Int($0) }.compactMap { name, record in
      amounts.first { $0.name == name }.map { Share(record, $0.value) }
    }
    self.init(place, way, shares)
    guard details.isSound, shares.count == amounts.count else { return nil }
  }
}

extension RowSettled.Way: LedgerValue {}

extension RowPlace: LedgerValue {}

extension RowOrigin {
  public var place: RowPlace { RowPlace(ImportReference(batch), row: row) }
}

/// A row of an import that a file which corrects it has no more, or has otherwise: its entries are taken back.
public struct RowGone: Noted, Hashable {
  public static let kind = FactKind.rowGone
  public let place: RowPlace
  /// The import of the file that corrects it.
  public let batch: ImportReference
  /// The entries that were taken back.
  public let records: [Int]

  public init(_ place: RowPlace, by batch: ImportReference, _ records: [Int]) {
    self.place = place
    self.batch = batch
    self.records = records
  }

  /// The row as a fact of the chain.
  public var fact: Fact {
    Fact(
      .rowGone, of: place.description, on: nil,
      Source(
        .rule(name: "row-gone", record: nil),
        details: [Detail(.readFrom, batch)]
          + records.enumerated().map { Detail("record-\($0 + 1)", $1) }))
  }

  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == Self.kind, let place = RowPlace(fact.subject),
      let batch = details.read(DetailName.readFrom.rawValue, { ImportReference($0) })
    else { return nil }
    self.init(place, by: batch, details.all("record-") { Int($0) }.map(\.value))
    guard details.isSound else { return nil }
  }
}

/// A row of an import: `B-0012 row 44`.
public struct RowPlace: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let batch: ImportReference
  public let row: Int

  public init(_ batch: ImportReference, row: Int) {
    self.batch = batch
    self.row = row
  }

  init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 3, words[1] == "row", let row = Int(words[2]), row > 0,
      let batch = ImportReference(words[0])
    else { return nil }
    self.init(batch, row: row)
  }

  public var description: String { "\(batch) row \(row)" }

  public static func < (one: RowPlace, other: RowPlace) -> Bool {
    (one.batch.number, one.row) < (other.batch.number, other.row)
  }
}
