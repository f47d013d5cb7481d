package import Bookkeeping
package import Disaggregation
package import Funding
import Importing
package import Storage

/// A decision about to be approved: what it grants, worked out again.
package struct DecisionApproval {
  package let approved: ApprovedDecision
  package let decision: Decision
  package let assessment: Assessment

  /// Works a recorded decision out again, and sees that it may be approved.
  ///
  /// `ledger` is the ledger while it is being written to, so that nothing can come between.
  package init(
    _ ledger: any LedgerReading, _ reference: DecisionReference, by officer: Officer
  ) async throws {
    let desk = DecisionDesk(ledger)
    guard let (record, decision) = try await desk.decision(reference) else {
      throw DeskFailure(.notFound, DecisionApproval.notRecorded(reference))
    }
    try await DecisionApproval.requireAnother(
      than: record, by: officer, in: ledger, for: reference)
    let today = officer.today
    let point = ReadingPoint.record(decision.assessed.record)
    let then = try await DecisionDesk(Books(ledger.questions, at: point))
      .assessment(of: reference, on: decision.assessed.on)
    let now = try await desk.assessment(of: reference, on: decision.assessed.on)
    guard now.effect == then.effect, now.outcome == then.outcome else {
      throw DeskFailure(.refused, DecisionApproval.moved(reference))
    }
    self.decision = decision
    assessment = now
    approved = try DecisionApproval.approved(decision, on: now, today)
  }

  /// What a decision would be once it is approved on a day.
  package static func approved(
    _ decision: Decision, on assessment: Assessment, _ today: Day
  ) throws -> ApprovedDecision {
    let given = assessment.given
    return try ApprovedDecision(
      decision.reference, on: given.contract, for: given.request.line, units: given.request.units,
      grant(decision, assessment, today), on: today)
  }

  private static func requireAnother(
    than record: Int, by officer: Officer, in ledger: any LedgerReading,
    for reference: DecisionReference
  ) async throws {
    guard try await ledger.record(record)?.actor == officer.name else { return }
    throw DeskFailure(
      .refused,
      Diagnostic(
        .error, "decider-cannot-approve", problem: "you recorded the decision on \(reference)",
        why: "whoever records a decision and whoever approves it are two people",
        next: "have somebody else approve it"))
  }

  package static func notRecorded(_ reference: DecisionReference) -> Diagnostic {
    Diagnostic(
      .error, "decision-not-recorded", problem: "nobody has recorded a decision on \(reference)",
      next: "record it: sendledger decision record \(reference) FILE")
  }

  private static func moved(_ reference: DecisionReference) -> Diagnostic {
    Diagnostic(
      .error, "figures-have-moved",
      problem: "the figures of \(reference) are not those on which it was decided",
      why: "something was granted, found out or changed since",
      next: "look again: sendledger decision assess \(reference); then record it anew")
  }

  private static func grant(
    _ decision: Decision, _ assessment: Assessment, _ today: Day
  ) throws -> ApprovedDecision.Grant {
    guard let effect = assessment.effect else { return .nothing }
    let given = assessment.given
    // A plan line's instalments run by the month, so that a grant begins with one.
    let starts = max(given.request.starts, today).firstOfMonth
    let line = GrantedLine(given, decision, starts)
    do {
      switch decision.outcome {
      case .disaggregate, .part:
        return .cash(
          CashGrant(
            try line.paid(effect.floor), releasable: effect.releasable,
            from: max(starts, today.addingMonths(given.contract.dates.notice).firstOfMonth),
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
    } catch let refusal as PlanLine.Refusal {
      throw DeskFailure(.refused, refusal.diagnostic())
    }
  }

  /// What commissioners read when the contract is let anew, where somebody is told no or not yet.
  package func demand(from origin: Origin) -> Fact? {
    let request = assessment.given.request
    let isMet = decision.outcome == .organisedArrangement && request.asks == .statement
    guard decision.outcome.isNegative, !isMet else { return nil }
    return Fact(
      .demand, of: request.contract.code, on: approved.day,
      Source(
        origin,
        details: [
          Detail("decision", request.reference.code),
          Detail("outcome", decision.outcome.description),
          Detail("units", request.units.description),
          Detail("unit", assessment.given.contract.volume.unit.rawValue),
        ] + (assessment.effect.map { [Detail("floor", $0.floor.plain)] } ?? [])))
  }
}

extension ApprovedDecision {
  /// What an approval posts, in order: the new version of the line sees what was given back.
  package func document(from origin: Origin) -> [(event: FundingEvent, origin: Origin)] {
    var document: [(event: FundingEvent, origin: Origin)] = [(.decisionApproved(self), origin)]
    if case .cash(let cash) = grant { document.append((.planLineDecided(cash.line), origin)) }
    return document
  }
}
