public import Bookkeeping

/// What a year cost, as known at some point.
public struct YearCost: Hashable, Sendable {
  public let year: FinancialYear
  public let cost: Money

  public init(_ year: FinancialYear, _ cost: Money) {
    self.year = year
    self.cost = cost
  }
}
