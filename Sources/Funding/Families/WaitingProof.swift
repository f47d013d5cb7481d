public import Bookkeeping

/// Spending that was proved beyond what had been advanced, and waits until it is paid.
public struct EvidenceWaiting: Noted, Hashable {
  public static let kind = FactKind.evidenceWaiting
  public let line: PlanLineReference
  public let day: Day
  /// Of a later word on it: how much more waits, or less.
  public let amount: Money
  /// What of the same proof could be posted at once; none where an earlier ledger did not say.
  public let counted: Money?
  /// The record of the proof on which this is a later word.
  public let changes: Int?

  public init(
    _ line: PlanLineReference, _ amount: Money, on day: Day, counted: Money? = nil
  ) {
    self.line = line
    self.day = day
    self.amount = amount
    self.counted = counted
    changes = nil
  }

  /// The rule by which the proof of a record is posted once there is money, and by which that is taken back.
  public static func rule(of record: Int) -> Origin { .rule(name: name, record: record) }

  /// The record of the proof that an origin is the rule of.
  public static func proof(of origin: Origin) -> Int? {
    if case .rule(name, let record) = origin { record } else { nil }
  }

  private static let name = "evidence-waiting"

  /// The proof as a fact of the chain; from the rule of a record it is a later word on that proof.
  public func fact(from origin: Origin) -> Fact {
    let counted = counted.map { [Detail("counted", $0)] } ?? []
    return Fact(
      Self.kind, of: line.code, on: day,
      Source(origin, details: [Detail("amount", amount)] + counted))
  }

  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == Self.kind, let line = PlanLineReference(fact.subject), let day = fact.day,
      let amount = details.money("amount")
    else { return nil }
    self.line = line
    self.day = day
    self.amount = amount
    counted = details.read("counted") { try? Money(parsing: $0) }
    changes = Self.proof(of: fact.source.origin)
    guard details.isSound else { return nil }
  }
}

/// Proof that waited for money, as it stands in the books.
public struct WaitingProof: Sendable {
  /// The record of what waited.
  public let number: Int
  public let proof: EvidenceWaiting
  /// The entry of what of it could be posted at once.
  public let beside: Int?
  /// The entries that stand of what has been posted of it since.
  public let posted: [(number: Int, amount: Money)]
  /// What of it waits still.
  public let left: Money

  /// Reads what stands of all proof that waited for one line, in its order.
  ///
  /// `facts` are those that hold; `records` are those that mention the line, or more.
  public static func all(
    _ facts: [(number: Int, fact: Fact)], in records: [JournalRecord]
  ) -> [WaitingProof] {
    let words = facts.compactMap { found in
      EvidenceWaiting(found.fact).map { (number: found.number, fact: found.fact, word: $0) }
    }
    if words.isEmpty { return [] }
    let entries = records.filter { $0.content.event == .directPaymentEvidenced }
    let reversed = Set(
      entries.compactMap { record in
        record.content.entry?.correction.flatMap { $0.isReversal ? $0.number : nil }
      })
    return words.filter { $0.word.changes == nil }.map { found in
      let origin = EvidenceWaiting.rule(of: found.number)
      let posted = entries.map { (number: $0.number, amount: $0.spent(from: origin)) }
      let changes = words.map(\.word).filter { $0.changes == found.number }
      let beside = entries.last { record in
        record.number < found.number && record.content.entry?.correction == nil
          && record.content.sources.contains { $0.origin == found.fact.source.origin }
          && found.word.counted.map { $0 > .zero } ?? (record.number == found.number - 1)
      }?.number
      // Before the chain said it, proof was taken back with what of it had been posted at once.
      let isGone =
        changes.isEmpty && found.word.counted == nil
        && beside.map(reversed.contains) ?? false
      return WaitingProof(
        number: found.number, proof: found.word, beside: beside,
        posted: posted.filter { $0.amount > .zero && !reversed.contains($0.number) },
        left: isGone
          ? .zero
          : found.word.amount + changes.map(\.amount).total() - posted.map(\.amount).total())
    }
  }
}

extension JournalRecord {
  /// What an entry has spent by a rule: less than nothing where it takes that back.
  fileprivate func spent(from origin: Origin) -> Money {
    (content.entry?.parts ?? []).filter { $0.source.origin == origin }.flatMap(\.movements).map {
      $0.debit.heading == .spent ? $0.amount : $0.credit.heading == .spent ? -$0.amount : .zero
    }.total()
  }
}
