public import Bookkeeping
public import Funding

/// The closed months of a ledger, and with which key each is signed, as its chain tells it.
public struct SignedMonths: Hashable, Sendable {
  private var months: [Month: Standing] = [:]
  private var keys = OfficerKeys()
  private var authority = ""
  /// The month that the record before closed.
  private var closed: Month?

  /// What is known of a closed month.
  private enum Standing: Hashable {
    case signed(OfficerKey)
    case unsigned
    /// Whoever closed it has a key, so that the next record has to be the signature.
    case due
  }

  init() {}

  /// Takes in the next record.
  ///
  /// `digest` is that of the record before.
  mutating func follow(_ record: JournalRecord, after digest: Digest) -> Verdict.Fault? {
    let (month, fact) = (closed, record.content.fact)
    closed = nil
    if let fact, let signed = MonthSigned(fact) {
      let officer = Actor(signed.officer)
      guard month == signed.head.month, officer == Actor(record.actor),
        signed.head == ClosingHead(signed.head.month, record: record.number - 1, digest: digest),
        let key = keys.key(of: officer),
        key.key.made(signed.signature, of: signed.head.bytes(in: authority))
      else { return .signatureDiffers(signed.head.month, at: record.number) }
      months[signed.head.month] = .signed(key)
      return nil
    }
    if let month, months[month] == .due {
      return .signatureMissing(month, after: record.number - 1)
    }
    guard let fact else { return nil }
    if let shut = PeriodClosed(fact) {
      closed = shut.month
      months[shut.month] = keys.key(of: Actor(record.actor)) == nil ? .unsigned : .due
    } else if let reopened = PeriodReopened(fact) {
      months[reopened.month] = nil
    } else if let charter = Charter(fact) {
      authority = charter.code
    }
    keys.add(fact, at: record.number)
    return nil
  }

  /// What is wrong once the last record has been taken in.
  func faultAtEnd(_ number: Int) -> Verdict.Fault? {
    guard let closed, months[closed] == .due else { return nil }
    return .signatureMissing(closed, after: number)
  }

  /// The closed months that are signed, each with its key, and those that are not, in order.
  public var signed: [(month: Month, key: OfficerKey)] {
    months.compactMap { month, standing in
      if case .signed(let key) = standing { (month, key) } else { nil }
    }.sorted { $0.month < $1.month }
  }

  public var unsigned: [Month] { months.filter { $0.value == .unsigned }.keys.sorted() }

  /// Holds the ledger against keys that officers keep outside it.
  ///
  /// - Returns: one that it never adopted; or a month of an officer whose key is given, signed with another.
  public func fault(beside given: [PublicKey]) -> Verdict.Fault? {
    for key in given where keys.adoption(of: key) == nil { return .keyNotAdopted(key) }
    let officers = Set(
      given.compactMap { keys.adoption(of: $0) }.map { Actor($0.value.officer.words) })
    for (month, key) in signed
    where officers.contains(Actor(key.officer.words)) && !given.contains(key.key) {
      return .signedOtherwise(month, key)
    }
    return nil
  }
}
