public import Bookkeeping

/// A sum that a partner gives to a fund of ours: agreed for a year, fallen due, or come to the bank, as
/// its event says.
public struct Contribution: Hashable, Sendable {
  public let fund: Fund
  public let partner: PartnerReference
  public let amount: Money
  public let day: Day

  public init(_ fund: Fund, by partner: PartnerReference, _ amount: Money, on day: Day) {
    self.fund = fund
    self.partner = partner
    self.amount = amount
    self.day = day
  }
}

/// What a partner puts into a part of a pool, as the agreement says.
public struct PoolAgreed: Hashable, Sendable {
  /// The part of the pool.
  public let part: Fund
  public let partner: PartnerReference
  public let amount: Money
  public let day: Day
  /// The day on which the sum is to be paid over.
  public let due: Day
  /// The fund and the line that it comes from, where it is the council's own.
  public let ours: Ours?

  /// Where a contribution of the council comes from: the fund that pays, and for what.
  public struct Ours: Hashable, Sendable {
    public let fund: Fund
    public let use: Use

    public init(_ fund: Fund, _ use: Use) {
      self.fund = fund
      self.use = use
    }
  }

  public init(
    _ part: Fund, _ partner: PartnerReference, _ amount: Money, on day: Day, due: Day, ours: Ours?
  ) {
    self.part = part
    self.partner = partner
    self.amount = amount
    self.day = day
    self.due = due
    self.ours = ours
  }
}

/// The council's own contribution paid into a pool: out of one fund, into the pool's books.
public struct PoolContributionPaid: Hashable, Sendable {
  public let part: Fund
  public let partner: PartnerReference
  public let ours: PoolAgreed.Ours
  public let amount: Money
  public let day: Day
  /// The agreement that allows it.
  public let authority: LedgerText

  public init(
    _ part: Fund, _ partner: PartnerReference, from ours: PoolAgreed.Ours, _ amount: Money,
    on day: Day, authority: LedgerText
  ) {
    self.part = part
    self.partner = partner
    self.ours = ours
    self.amount = amount
    self.day = day
    self.authority = authority
  }
}

/// Spending by a part of a pool.
public struct PoolSpent: Hashable, Sendable {
  public let part: Fund
  public let amount: Money
  public let day: Day
  /// The section 251 line that it was for, where the pool is kept by line.
  public let line: Section251Line?

  public init(_ part: Fund, _ amount: Money, on day: Day, for line: Section251Line? = nil) {
    self.part = part
    self.amount = amount
    self.day = day
    self.line = line
  }
}

/// A partner's share in a part of a pool, as agreed so far.
public struct PoolShare: Hashable, Sendable {
  public let partner: PartnerReference
  public let agreed: Money
  /// The fund and the line that bear it, where the partner is the council.
  public let ours: PoolAgreed.Ours?
}
