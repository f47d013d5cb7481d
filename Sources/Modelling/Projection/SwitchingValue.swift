public import Bookkeeping

/// The value of one figure at which the gap of all years closes, every other staying as it is.
///
/// A rate that changes in a later year is moved by as much in every year.
public struct SwitchingValue: Hashable, Sendable {
  public let driver: Driver
  /// The last value, in thousandths of one per cent, at which there is no gap.
  public let value: Percentage
  /// What is left of the contributions at that value: the gap, which is not positive.
  public let gap: Money
  /// The gap one thousandth of one per cent further, which is positive.
  public let gapBeyond: Money
}

extension SwitchingValue {
  /// Solves for the value by halving a range of whole thousandths.
  ///
  /// The gap grows with every driver but the uplift, with which it shrinks; so between a value
  /// without a gap and one with it there is exactly one place where it turns.
  ///
  /// A value at which some year would outgrow what is projected is outside the range.
  ///
  /// - Returns: none where no value of the range closes the gap, or every one does.
  public static func solving(
    for driver: Driver, of outlook: Outlook, under scenario: Scenario
  ) -> SwitchingValue? {
    let central = outlook.rate(of: driver)
    func gap(_ thousandths: Int64) -> Money? {
      let step = Percentage(thousandths: thousandths) - central
      guard let moved = try? outlook.moving(driver, by: step) else { return nil }
      return Projection(of: moved, under: scenario).gap
    }
    let ends = outlook.range(of: driver)
    // One end is without a gap and the other with it, or there is nothing to find.
    var closed = furthest(to: ends.closed.thousandths, from: central.thousandths, gap)
    var open = furthest(to: ends.open.thousandths, from: central.thousandths, gap)
    guard let best = gap(closed), let worst = gap(open), best <= .zero, worst > .zero else {
      return nil
    }
    while (open - closed).magnitude > 1 {
      let middle = closed + (open - closed) / 2
      guard let found = gap(middle) else { return nil }
      if found <= .zero { closed = middle } else { open = middle }
    }
    guard let at = gap(closed), let beyond = gap(open) else { return nil }
    return SwitchingValue(
      driver: driver, value: Percentage(thousandths: closed), gap: at, gapBeyond: beyond)
  }

  /// The value nearest to an end at which there is a projection, the one it sets out from having one.
  private static func furthest(
    to end: Int64, from start: Int64, _ gap: (Int64) -> Money?
  ) -> Int64 {
    guard gap(end) == nil else { return end }
    var (within, beyond) = (start, end)
    while (beyond - within).magnitude > 1 {
      let middle = within + (beyond - within) / 2
      if gap(middle) == nil { beyond = middle } else { within = middle }
    }
    return within
  }
}

extension Outlook {
  /// The furthest values of a figure that may be: where the gap is least, and where it is greatest.
  fileprivate func range(of driver: Driver) -> (closed: Percentage, open: Percentage) {
    let rates = yearlyRate(of: driver).rates
    // Later rates move with the first and must stay in the range as well.
    let central = rate(of: driver)
    let (least, most) = (rates.min() ?? central, rates.max() ?? central)
    let low = Outlook.rates.lowerBound + (central - least)
    let high = Outlook.rates.upperBound - (most - central)
    return driver == .contributionUplift ? (high, low) : (low, high)
  }
}
