public import Bookkeeping

/// What was agreed for a plan line: a sum for a stretch of time.
public struct Rate: Hashable, Sendable {
  /// The stretch of time that a rate is for.
  public enum Per: String, Hashable, Sendable, CaseIterable {
    case week
    case month
    case year
  }

  /// The whole sum for one such stretch, in pence.
  public let amount: Money
  public let per: Per
  /// How the sum was built, where it was built of units: four sessions at £60.00.
  public let units: Units?

  /// So many of a thing at a price each: two sessions at £45.00.
  public struct Units: Hashable, Sendable {
    public let quantity: Int64
    public let unit: Unit
    public let price: Money

    public init(_ quantity: Int64, _ unit: Unit, at price: Money) {
      self.quantity = quantity
      self.unit = unit
      self.price = price
    }
  }

  /// What provision is counted in.
  ///
  /// The set is closed, because free text in a plan line could name the child.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case session, hour, lesson, visit, day, night, week, month, term, place, journey, mile, item
  }

  public init(_ amount: Money, per: Per) {
    self.amount = amount
    self.per = per
    units = nil
  }

  /// A rate of so many units.
  public init(_ units: Units, per: Per) {
    amount = units.price.times(Fraction(units.quantity))
    self.per = per
    self.units = units
  }

  /// The rate for a whole year of twelve months or 52 weeks.
  public var aYear: Money {
    switch per {
    case .week: amount.times(Fraction(52))
    case .month: amount.times(Fraction(12))
    case .year: amount
    }
  }
}
