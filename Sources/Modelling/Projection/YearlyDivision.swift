import Bookkeeping
import Funding

/// How a pool divides one year's variance after the other, with what the year before left in reserve.
struct YearlyDivision: Sendable {
  let rules: RiskShare
  let host: PartnerReference?
  let reserve: Exposure.ReservePolicy
  let services: ServiceShares?

  /// Divides the variance of each year, and says what the reserve held at its beginning.
  ///
  /// - Throws: a refusal of the rules.
  func divided(
    _ variances: [Money], among contributions: [[PartnerContribution]]
  ) throws(RiskShare.Refusal) -> [(reserve: Money, division: DividedVariance)] {
    var held = reserve.first
    var years: [(reserve: Money, division: DividedVariance)] = []
    years.reserveCapacity(variances.count)
    for (variance, contributions) in zip(variances, contributions) {
      let pool = PoolYear(
        contributions, host: host, reserve: held,
        tagged: services?.tagged(variance, of: contributions, by: rules) ?? [:])
      let division = try rules.divided(variance, in: pool)
      years.append((held, division))
      held = reserve.next(after: held - division.drawn)
    }
    return years
  }
}
