public import Bookkeeping
public import Funding

extension ApprovedDecision {
  /// What a decision comes to once it is approved on a day.
  ///
  /// - Throws: what a plan line of the sum that is granted refuses.
  public init(_ decision: Decision, on assessment: Assessment, approved day: Day)
    throws(PlanLine.Refusal)
  {
    let given = assessment.given
    self.init(
      decision.reference, on: given.contract, for: given.request.line, units: given.request.units,
      try ApprovedDecision.grant(decision, assessment, day), on: day)
  }

  private static func grant(
    _ decision: Decision, _ assessment: Assessment, _ day: Day
  ) throws(PlanLine.Refusal) -> Grant {
    guard let effect = assessment.effect else { return .nothing }
    let given = assessment.given
    // A plan line's instalments run by the month, so that a grant begins with one.
    let starts = max(given.request.starts, day).firstOfMonth
    let line = GrantedLine(given: given, decision: decision, starts: starts)
    switch decision.outcome {
    case .disaggregate, .part:
      return .cash(
        CashGrant(
          try line.paid(effect.floor), releasable: effect.releasable,
          from: max(starts, day.addingMonths(given.contract.dates.notice).firstOfMonth),
          backfill: effect.backfill, replaces: given.request.replaces))
    case .organisedArrangement:
      // What is a child's own already is not taken out of anything by being stated.
      guard let notional = effect.notional, notional > .zero, !given.contract.kind.isOfOneChild
      else { return .nothing }
      return .statement(notional, try line.stated(notional))
    case .deferred, .refuseAdverse, .refuseInefficient, .refuseBoth, .otherRegime, .never,
      .insufficientEvidence:
      return .nothing
    }
  }
}

extension Assessment {
  /// What commissioners read when the contract is let anew, where somebody is told no or not yet.
  ///
  /// - Returns: none where the family has what it asked for.
  public func demand(after decision: Decision, approved day: Day, from origin: Origin) -> Fact? {
    let request = given.request
    let isMet = decision.outcome == .organisedArrangement && request.asks == .statement
    guard decision.outcome.isNegative, !isMet else { return nil }
    return Fact(
      .demand, of: request.contract.code, on: day,
      Source(
        origin,
        details: [
          Detail("decision", request.reference), Detail("outcome", decision.outcome),
          Detail("units", request.units), Detail("unit", given.contract.volume.unit),
        ] + (effect.map { [Detail("floor", $0.floor)] } ?? [])))
  }
}
