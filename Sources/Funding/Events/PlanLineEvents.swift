public import Bookkeeping

/// Money paid over for a plan line to a family, or to a third party to hold.
public struct DirectPaymentAdvanced: Hashable, Sendable {
  public let line: PlanLineReference
  public let amount: Money
  /// The day on which it was to be paid, and on which it was.
  public let due: Day
  public let paid: Day
  /// The period that it covers, in words: `October 2026`.
  public let covers: LedgerText

  public init(
    _ line: PlanLineReference, _ amount: Money, due: Day, paid: Day, covers: LedgerText
  ) {
    self.line = line
    self.amount = amount
    self.due = due
    self.paid = paid
    self.covers = covers
  }
}

/// A sum of one plan line on a day: what was proved, was paid back, fell due or was received, as its
/// event says.
public struct LineSum: Hashable, Sendable {
  public let line: PlanLineReference
  public let amount: Money
  public let day: Day

  public init(_ line: PlanLineReference, _ amount: Money, on day: Day) {
    self.line = line
    self.amount = amount
    self.day = day
  }
}

/// A placement that ended before it was paid for.
public struct PlacementEnded: Hashable, Sendable {
  public let line: PlanLineReference
  public let lastDay: Day

  public init(_ line: PlanLineReference, lastDay: Day) {
    self.line = line
    self.lastDay = lastDay
  }
}
