public import Bookkeeping

/// A month that somebody has prepared for closing.
public struct PeriodPrepared: Noted, Hashable {
  public static let kind = FactKind.periodPrepared
  public let month: Month

  public init?(_ fact: Fact) {
    guard let month = Month(of: fact, as: Self.kind) else { return nil }
    self.month = month
  }
}

/// A month that was closed, and takes no entry unless it is reopened.
public struct PeriodClosed: Noted, Hashable {
  public static let kind = FactKind.periodClosed
  public let month: Month

  public init?(_ fact: Fact) {
    guard let month = Month(of: fact, as: Self.kind) else { return nil }
    self.month = month
  }
}

/// A closed month that was opened again.
public struct PeriodReopened: Noted, Hashable {
  public static let kind = FactKind.periodReopened
  public let month: Month

  public init?(_ fact: Fact) {
    guard let month = Month(of: fact, as: Self.kind) else { return nil }
    self.month = month
  }
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

extension Month {
  fileprivate init?(of fact: Fact, as kind: FactKind) {
    guard fact.kind == kind else { return nil }
    self.init(fact.subject)
  }
}
