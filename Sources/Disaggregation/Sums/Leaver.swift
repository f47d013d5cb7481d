public import Bookkeeping
public import Funding

/// One request, as far as sums go: what would be freed, and what would be paid.
public struct Leaver: Hashable, Sendable {
  public let line: PlanLineReference
  public let asked: Day
  public let units: Fraction
  /// The units bought instead, and the price of one.
  public let replacement: Fraction
  public let price: Money
  public let overheads: Money
  public let notional: Money?
  public let tolerance: Money

  public init(
    _ line: PlanLineReference, asked: Day, units: Fraction, replacement: Fraction? = nil,
    price: Money, overheads: Money, notional: Money?, tolerance: Money
  ) {
    self.line = line
    self.asked = asked
    self.units = units
    self.replacement = replacement ?? units
    self.price = price
    self.overheads = overheads
    self.notional = notional
    self.tolerance = tolerance
  }

  /// What is enough to secure the provision, and so what is paid: regulation 10.
  public var floor: Money { price.times(replacement) + overheads }

  /// The order in which requests are taken: by day, and then by plan line.
  ///
  /// Two for one line on one day are told apart by what they ask for.
  public static func isEarlier(_ one: Leaver, _ other: Leaver) -> Bool {
    if one.asked != other.asked { return one.asked < other.asked }
    if one.line != other.line { return one.line < other.line }
    return one.sums < other.sums
  }

  private var sums: (Fraction, Fraction, Money, Money, Money, Money) {
    (units, replacement, price, overheads, notional ?? .zero, tolerance)
  }
}
