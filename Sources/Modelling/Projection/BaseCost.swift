public import Bookkeeping

/// What the pool costs in the first year: so many units at a price.
///
/// A cost known only as a whole is one unit at that price. Both are per year.
public struct BaseCost: Hashable, Sendable {
  public let units: Fraction
  /// Of one unit for a year.
  public let price: Money

  public init(units: Fraction, price: Money) {
    self.units = units
    self.price = price
  }

  public init(_ whole: Money) { self.init(units: .one, price: whole) }
}
