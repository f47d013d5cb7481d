public import Bookkeeping

/// The High Needs Stability Grant, as announced: not a figure that an authority has been given.
///
/// Source: the government's explanatory note on its approach to Dedicated Schools Grant deficits, 9
/// February 2026. It is to be paid in autumn 2026, subject to an approved local SEND reform plan. Of
/// the figures that the returns and accounts give for a deficit, the lowest counts, and overspends
/// that are not for high needs are outside it.
public struct StabilityGrant: Hashable, Sendable {
  /// The deficit that counts: for high needs, at 31 March 2026, the lowest of the published figures.
  public let eligible: Money

  public init(eligible: Money) { self.eligible = eligible }

  /// The share of the eligible deficit that is met.
  public static let share = Percentage(thousandths: 90_000)
  /// The year at whose beginning the deficit is measured, and in which the grant is paid.
  public static let year = FinancialYear(starting: 2026)
  public static let source =
    "Explanatory note on the approach to DSG deficits, 9 February 2026: announced, and subject to "
    + "an approved local SEND reform plan"

  public var amount: Money { eligible.times(StabilityGrant.share.fraction) }

  /// What the grant loses because two returns differ by as much and nobody explains it.
  public static func lost(toUnexplained difference: Money) -> Money {
    difference.times(share.fraction)
  }
}
