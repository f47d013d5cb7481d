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
      var document: [(event: FundingEvent, origin: Origin)] = [
        (.decisionApproved(approval.approved), origin)
      ]
      // The new version sees what the approval gave back.
      if case .cash(let cash) = approval.approved.grant {
        document.append((.planLineDecided(cash.line), origin))
      }
      try await bookkeeper.post(document)
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
      throw Failure(
        .notFound,
        Diagnostic(
          .error, "decision-not-recorded",
          problem: "nobody has recorded a decision on \(reference)",
          next: "record it: sendledger decision record \(reference) FILE"))
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
    approved = try ApprovedDecision(
      reference, on: now.given.contract, for: now.given.request.line,
      units: now.given.request.units, DecisionApproval.grant(decision, now, today), on: today)
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
    guard decision.outcome.isNegative, case .nothing = approved.grant else { return nil }
    let request = assessment.given.request
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

/// The plan line as it stands once something is granted.
struct GrantedLine {
  private let given: Case
  private let decision: Decision
  private let starts: Day

  init(_ given: Case, _ decision: Decision, _ starts: Day) {
    self.given = given
    self.decision = decision
    self.starts = starts
  }

  /// Held as a direct payment, from the line of the statements that counts those.
  func paid(_ floor: Money) throws -> PlanLine {
    let contract = given.contract
    let line: Section251Line? =
      switch contract.fund {
      case .highNeeds, .poolEducation: .directPayments
      case .socialCare: .socialCareDirectPayments
      case .schools, .central, .earlyYears, .adultSocialCare, .generalFund, .health,
        .poolGeneral:
        contract.line
      }
    return try version(
      given.request.paidAs, Use(line: line, setting: nil), .directPayment, a: floor, nil)
  }

  /// Held as an organised arrangement, where its contract has it.
  func stated(_ notional: Money) throws -> PlanLine {
    let contract = given.contract
    return try version(
      given.request.line, Use(line: contract.line, setting: contract.setting),
      .organisedArrangement, a: notional, contract.provider)
  }

  private func version(
    _ reference: PlanLineReference, _ use: Use, _ held: HowHeld, a year: Money,
    _ provider: ProviderReference?
  ) throws -> PlanLine {
    let contract = given.contract
    return try PlanLine(
      reference, for: given.request.purpose,
      section: contract.regime == .specialEducation ? .f : nil, from: contract.fund,
      Use(
        line: use.line, setting: use.setting, agency: contract.regime.agency, element: .three,
        planLine: reference, provider: provider),
      held: held, rate: Rate(year, per: .year), days: starts, to: nil,
      decision: PlanLine.Decision(
        reference: decision.reference.code, by: decision.by.name, on: decision.assessed.on))
  }
}

extension Day {
  /// The day itself, where a month begins on it, and else the first of the next.
  fileprivate var firstOfMonth: Day { dayOfMonth == 1 ? self : Month(of: self).next.first }
}
