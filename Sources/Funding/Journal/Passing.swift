public import Bookkeeping

/// What somebody said that passed: the same whatever was known when it was recorded.
///
/// A payment relieves a commitment or does not, settles an invoice or does not, is a credit, goes into a
/// pool or comes out of suspense, and proof is posted or waits for money: the entries differ, and what was
/// said is one.
public struct Passing: Hashable, Sendable {
  /// What happened; whatever goes through our bank for a line is a payment, but for money advanced.
  public let event: EventKind
  /// Its own day; of what is agreed to be paid later, the day on which it is due.
  public let day: Day
  /// The day on which money was advanced, where that was said to be due on the same day or on none.
  private let paid: Day?
  /// None of proof that waits: its plan line says it.
  public let budget: Budget?
  public let partner: PartnerReference?
  /// None where it was not said for which plan line it is.
  public let planLine: PlanLineReference?
  /// What came to us is a debit.
  public fileprivate(set) var amount: Money

  /// A fund and a line of its budget.
  public struct Budget: Hashable, Sendable {
    public let fund: Fund
    public let use: Use

    public init(fund: Fund, use: Use) {
      self.fund = fund
      self.use = use
    }
  }

  /// Whether one saying may be the other: of one plan line or, where one of them names none, one budget.
  public func mayBe(_ other: Passing) -> Bool {
    guard event == other.event, amount == other.amount, partner == other.partner,
      day == other.day || isPaidOneDay(as: other)
    else { return false }
    if let planLine, let theirs = other.planLine { return planLine == theirs }
    return budget == other.budget
  }

  /// Whether what a posting of its plan line says may be the same, as far as the days go.
  public func mayBe(_ posting: LinePosting) -> Bool {
    posting.saidOn == day || paid.map { posting.ownDay == $0 } ?? false
  }

  /// Who says nothing of the day when it is due says that it is the day when it was paid.
  private func isPaidOneDay(as other: Passing) -> Bool {
    guard let paid, let theirs = other.paid, paid == theirs else { return false }
    return paid == day || theirs == other.day
  }
}

extension Passing {
  /// What one part of an entry says; none where nothing moves.
  ///
  /// `day` is the entry's own. What the actual layer says is what passed; an entry that only plans has the
  /// budget's words.
  init?(_ event: EventKind, _ part: Part<Coding>, on day: Day) {
    let actual = part.movements.filter { $0.debit.heading.layer == .actual }
    let moved = actual.isEmpty ? part.movements : actual
    let banked = moved.filter { $0.debit.heading == .bank || $0.credit.heading == .bank }
    // What comes out of suspense passed when it went in.
    let placed = banked.first { $0.debit.heading != .suspense && $0.credit.heading != .suspense }
    guard let first = placed ?? banked.first ?? moved.first else { return nil }
    let about = first.debit.heading == .bank ? first.credit : first.debit
    let due = part.source[DetailName.due.rawValue].flatMap { Day($0) }
    self.init(
      event: banked.isEmpty || event == .directPaymentAdvanced ? event : .paymentMade,
      day: event == .directPaymentAdvanced || event == .poolAgreed ? due ?? day : day,
      paid: event == .directPaymentAdvanced ? day : nil,
      budget: Budget(fund: about.fund, use: about.use.budgetLine),
      partner: first.credit.partner ?? first.debit.partner,
      planLine: about.use.planLine,
      amount: (banked.isEmpty ? moved : banked).filter { $0.debit.fund == first.debit.fund }
        .map { $0.credit.heading == .bank ? -$0.amount : $0.amount }.total())
  }
}

/// What was said of one thing, by whom, and the record that it is in.
public struct Saying: Hashable, Sendable {
  public fileprivate(set) var passing: Passing
  public let origin: Origin
  public let number: Int
}

extension Saying {
  /// What a person or a row said in records, in order: what a rule made of it is not said again.
  public static func all(in records: [(number: Int, content: JournalContent)]) -> [Saying] {
    var found: [Saying] = []
    for record in records {
      switch record.content {
      case .posted(let event, let entry) where entry.correction?.isReversal != true:
        for part in entry.parts where !part.source.origin.isRule {
          guard let passing = Passing(event, part, on: entry.belongsTo) else { continue }
          found.append(Saying(passing: passing, origin: part.source.origin, number: record.number))
        }
      case .noted(let fact):
        guard let passing = EvidenceWaiting(fact).map(Passing.init) else { continue }
        // What could be posted of it stands in the record before.
        if let last = found.last, last.origin == fact.source.origin,
          last.number + 1 == record.number, last.passing.event == passing.event
        {
          found[found.count - 1].passing.amount += passing.amount
        } else {
          found.append(
            Saying(passing: passing, origin: fact.source.origin, number: record.number))
        }
      case .posted: break
      }
    }
    return found
  }
}

extension Passing {
  fileprivate init(_ waiting: EvidenceWaiting) {
    self.init(
      event: .directPaymentEvidenced, day: waiting.day, paid: nil, budget: nil, partner: nil,
      planLine: waiting.line, amount: waiting.amount)
  }
}
