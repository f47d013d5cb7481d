public import Bookkeeping
public import Funding

/// The days that a position of a block is read to.
///
/// What happened is read to the end of the period. What is planned is read to the end of the year:
/// commitments, releases and budgets dated later count, and what was paid later does not.
public struct PositionDays: Hashable, Sendable {
  public let period: Month
  public let year: FinancialYear
  /// The last day that counts as having happened.
  public let last: Day

  /// The days of a position at the end of a month.
  public init(_ period: Month) { self.init(asOf: period.last) }

  /// The days of a position as of a day.
  public init(asOf day: Day) {
    period = Month(of: day)
    year = FinancialYear(of: day)
    last = day
  }

  /// The point as an address names it: `2026-10`, or `2026-10-15` within a month.
  public var name: String { last == period.last ? period.description : last.description }

  /// Everything before the year, its closing included.
  public var before: DaySpan { DaySpan(through: year.first.advanced(by: -1)) }

  /// The year up to the end of the period.
  public var toDate: DaySpan { DaySpan(from: year.first, through: last) }

  /// The rest of the year; none at its end.
  public var ahead: DaySpan? {
    last < year.last ? DaySpan(from: last.advanced(by: 1), through: year.last) : nil
  }

  /// The stretches of days that the flows are needed of.
  public var spans: [DaySpan] { [before, toDate] + (ahead.map { [$0] } ?? []) }

  /// The terms of a state of a fund: what goes over from year to year, what happened, and what is
  /// planned.
  ///
  /// A year's figures are its own whether the year before is closed or not, so that nothing which a
  /// closing takes away is read from before the year.
  func standing(
    of fund: Fund, _ account: AccountFilter, negated: Bool = false
  ) -> [Term] {
    var carried = account
    let headings = account.headings ?? Set(Heading.allCases.filter { $0.layer == .budget })
    carried.headings = headings.subtracting(fund.endsWithYear)
    let opening = Term(carried, before, isNegated: negated)
    return (carried.headings == [] ? [] : [opening]) + inYear(account, negated: negated)
  }

  /// The terms of what a fund was brought forward at the beginning of the year.
  func broughtForward(to fund: Fund) -> [Term] {
    [
      Term(AccountFilter([fund], fund.broughtForward), before, isNegated: true),
      Term(
        AccountFilter([fund], [.broughtForward]), toDate, events: .only([.yearOpened]),
        isNegated: true),
    ]
  }

  /// The terms of what the year itself brought.
  func inYear(_ account: AccountFilter, negated: Bool = false) -> [Term] {
    [Term(account, toDate, events: .notClosing, isNegated: negated)]
      + (ahead.map { [Term(account, $0, events: .planned, isNegated: negated)] } ?? [])
  }
}
