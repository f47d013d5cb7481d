import Bookkeeping
import Disaggregation
import Funding
import Testing

/// The figures of an assessment under the names that published cases give them.
struct Figures {
  private let assessment: Assessment
  private let effect: Effect
  private let together: Effect
  private let contract: Contract

  /// `asksHowMany` is whether the figures are of as many families as would release a step.
  init(_ assessment: Assessment, asksHowMany: Bool) throws {
    self.assessment = assessment
    contract = assessment.given.contract
    let single = try #require(assessment.effect)
    let leaver = try #require(assessment.given.leaver)
    if asksHowMany, let step = contract.price.step {
      let families = Int((step.units / leaver.units).ceiling)
      together = Families(like: leaver, from: assessment.given.position).effect(of: families)
      effect = together
    } else {
      together = single
      effect = single
    }
  }

  /// The text of a figure, or none where nobody knows a figure of that name.
  func text(_ name: String) throws -> String? {
    switch name {
    case "avg_unit", "avg": averageCost?.plain
    case "notional", "notional_hours_cost": effect.notional?.plain
    case "floor", "ptb", "market": effect.floor.plain
    case "releasable": effect.releasable.plain
    case "backfill": effect.backfill.plain
    case "stranded": effect.stranded?.plain
    case "net_cost": effect.netCost.plain
    case "tolerance": effect.tolerance.plain
    case "ceiling": effect.ceiling.plain
    case "corridor_open": String(effect.isOpen)
    case "route_year", "taxi_year": contract.price.sum?.plain
    case "volume_after": assessment.given.position.volume(after: effect.exits)?.description
    case "min_viable": contract.volume.minimum?.description
    case "unit_after": effect.unitCost(of: assessment.given.position)?.plain
    case "unit_rise_pct": risePercent?.plain
    case "children_needed": String(together.families)
    case "hours": Money(pence: 100).times(together.exits).plain
    case "break_even_hour": effect.breakEvenPrice?.plain
    case "dp": paid?.plain
    case "e3_remaining": left?.plain
    case "place_releasable": try Figures.releasableOfPlace(like: contract).plain
    default: nil
    }
  }

  private var averageCost: Money? {
    guard let sum = contract.price.sum, let capacity = contract.volume.capacity else {
      return contract.price.variable
    }
    return sum.times(.one / capacity)
  }

  /// In hundredths of a hundredth, as pence are of pounds.
  private var risePercent: Money? {
    guard let before = averageCost, let after = effect.unitCost(of: assessment.given.position)
    else { return nil }
    return Money(pence: 10_000).times(Fraction((after - before).pence, over: before.pence))
  }

  private var paid: Money? {
    switch assessment.cash {
    case .paid(let sum), .partPaid(let sum, _): sum
    case .refused, .notAskedFor, .otherRegime, .never, .notYet, .undecided: nil
    }
  }

  private var left: Money? {
    if case .partPaid(_, let left) = assessment.cash { left } else { nil }
  }

  /// What a place would give back: a contract of that kind gives back nothing, whatever leaves it.
  private static func releasableOfPlace(like contract: Contract) throws -> Money {
    let reference = try #require(ContractReference("CASE-PLACE"))
    let line = try #require(PlanLineReference("SPB-900004/2"))
    let place = try Contract(
      reference, from: contract.from, .place, under: .specialEducation, of: .highNeeds,
      line: .highNeedsPlaces, price: ContractPrice(sum: 10_000_00),
      volume: ContractVolume(.place, capacity: .one), document: contract.document)
    let leaver = Leaver(
      line, asked: contract.from, units: .one, price: 1, overheads: .zero, notional: nil,
      tolerance: .zero)
    return Effect([leaver], from: ContractPosition(place)).releasable
  }
}
