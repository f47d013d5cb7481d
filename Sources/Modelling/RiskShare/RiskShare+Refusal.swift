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

extension RiskShare.Refusal {
  /// The refusal as a person should read it.
  public func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .sharesNotWhole(let clause, let whole):
      .shares("the shares of clause \(clause) come to \(whole)", at: place)
    case .shareNegative(let clause, let partner, let share):
      .shares("clause \(clause) gives \(partner) a share of \(share)", at: place)
    case .partnerTwice(let partner): .namedTwice(partner, at: place)
    case .tierTakesNothing(let clause):
      .tier("the tier of clause \(clause) takes nothing", at: place)
    case .tierOutOfReach(let clause):
      .tier("the tier of clause \(clause) stands behind one that leaves nothing", at: place)
    case .tierWithoutClause: .tier("a tier names no clause of the agreement", at: place)
    case .overspendReinvested(let clause):
      .tier("clause \(clause) would reinvest an overspend", at: place)
    case .ownServicesAmongOthers(let clause):
      .tier("clause \(clause) leaves each partner its own services, beside other tiers", at: place)
    case .partnerWithoutContribution(let partner):
      .withoutContribution("\(partner) is to bear a share, and puts nothing in", at: place)
    case .contributionNotPositive(let partner, let amount):
      .withoutContribution("the contribution of \(partner) is \(amount)", at: place)
    case .noContributions: .withoutContribution("nobody puts anything in", at: place)
    case .taggedStranger(let partner):
      .withoutContribution("spending is tagged for \(partner), who puts nothing in", at: place)
    case .reserveNegative(let reserve):
      .error(
        "reserve-negative", "the reserve is \(reserve)", at: place,
        why:
          "a reserve that is used up holds nothing; what was overdrawn is a variance of its year",
        next: "give what the reserve holds, and divide the earlier year's variance first")
    case .tagsDoNotAdd(let tagged, let variance):
      .error(
        "tags-do-not-add", "\(tagged) is tagged, and the variance is \(variance)", at: place,
        why: "what is divided by services or by cause is each partner's part of one variance",
        next: "tag each part of the variance once, and nothing beyond it")
    case .servicesNotWhole(let whole):
      .shares("the shares of the services come to \(whole)", at: place)
    case .servicesNegative(let partner, let share):
      .shares("the services of \(partner) are \(share) of the cost", at: place)
    case .servicesNotSaid(let clause):
      .error(
        "services-not-said",
        "clause \(clause) goes by services, and nobody has said whose they are", at: place,
        why: "a variance can only be borne by service where each service is some partner’s",
        next: "say under services whose services the cost is, in per cent, with the source")
    }
  }
}

extension Diagnostic {
  fileprivate static func shares(_ problem: String, at place: Place?) -> Diagnostic {
    .error(
      "shares-not-whole", problem, at: place,
      why: "shares of 95% leave a part with nobody, and shares of 105% charge a part twice",
      next: "give shares from 0% that come to 100%, or say in a tier of its own who bears the rest")
  }

  fileprivate static func tier(_ problem: String, at place: Place?) -> Diagnostic {
    .error(
      "tier-not-usable", problem, at: place,
      why: "a variance goes through the tiers in order, each with its clause and its reach",
      next: "put the tiers in the order of their clauses, the one for the rest last")
  }
}
