public import Bookkeeping

/// What a fund begins with in the first year of a ledger.
public struct YearOpened: Hashable, Sendable {
  public let fund: Fund
  public let what: Carried
  public let amount: Money
  public let day: Day

  /// What it is that the fund begins with.
  public enum Carried: Hashable, Sendable {
    case deficit
    case surplus
    /// Paid over to a family or a pool and not yet evidenced.
    case advanced(Use)
  }

  public init(_ fund: Fund, _ what: Carried, _ amount: Money, on day: Day) {
    self.fund = fund
    self.what = what
    self.amount = amount
    self.day = day
  }
}

/// The figures that the department published for one authority and one year.
///
/// Whole amounts and not differences: a later publication supersedes an earlier one.
public struct GrantPublished: Hashable, Sendable {
  public let year: FinancialYear
  public let published: Day
  /// By block, before recoupment and deductions.
  public let before: [Fund: Money]
  /// By block, after them.
  public let after: [Fund: Money]

  public init(
    _ year: FinancialYear, published: Day, before: [Fund: Money], after: [Fund: Money]
  ) {
    self.year = year
    self.published = published
    self.before = before
    self.after = after
  }

  /// The day on which it counts: that of publication, brought within the year that it is for.
  public var day: Day { min(max(published, year.first), year.last) }
}

/// Grant that reached the council's bank.
public struct GrantInstalmentReceived: Hashable, Sendable {
  public let fund: Fund
  public let amount: Money
  public let day: Day

  public init(_ fund: Fund, _ amount: Money, on day: Day) {
    self.fund = fund
    self.amount = amount
    self.day = day
  }
}

/// Money moved from one block of the grant to another.
public struct BlockTransferred: Hashable, Sendable {
  public let from: Fund
  public let to: Fund
  public let amount: Money
  /// The sum of which it is a share, where whoever asks says it: it has to be the stored one.
  public let base: Money?
  /// The forum's date and minute, where it agreed.
  public let forum: LedgerText?
  /// The Secretary of State's reference, where one was given.
  public let secretaryOfState: LedgerText?
  public let day: Day

  public init(
    from: Fund, to: Fund, _ amount: Money, base: Money?, forum: LedgerText?,
    secretaryOfState: LedgerText?, on day: Day
  ) {
    self.from = from
    self.to = to
    self.amount = amount
    self.base = base
    self.forum = forum
    self.secretaryOfState = secretaryOfState
    self.day = day
  }
}

/// A budget set for a line of a fund, or, with no line, the council's vote to a fund.
///
/// The whole amount and not the difference: a later version supersedes an earlier one.
public struct BudgetSet: Hashable, Sendable {
  public let fund: Fund
  public let line: Use?
  public let amount: Money
  public let authority: LedgerText
  public let version: Int
  public let day: Day

  public init(
    _ fund: Fund, line: Use?, _ amount: Money, authority: LedgerText, version: Int, on day: Day
  ) {
    self.fund = fund
    self.line = line
    self.amount = amount
    self.authority = authority
    self.version = version
    self.day = day
  }

  /// What it supersedes and what supersedes it: the fund, the line and the year.
  public var subject: String {
    [
      FinancialYear(of: day).description, fund.description, line?.line?.rawValue ?? "",
      line?.setting?.rawValue ?? "",
    ].joined(separator: " ")
  }
}
