public import Bookkeeping

/// A later day on which a contract can be made smaller, and what waiting for it would cost.
public struct Deferral: Hashable, Sendable {
  /// The break or the renewal.
  public let day: Day
  /// R on that day: the notional sum of what nobody else uses.
  public let releasable: Money
  public let ceiling: Money
  /// Months from the assessment until then, a month begun counted.
  public let months: Int
  private let floor: Money

  init(on day: Day, from today: Day, effect: Effect, releasable: Money) {
    self.day = day
    self.releasable = releasable
    ceiling = releasable + effect.backfill + effect.tolerance
    floor = effect.floor
    months = Deferral.months(from: today, to: day)
  }

  /// Whether what has to be paid would then be within what may be.
  public var isOpen: Bool { floor <= ceiling }

  /// What paying from now on would cost until then.
  public var bridgingCost: Money { floor.times(Fraction(Int64(months), over: 12)) }

  /// What is saved a year from then on: positive, or it never pays back.
  public var savingAYear: Money { releasable - floor }

  /// In how many years the bridging would be paid back; none where it never would.
  public var payback: Fraction? {
    savingAYear > .zero ? Fraction(bridgingCost.pence, over: savingAYear.pence) : nil
  }

  static func months(from first: Day, to last: Day) -> Int {
    guard first < last else { return 0 }
    let whole = (last.year - first.year) * 12 + last.monthOfYear - first.monthOfYear
    return whole + (last.dayOfMonth > first.dayOfMonth ? 1 : 0)
  }
}
