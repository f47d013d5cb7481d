public import Bookkeeping

/// A decision on a request that two people have put their names to, as far as money goes.
///
/// Sums are those of a full year.
public struct ApprovedDecision: Hashable, Sendable {
  public let reference: DecisionReference
  public let contract: Contract
  /// The line that was asked about, and the units of the contract that it uses.
  public let line: PlanLineReference
  public let units: Fraction
  public let grant: Grant
  /// The day of approval.
  public let day: Day

  /// What was granted.
  public enum Grant: Hashable, Sendable {
    /// Neither a budget nor cash.
    case nothing
    /// The notional sum is stated, and the council goes on holding it.
    ///
    /// The line is held as an organised arrangement at that rate.
    case statement(Money, PlanLine)
    case cash(CashGrant)
  }

  public init(
    _ reference: DecisionReference, on contract: Contract, for line: PlanLineReference,
    units: Fraction, _ grant: Grant, on day: Day
  ) {
    self.reference = reference
    self.contract = contract
    self.line = line
    self.units = units
    self.grant = grant
    self.day = day
  }
}

/// A sum paid in cash in place of a part of a contract, in pounds of a full year.
public struct CashGrant: Hashable, Sendable {
  /// F, committed to the line at that rate, held as a direct payment.
  public let line: PlanLine
  /// R, released from the contract's later instalments.
  public let releasable: Money
  /// The first day from which it is: after the contract's notice.
  public let releasesFrom: Day
  /// B, released from the commitment of the purchase that the freed place replaces.
  public let backfill: Money
  /// That purchase; none where nobody named it, and then B is posted as nothing.
  public let replaces: PlanLineReference?

  public init(
    _ line: PlanLine, releasable: Money, from releasesFrom: Day, backfill: Money,
    replaces: PlanLineReference?
  ) {
    self.line = line
    self.releasable = releasable
    self.releasesFrom = releasesFrom
    self.backfill = backfill
    self.replaces = replaces
  }

  /// F: what is paid in a full year.
  public var floor: Money { line.rate.aYear }

  /// −(F − R − B): what a full year changes in what is uncommitted.
  ///
  /// B counts as far as it is posted.
  public var changeOfFullYear: Money { releasable + (replaces == nil ? .zero : backfill) - floor }
}
