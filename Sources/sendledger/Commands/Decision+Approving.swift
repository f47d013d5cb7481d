import ArgumentParser
import Bookkeeping
import Disaggregation
import Funding
import Importing
import Reporting
import Storage

struct DecisionApprove: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Put a second name to a recorded decision. Only this posts.",
    discussion: Help.discussion(
      "Whoever recorded it cannot approve it.",
      examples: ["sendledger decision approve D-2026-0402 --dry-run"]))

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The request’s reference.")
  var reference: DecisionReference

  func act() async throws -> Exit {
    let ledger = try await common.open()
    let approval = try await DecisionApproval(ledger, reference)
    let actor = try Surroundings.current.actor()
    let origin = Origin.command(person: actor, document: reference.code)
    let head = try await ledger.store.head().number
    let records = try await ledger.write(isDry: writing.dryRun) { bookkeeper in
      try await bookkeeper.post(approval.approved.document(from: origin))
      if let demand = approval.demand(from: origin) { try await bookkeeper.note(demand) }
      return try await bookkeeper.records(after: head)
    }
    let posted = PostedChange(records)
    try await ReportOptions.table(
      try await ledger.named(
        posted.report(approval, isDry: writing.dryRun, try await ledger.header())))
    return .done
  }
}

/// A decision about to be approved: what it grants, worked out again.
struct DecisionApproval {
  let approved: ApprovedDecision
  let decision: Decision
  let assessment: Assessment

  init(_ ledger: OpenLedger, _ reference: DecisionReference) async throws {
    let desk = DecisionDesk(ledger)
    guard let (record, decision) = try await desk.decision(reference) else {
      throw Failure(.notFound, DecisionApproval.notRecorded(reference))
    }
    try await DecisionApproval.requireAnother(than: record, in: ledger, for: reference)
    let today = try Surroundings.current.today()
    let then = try await DecisionDesk(ledger, knownAt: decision.assessed.record)
      .assessment(of: reference, on: decision.assessed.on)
    let now = try await desk.assessment(of: reference, on: decision.assessed.on)
    guard now.effect == then.effect, now.outcome == then.outcome else {
      throw Failure(.refused, DecisionApproval.moved(reference))
    }
    self.decision = decision
    assessment = now
    approved = try DecisionApproval.approved(decision, on: now, today)
  }

  /// What a decision would be once it is approved on a day.
  static func approved(
    _ decision: Decision, on assessment: Assessment, _ today: Day
  ) throws -> ApprovedDecision {
    let given = assessment.given
    return try ApprovedDecision(
      decision.reference, on: given.contract, for: given.request.line, units: given.request.units,
      grant(decision, assessment, today), on: today)
  }

  private static func requireAnother(
    than record: Int, in ledger: OpenLedger, for reference: DecisionReference
  ) async throws {
    let actor = try Surroundings.current.actor()
    guard try await ledger.store.record(record)?.actor == actor else { return }
    throw Failure(
      .refused,
      Diagnostic(
        .error, "decider-cannot-approve", problem: "you recorded the decision on \(reference)",
        why: "whoever records a decision and whoever approves it are two people",
        next: "have somebody else approve it"))
  }

  static func notRecorded(_ reference: DecisionReference) -> Diagnostic {
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
      throw Failure(.refused, refusal.diagnostic())
    }
  }

  /// What commissioners read when the contract is let anew, where somebody is told no or not yet.
  func demand(from origin: Origin) -> Fact? {
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
  func document(from origin: Origin) -> [(event: FundingEvent, origin: Origin)] {
    var document: [(event: FundingEvent, origin: Origin)] = [(.decisionApproved(self), origin)]
    if case .cash(let cash) = grant { document.append((.planLineDecided(cash.line), origin)) }
    return document
  }
}
