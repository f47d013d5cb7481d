public import Bookkeeping
public import Funding

/// Money that came into a part of a pool, or went out of it, on a day.
public struct PoolMovement: Hashable, Sendable {
  public let day: Day
  /// Positive, whichever way it went.
  public let amount: Money
  public let way: Way

  /// Which way money went.
  public enum Way: Hashable, Sendable {
    case paidIn(by: PartnerReference)
    case spent(on: Section251Line?)
  }

  /// - Precondition: the amount is positive.
  public init(_ way: Way, _ amount: Money, on day: Day) {
    precondition(amount > .zero, "a movement that is nil or negative")
    self.way = way
    self.amount = amount
    self.day = day
  }

  /// What comes in on a day can be spent on that day.
  var order: (Day, Int) {
    switch way {
    case .paidIn: (day, 0)
    case .spent: (day, 1)
    }
  }
}
