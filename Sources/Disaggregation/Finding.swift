import Bookkeeping
import Funding

/// Which outcome follows from the gates and the sums.
///
/// The gates come first and in their order. A gate fixes the outcome, and the sums are shown all the
/// same where there are any, as no ground of refusal.
struct Finding {
  let budget: BudgetFinding
  let cash: CashFinding
  let outcome: Outcome

  private init(_ outcome: Outcome, _ budget: BudgetFinding, _ cash: CashFinding) {
    self.outcome = outcome
    self.budget = budget
    self.cash = cash
  }

  /// Which outcome follows, where the sums, the harm and the later days have been worked out.
  init(_ given: Case, _ effect: Effect?, harm: [AdverseImpact], later: [Deferral]) {
    let contract = given.contract
    if given.request.window == .none, let review = given.request.nextReview {
      self.init(.deferred(review), .notYet, .notYet)
    } else if contract.regime != .specialEducation {
      self.init(.otherRegime, .otherRegime(contract.regime), .otherRegime(contract.regime))
    } else if contract.kind == .place {
      self.init(.never, .never, .never)
    } else if let effect {
      self = Finding.bySums(given, effect, harm: harm, later: later)
    } else {
      self.init(.insufficientEvidence, .undecided, .undecided)
    }
  }

  /// The outcome where the sums decide.
  private static func bySums(
    _ given: Case, _ effect: Effect, harm: [AdverseImpact], later: [Deferral]
  ) -> Finding {
    let stated = BudgetFinding.stated(effect.notional)
    // Nothing leaves the contract by being stated, so nothing is harmed and nothing is dearer.
    if given.request.asks == .statement {
      return Finding(.organisedArrangement, stated, .notAskedFor)
    }
    let barred = given.recipientGrounds + (given.isConsentRefused ? [.schoolConsent] : [])
    let grounds: [BudgetGround] =
      (harm.isEmpty ? [] : [.adverse]) + (effect.isOpen ? [] : [.inefficient])
    let cash = CashFinding.refused(
      barred + grounds.map { $0 == .adverse ? .adverse : .inefficient })
    if grounds.isEmpty, barred.isEmpty {
      let left = left(given, effect)
      return left > .zero
        ? Finding(.part, stated, .partPaid(effect.floor, left: left))
        : Finding(.disaggregate, stated, .paid(effect.floor))
    }
    guard !grounds.isEmpty, given.contract.kind.isAggregate else {
      return Finding(.organisedArrangement, stated, cash)
    }
    return Finding(refusal(grounds, later.first(where: \.isOpen)), .refused(grounds), cash)
  }

  /// What is left of a top-up.
  private static func left(_ given: Case, _ effect: Effect) -> Money {
    guard given.contract.kind == .topUp else { return .zero }
    return max((given.contract.price.sum ?? .zero) - effect.releasable, .zero)
  }

  private static func refusal(_ grounds: [BudgetGround], _ later: Deferral?) -> Outcome {
    if grounds.contains(.adverse) {
      return grounds.contains(.inefficient) ? .refuseBoth : .refuseAdverse
    }
    // Not efficient now, and efficient from a day that is known: not yet, and not no.
    return later.map { .deferred($0.day) } ?? .refuseInefficient
  }

  /// What else may be done, where somebody is told no or not yet.
  func besides(_ given: Case, later: [Deferral]) -> [Alternative] {
    guard outcome.isNegative, outcome != .never else { return [] }
    if given.request.window == .none {
      return given.request.nextReview.map { [.askAtReview($0)] } ?? []
    }
    var found: [Alternative] = outcome == .organisedArrangement ? [] : [.organisedArrangement]
    found += later.filter(\.isOpen).map { .waitUntil($0.day) }
    if let leaver = given.leaver,
      let together = Families(like: leaver, from: given.position).firstOpen, together > 1
    {
      found.append(.together(families: together))
    }
    return found
  }
}
