public import Bookkeeping

/// A month of which it was said that something was done.
public protocol NotedMonth: Noted {
  init(_ month: Month)
}

extension NotedMonth {
  public init?(_ fact: Fact) {
    guard fact.kind == Self.kind, let month = Month(fact.subject) else { return nil }
    self.init(month)
  }
}

/// A month that somebody has prepared for closing.
public struct PeriodPrepared: NotedMonth, Hashable {
  public static let kind = FactKind.periodPrepared
  public let month: Month

  public init(_ month: Month) { self.month = month }
}

/// A month that was closed, and takes no entry unless it is reopened.
public struct PeriodClosed: NotedMonth, Hashable {
  public static let kind = FactKind.periodClosed
  public let month: Month

  public init(_ month: Month) { self.month = month }
}

/// A closed month that was opened again.
public struct PeriodReopened: NotedMonth, Hashable {
  public static let kind = FactKind.periodReopened
  public let month: Month

  public init(_ month: Month) { self.month = month }
}

/// A year whose closing entries are posted.
public struct ClosedYear: Noted, Hashable {
  public static let kind = FactKind.yearClosed
  public let year: FinancialYear

  public init?(_ fact: Fact) {
    guard fact.kind == Self.kind, let year = FinancialYear(fact.subject) else { return nil }
    self.year = year
  }
}
