public import Bookkeeping
public import Funding

extension RiskShare {
  /// Why rules cannot stand as a risk share, or cannot divide a variance.
  public enum Refusal: Error, Hashable, Sendable {
    /// Fixed shares that come to more or less than the whole.
    case sharesNotWhole(clause: String, Percentage)
    case shareNegative(clause: String, PartnerReference, Percentage)
    case partnerTwice(PartnerReference)
    /// A tier that takes nothing, or a cap that is nil or negative.
    case tierTakesNothing(clause: String)
    /// A tier behind one that leaves nothing.
    case tierOutOfReach(clause: String)
    case tierWithoutClause
    case overspendReinvested(clause: String)
    /// Own services are all of a risk share or no part of it.
    case ownServicesAmongOthers(clause: String)
    case partnerWithoutContribution(PartnerReference)
    case contributionNotPositive(PartnerReference, Money)
    case noContributions
    case reserveNegative(Money)
    case taggedStranger(PartnerReference)
    case tagsDoNotAdd(tagged: Money, variance: Money)
    /// Services that come to more or less than the whole cost.
    case servicesNotWhole(Percentage)
    case servicesNegative(PartnerReference, Percentage)
    /// A clause goes by services, and nobody has said whose they are.
    case servicesNotSaid(clause: String)
  }

  static func refusal(of tiers: [Tier], for direction: Direction) -> Refusal? {
    for (index, tier) in tiers.enumerated() {
      if !tier.clause.contains(where: { $0 != " " }) { return .tierWithoutClause }
      if index > 0, tiers[index - 1].takesAll { return .tierOutOfReach(clause: tier.clause) }
      if tier.takesNothing { return .tierTakesNothing(clause: tier.clause) }
      if tier.rule == .reinvested, direction == .over {
        return .overspendReinvested(clause: tier.clause)
      }
      if tier.rule == .ownServices, tiers.count > 1 || tier.extent != .rest {
        return .ownServicesAmongOthers(clause: tier.clause)
      }
      if let refusal = tier.fixedRefusal { return refusal }
    }
    return nil
  }

  /// Why a pool cannot be divided by these rules.
  func refusal(of pool: PoolYear) -> Refusal? {
    if pool.contributions.isEmpty { return .noContributions }
    if pool.reserve < .zero { return .reserveNegative(pool.reserve) }
    for (index, one) in pool.contributions.enumerated() {
      if one.amount <= .zero { return .contributionNotPositive(one.partner, one.amount) }
      if pool.contributions[..<index].contains(where: { $0.partner == one.partner }) {
        return .partnerTwice(one.partner)
      }
    }
    let partners = pool.contributions.map(\.partner)
    let bearsAsHost = (overspend + underspend).contains { $0.rule == .host }
    let bearing = named + (bearsAsHost ? [pool.host].compactMap(\.self) : [])
    if let stranger = bearing.first(where: { !partners.contains($0) }) {
      return .partnerWithoutContribution(stranger)
    }
    return pool.tagged.keys.sorted().first { !partners.contains($0) }.map { .taggedStranger($0) }
  }
}

extension Tier {
  fileprivate var takesNothing: Bool {
    if case .shared(_, let cap?) = rule, cap <= .zero { return true }
    return switch extent {
    case .upTo(let amount): amount <= .zero
    case .upToShareOfPool(let share): share <= .zero
    case .rest: false
    }
  }

  fileprivate var fixedRefusal: RiskShare.Refusal? {
    guard case .shared(.fixed(let shares), _) = rule else { return nil }
    for (index, one) in shares.enumerated() {
      if one.share < .zero {
        return .shareNegative(clause: clause, one.partner, one.share)
      }
      if shares[..<index].contains(where: { $0.partner == one.partner }) {
        return .partnerTwice(one.partner)
      }
    }
    let whole = shares.map(\.share).reduce(.zero, +)
    return whole == .whole ? nil : .sharesNotWhole(clause: clause, whole)
  }
}
