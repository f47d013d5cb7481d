import Bookkeeping
import Funding
import Modelling

/// What a year's spending in the general part of a pool was for, by the lines that the agreement names.
///
/// A partner's part of a variance is what was spent on its lines above its contribution. Spending on
/// a line that is named for nobody is tagged with nobody.
struct TaggedSpend {
  private let own: [PartnerReference: Money]
  private let nobodys: Money

  /// - Returns: none where the agreement names no lines, so that nothing says what spending was for.
  init?(
    _ spent: [PoolMovement], by rule: LineageRule?, _ contributions: [PartnerContribution]
  ) {
    guard case .namedLine(let lines) = rule else { return nil }
    var own = Dictionary(uniqueKeysWithValues: contributions.map { ($0.partner, -$0.amount) })
    var nobodys = Money.zero
    for movement in spent {
      guard case .spent(let line) = movement.way else { continue }
      if let payer = lines.payer(of: line), own[payer] != nil {
        own[payer, default: .zero] += movement.amount
      } else {
        nobodys += movement.amount
      }
    }
    self.own = own
    self.nobodys = nobodys
  }

  /// What is tagged with each partner of a variance that goes by its cause or by own services.
  func tagged(_ variance: Money, under rules: RiskShare) -> [PartnerReference: Money] {
    let tiers = variance < .zero ? rules.underspend : rules.overspend
    if tiers.contains(where: { $0.rule == .ownServices }) { return own }
    // Those who caused it share it, by how much each did; one who went the other way did not.
    let partners = own.keys.sorted()
    func caused(_ amount: Money) -> Int64 {
      max(0, variance < .zero ? -amount.pence : amount.pence)
    }
    let weights = partners.map { caused(own[$0] ?? .zero) } + [caused(nobodys)]
    guard weights.contains(where: { $0 > 0 }) else { return [:] }
    return Dictionary(uniqueKeysWithValues: zip(partners, variance.shared(in: weights)))
  }
}
