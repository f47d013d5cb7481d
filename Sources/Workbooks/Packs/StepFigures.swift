import Bookkeeping
import Modelling

/// One tier in one year of an option: what it takes, as the pack has it.
struct StepFigures {
  let direction: RiskShare.Direction
  /// Its place among the tiers of its direction.
  let index: Int
  let tier: Tier
  /// Without a sign, whichever way the gap goes, and nothing if it goes the other way.
  let left: Money
  /// How much of that the tier takes at the most; none for the rest.
  let reach: Money?
  /// With the sign of the gap.
  let reserve: Money
  let borne: [Money]
  let after: Money
  /// What is due to each, where the tier shares by weights that are known and a sheet can do it.
  let shares: PennyShares?

  var takes: Money { reach.map { min(left, $0) } ?? left }

  /// The tiers of both directions in a year; those of the other direction find nothing to share.
  static func all(of rules: RiskShare, in year: Exposure.Year) -> [StepFigures] {
    let division = year.division
    return RiskShare.Direction.allCases.flatMap { direction -> [StepFigures] in
      let isItsWay = RiskShare.Direction(of: division.variance) == direction
      var left = isItsWay ? division.variance.magnitude : .zero
      return rules.tiers(for: direction).enumerated().map { index, tier in
        let step = isItsWay ? division.steps[index] : nil
        let taken = step?.amount ?? .zero
        let figures = StepFigures(
          direction, index, tier, year.contributions, left: left, step: step,
          after: left - (direction == .over ? taken : -taken))
        left = figures.after
        return figures
      }
    }
  }

  private init(
    _ direction: RiskShare.Direction, _ index: Int, _ tier: Tier,
    _ contributions: [PartnerContribution], left: Money, step: DividedVariance.Step?, after: Money
  ) {
    self.direction = direction
    self.index = index
    self.tier = tier
    self.left = left
    self.after = after
    reach =
      switch tier.extent {
      case .upTo(let amount): amount
      case .upToShareOfPool(let share): contributions.total.times(share.fraction)
      case .rest: nil
      }
    reserve = step?.reserve ?? .zero
    borne = step?.borne ?? contributions.map { _ in .zero }
    let takes = reach.map { min(left, $0) } ?? left
    shares = tier.weights(among: contributions).flatMap { PennyShares(takes, $0) }
  }
}

extension Tier {
  /// The weights by which it shares; none where it does not, or where they follow from tags.
  fileprivate func weights(among contributions: [PartnerContribution]) -> [Int64]? {
    guard case .shared(let basis, _) = rule else { return nil }
    switch basis {
    case .contribution: return contributions.map(\.amount.pence)
    case .equally: return contributions.map { _ in 1 }
    case .fixed(let shares):
      return contributions.map { one in
        shares.first { $0.partner == one.partner }?.share.thousandths ?? 0
      }
    case .beneficiary: return nil
    }
  }
}
