public import Bookkeeping

/// An amount that a part of the runs, in hundredths, do not exceed.
public struct Percentile: Hashable, Sendable {
  public let percent: Int
  public let amount: Money
  /// How far the amount may be from that of the runs sorted one by one: no more than a bin.
  public let binError: Money
  /// The amount, were it one standard error of the sampling lower.
  public let low: Money
  /// The amount, were it one standard error of the sampling higher.
  public let high: Money
  /// By how much the second half of the runs moved it.
  public let movement: Money

  /// Those that a fan shows: bands of a fifth of the runs, and the tenth at either end left out.
  public static let shown = [10, 30, 50, 70, 90]
}

/// What the runs came to for one amount: a year's cost, the cost of all years, or a part of it.
///
/// It shows only the risks that are in the model. A change of policy is a scenario, and not a band.
public struct Band: Hashable, Sendable {
  public let runs: Int
  public let mean: Money
  public let lowest: Money
  public let highest: Money
  /// The runs in which it was more than was put in, or than nothing where nothing is put in.
  public let runsAbove: Int
  public let percentiles: [Percentile]

  /// The chance that it is more than was put in.
  public var chanceAbove: Fraction { Fraction(Int64(runsAbove), over: Int64(runs)) }

  /// The amount at one of the percentiles that are shown.
  ///
  /// - Precondition: it is one of ``Percentile/shown``.
  public func amount(at percent: Int) -> Money {
    guard let found = percentiles.first(where: { $0.percent == percent }) else {
      preconditionFailure("a percentile that is not shown")
    }
    return found.amount
  }
}
