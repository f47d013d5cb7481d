public import Bookkeeping
import Funding

/// What the law and the sums come to for one request.
///
/// It decides nothing: a named person does.
public struct Assessment: Hashable, Sendable {
  public let given: Case
  public let gates: [GateFinding]
  /// What is not known.
  ///
  /// While anything is, nothing is found.
  public let missing: [Missing]
  /// The sums of a full year; none for a place, or where something is missing.
  public let effect: Effect?
  /// How others with plans would be harmed, where that is made out.
  public let harm: [AdverseImpact]
  /// Later days on which the contract can be made smaller, the earliest first.
  public let later: [Deferral]
  public let budget: BudgetFinding
  public let cash: CashFinding
  /// The one outcome that goes before the others.
  public let outcome: Outcome
  /// What else may be done.
  public let besides: [Alternative]

  public init(_ given: Case) {
    self.given = given
    gates = given.gates
    missing = given.missing
    effect = given.effect
    harm = given.harm
    later = given.later(effect)
    let finding = Finding(given, effect, harm: harm, later: later)
    budget = finding.budget
    cash = finding.cash
    outcome = finding.outcome
    besides = finding.besides(given, later: later)
  }
}

/// Something that may be done besides.
public enum Alternative: Hashable, Sendable {
  /// The help goes on, arranged by the council, with more say in how.
  case organisedArrangement
  /// On that day the contract can be made smaller, and a sum could be paid.
  case waitUntil(Day)
  /// So many requests for this contract together could be met.
  case together(families: Int)
  /// It may be asked for at the plan's next review.
  case askAtReview(Day)
}

extension Case {
  /// The sums, or none where there are none to work out.
  var effect: Effect? {
    guard contract.kind != .place, missing.isEmpty, let leaver else { return nil }
    return Effect([leaver], from: position)
  }

  /// How others would be harmed, where it is made out with evidence.
  var harm: [AdverseImpact] {
    guard contract.kind != .place else { return [] }
    var found: [AdverseImpact] = []
    if let minimum = contract.volume.minimum,
      let left = position.volume(after: request.units), left < minimum
    {
      found.append(.belowMinimum(left: left, minimum: minimum))
    }
    if let lost = current(.hoursLost).last, case .units(let units) = lost.finding, units > .zero {
      found.append(.hoursLost(units, lost))
    }
    if let cut = current(.serviceCut).last, cut.finding == .yes { found.append(.serviceCut(cut)) }
    if let rise = current(.priceRise).last, case .percent(let percent) = rise.finding,
      percent > settings.tolerance.percent
    {
      found.append(.priceRise(percent, rise))
    }
    return found
  }

  /// The days on which the contract could be made smaller.
  ///
  /// A break needs its notice, and at a renewal it is let anew.
  func later(_ effect: Effect?) -> [Deferral] {
    guard let effect, let notional = effect.notional, contract.kind == .contract else { return [] }
    let noticed = day.addingMonths(contract.dates.notice)
    let breaks = contract.dates.breaks.filter { $0 >= noticed && $0 > day }
    let renewal = contract.dates.renewal.map { [$0] } ?? []
    // What serves somebody else goes on being paid for.
    let unfilled = notional.times((effect.exits - effect.filled) / effect.exits)
    return Set(breaks + renewal.filter { $0 > day }).sorted().map {
      Deferral(on: $0, from: day, effect: effect, releasable: unfilled)
    }
  }
}

extension Assessment {
  /// Whether nothing but harm or the sums stands against paying it in cash: the gates let it through.
  public var mayBeGranted: Bool {
    guard effect != nil, given.contract.regime == .specialEducation, given.request.asks == .cash,
      given.request.window != .none
    else { return false }
    return given.recipientGrounds.isEmpty && !given.isConsentRefused
  }
}
