public import Bookkeeping

/// What one kind of event moved from one account to another in a stretch of days.
///
/// Flows are what the ledger keeps so that a balance does not need the whole journal: every
/// movement is counted in exactly one. A reversal is counted as less of what it reverses.
public struct Flow: Hashable, Sendable {
  public let event: EventKind
  public let debit: Account
  public let credit: Account
  /// Negative where more was taken back than was moved.
  public let amount: Money

  public init(_ event: EventKind, debit: Account, credit: Account, _ amount: Money) {
    self.event = event
    self.debit = debit
    self.credit = credit
    self.amount = amount
  }
}

/// A movement of an entry, as figures count it: a reversal is less of what it reverses.
public struct Moved: Hashable, Sendable {
  public let event: EventKind
  public let day: Day
  public let debit: Coding
  public let credit: Coding
  public let amount: Money
  /// What of the entry it came from.
  public let source: Source
}

extension JournalContent {
  /// The movements of an entry, as figures count them.
  public var moved: [Moved] {
    guard case .posted(let kind, let entry) = self else { return [] }
    let isReversal = entry.correction?.isReversal ?? false
    return entry.parts.flatMap { part in
      part.movements.map { movement in
        Moved(
          event: kind, day: entry.day, debit: isReversal ? movement.credit : movement.debit,
          credit: isReversal ? movement.debit : movement.credit,
          amount: isReversal ? -movement.amount : movement.amount, source: part.source)
      }
    }
  }

  /// The flows of an entry, a movement each.
  public var flows: [Flow] {
    moved.map { Flow($0.event, debit: Account($0.debit), credit: Account($0.credit), $0.amount) }
  }
}

/// A stretch of days, open at either end where no day is given.
public struct DaySpan: Hashable, Sendable {
  public let first: Day?
  public let last: Day?

  public init(from first: Day? = nil, through last: Day? = nil) {
    self.first = first
    self.last = last
  }

  public init(_ days: ClosedRange<Day>) {
    self.init(from: days.lowerBound, through: days.upperBound)
  }

  public static let always = DaySpan()

  public func contains(_ day: Day) -> Bool {
    (first.map { $0 <= day } ?? true) && (last.map { day <= $0 } ?? true)
  }

  /// Whether two spans that both begin and end have a day in common.
  package func overlaps(_ other: DaySpan) -> Bool {
    guard let first, let last, let begins = other.first, let ends = other.last else { return false }
    return first <= ends && begins <= last
  }
}
