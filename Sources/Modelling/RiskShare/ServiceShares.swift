import Bookkeeping
import Funding

/// Whose services a cost is: each partner's share of it, the same in every year.
///
/// A variance that goes by services, or by tagged spend, is divided among partners by it.
public struct ServiceShares: Hashable, Sendable {
  public let shares: [Tier.FixedShare]

  /// - Throws: a refusal where a partner stands twice, a share is negative, or they do not come
  ///   to 100%.
  public init(_ shares: [Tier.FixedShare]) throws(RiskShare.Refusal) {
    for (index, one) in shares.enumerated() {
      if shares[..<index].contains(where: { $0.partner == one.partner }) {
        throw .partnerTwice(one.partner)
      }
      if one.share < .zero { throw .servicesNegative(one.partner, one.share) }
    }
    let whole = shares.map(\.share).reduce(.zero, +)
    guard whole == .whole else { throw .servicesNotWhole(whole) }
    self.shares = shares
  }

  /// The part of a year's variance that is for each partner.
  ///
  /// Under a rule of own services it is what the partner's own services cost above its own
  /// contribution, so that one partner may be negative while another is positive. By tagged spend
  /// it is the partner's share of the variance. Pence go to the largest remainders.
  func tagged(
    _ variance: Money, of contributions: [PartnerContribution], by rules: RiskShare
  ) -> [PartnerReference: Money] {
    let weights = shares.map(\.share.thousandths)
    var tagged: [PartnerReference: Money] = [:]
    guard rules.leavesOwnServices(RiskShare.Direction(of: variance)) else {
      for (one, part) in zip(shares, variance.shared(in: weights)) { tagged[one.partner] = part }
      return tagged
    }
    for one in contributions { tagged[one.partner, default: .zero] -= one.amount }
    let cost = variance + contributions.total
    for (one, part) in zip(shares, cost.shared(in: weights)) {
      tagged[one.partner, default: .zero] += part
    }
    return tagged
  }
}

extension RiskShare {
  /// The first clause that can only be followed where somebody has said whose services a cost is.
  public var clauseByServices: String? {
    (overspend + underspend).first { tier in
      switch tier.rule {
      case .ownServices, .shared(.beneficiary, _): true
      case .reserve, .reinvested, .partner, .host: false
      case .shared(.contribution, _), .shared(.equally, _), .shared(.fixed, _): false
      }
    }?.clause
  }

  /// Whether each partner keeps the variance of its own services, whatever the others' is.
  func leavesOwnServices(_ direction: Direction) -> Bool {
    tiers(for: direction).map(\.rule) == [.ownServices]
  }
}
