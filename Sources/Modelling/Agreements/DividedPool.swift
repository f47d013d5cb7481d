public import Bookkeeping
public import Funding

/// A year's variance of a whole agreement, divided: the general part by its rules, the restricted
/// part to nobody but its own partner.
public struct DividedPool: Hashable, Sendable {
  public let general: DividedVariance
  public let restricted: Restricted?

  /// The variance of grant money, which stays with the grant.
  public struct Restricted: Hashable, Sendable {
    public let partner: PartnerReference
    public let variance: Money
  }

  public var variance: Money { general.variance + (restricted?.variance ?? .zero) }
}

extension Agreement {
  /// Divides a year's variances.
  ///
  /// The grant keeps its ring-fence: what its part overspends falls on it alone, and it bears nothing
  /// of the general part.
  ///
  /// `contributions` are what partners put into the general part in that year. `restricted` is the
  /// variance of the restricted part, and nothing where there is no such part.
  ///
  /// - Throws: a refusal of the rules.
  public func divided(
    _ general: Money, restricted: Money = .zero, contributions: [PartnerContribution],
    reserve: Money, tagged: [PartnerReference: Money] = [:]
  ) throws(RiskShare.Refusal) -> DividedPool {
    let year = PoolYear(contributions, host: terms.host, reserve: reserve, tagged: tagged)
    let holder = self.contributions(to: .restricted).first?.partner
    precondition(holder != nil || restricted == .zero, "a variance of a part that is not there")
    return DividedPool(
      general: try terms.riskShare.divided(general, in: year),
      restricted: holder.map { DividedPool.Restricted(partner: $0, variance: restricted) })
  }
}
