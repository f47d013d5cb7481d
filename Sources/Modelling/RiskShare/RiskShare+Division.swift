public import Bookkeeping
import Funding

extension RiskShare {
  /// Divides one year's variance, tier by tier.
  ///
  /// Each tier takes its part of what those before have left. Pence that do not divide go to the
  /// largest remainders, so the columns add to the variance.
  ///
  /// - Throws: a ``Refusal`` where a partner who is to bear something puts nothing in, or where what
  ///   is tagged does not agree with the variance.
  public func divided(_ variance: Money, in pool: PoolYear) throws(Refusal) -> DividedVariance {
    if let refusal = refusal(of: pool) { throw refusal }
    let direction = Direction(of: variance)
    var division = TierDivision(variance, direction, pool)
    for (index, tier) in tiers(for: direction).enumerated() {
      try division.take(tier, isFirst: index == 0)
    }
    return division.result
  }
}

/// A division under way; all of it in positive amounts, whichever way the variance goes.
private struct TierDivision {
  private let variance: Money
  private let direction: RiskShare.Direction
  private let pool: PoolYear
  private var left: Money
  private var reserve: Money
  private var steps: [DividedVariance.Step] = []
  private var reasons: [DividedVariance.Reason] = []

  init(_ variance: Money, _ direction: RiskShare.Direction, _ pool: PoolYear) {
    self.variance = variance
    self.direction = direction
    self.pool = pool
    left = variance.magnitude
    reserve = pool.reserve
  }

  var result: DividedVariance {
    DividedVariance(
      variance: variance, partners: pool.contributions.map(\.partner), steps: steps,
      unallocated: signed(left),
      reasons: left == .zero ? [] : reasons.isEmpty ? [.notSaid] : reasons)
  }

  mutating func take(_ tier: Tier, isFirst: Bool) throws(RiskShare.Refusal) {
    let reach = min(left, tier.extent.limit(of: pool))
    let nobody = pool.contributions.map { _ in Money.zero }
    var own = Money.zero
    var borne = nobody
    switch tier.rule {
    case .reserve:
      own = direction == .over ? min(reach, reserve) : reach
      reserve -= own
    case .reinvested: own = reach
    case .ownServices: borne = try ownServices()
    case .partner(let partner): borne = alone(partner, reach)
    case .host:
      if let host = pool.host {
        borne = alone(host, reach)
      } else {
        note(.hostNotNamed(clause: tier.clause), when: reach > .zero)
      }
    case .shared(let basis, let cap):
      borne = try shared(reach, by: basis, cap: cap, clause: tier.clause)
    }
    left -= own + borne.total()
    steps.append(
      DividedVariance.Step(
        tier: tier, isFirst: isFirst, reserve: signed(own), borne: borne.map(signed)))
  }

  private func alone(_ partner: PartnerReference, _ amount: Money) -> [Money] {
    pool.contributions.map { $0.partner == partner ? amount : .zero }
  }

  /// What was tagged for each, which is all of the variance; some of it may go the other way.
  private func ownServices() throws(RiskShare.Refusal) -> [Money] {
    let tagged = pool.contributions.map { pool.tagged[$0.partner] ?? .zero }
    guard tagged.total() == variance else {
      throw .tagsDoNotAdd(tagged: tagged.total(), variance: variance)
    }
    return tagged.map(signed)
  }

  private mutating func shared(
    _ amount: Money, by basis: Tier.Basis, cap: Percentage?, clause: String
  ) throws(RiskShare.Refusal) -> [Money] {
    guard amount > .zero else { return pool.contributions.map { _ in .zero } }
    let weights = try weights(by: basis)
    var parts = amount.shared(in: weights)
    if parts.count > pool.contributions.count {
      note(.causeNotTagged(clause: clause), when: (parts.last ?? .zero) > .zero)
      parts.removeLast()
    }
    guard let cap else { return parts }
    let capped = zip(parts, pool.contributions).map { min($0, cap.most(of: $1.amount)) }
    note(.capReached(clause: clause), when: capped != parts)
    return capped
  }

  /// A weight for each column, and behind them one for spending that is tagged with nobody.
  private func weights(by basis: Tier.Basis) throws(RiskShare.Refusal) -> [Int64] {
    switch basis {
    case .contribution: return pool.contributions.map(\.amount.pence)
    case .equally: return pool.contributions.map { _ in 1 }
    case .fixed(let shares):
      return pool.contributions.map { column in
        shares.filter { $0.partner == column.partner }.map(\.share.thousandths).reduce(0, +)
      }
    case .beneficiary:
      let tagged = pool.contributions.map { signed(pool.tagged[$0.partner] ?? .zero) }
      let untagged = variance.magnitude - tagged.total()
      guard untagged >= .zero, tagged.allSatisfy({ $0 >= .zero }) else {
        throw .tagsDoNotAdd(tagged: signed(tagged.total()), variance: variance)
      }
      return (tagged + [untagged]).map(\.pence)
    }
  }

  private mutating func note(_ reason: DividedVariance.Reason, when isSo: Bool) {
    if isSo { reasons.append(reason) }
  }

  /// An amount with the sign of the variance, and back.
  private func signed(_ amount: Money) -> Money { direction == .over ? amount : -amount }
}

extension Tier.Extent {
  fileprivate func limit(of pool: PoolYear) -> Money {
    switch self {
    case .upTo(let amount): amount
    case .upToShareOfPool(let share): pool.contributions.total.times(share.fraction)
    case .rest: Money(pence: .max)
    }
  }
}

extension Percentage {
  /// The most that is not above this share of an amount: whole pence, rounded down.
  fileprivate func most(of amount: Money) -> Money {
    Money(pence: (Fraction(amount.pence) * fraction).floor)
  }
}
