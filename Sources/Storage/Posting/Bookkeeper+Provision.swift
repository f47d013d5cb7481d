import Bookkeeping
import Funding

extension Bookkeeper {
  func advanced(_ advance: DirectPaymentAdvanced) async throws -> Outcome {
    try positive(advance.amount)
    let (line, standing) = try await held(advance.line, on: advance.paid)
    let year = FinancialYear(of: advance.paid)
    let committed = standing.committed(through: year)
    try hold(
      advance.amount, to: committed, beyond: standing.beyondCommitted(in: year),
      of: advance.line.code, on: advance.paid)
    return Outcome(advance.proposal(for: line, committed: committed))
  }

  func returned(_ back: LineSum) async throws -> Outcome {
    try positive(back.amount)
    let (line, standing) = try await held(back.line, on: back.day)
    let out = standing.balance(.advanced)
    guard back.amount <= out else { throw EventRefusal.returnedMoreThanOut(back.amount, out: out) }
    return Outcome(back.returned(for: line))
  }

  func due(_ credit: LineSum) async throws -> Outcome {
    try positive(credit.amount)
    let (line, standing) = try await line(credit.line, on: credit.day)
    let spent = standing.spent(in: DaySpan())
    try hold(credit.amount, to: spent, of: credit.line.code, on: credit.day)
    return Outcome(credit.creditDue(for: line, corrects: standing.latestPayment))
  }

  func received(_ credit: LineSum) async throws -> Outcome {
    try positive(credit.amount)
    let (line, standing) = try await line(credit.line, on: credit.day)
    let due = standing.balance(.dueFromSchools)
    guard credit.amount <= due else { throw EventRefusal.creditNotDue(credit.amount, due: due) }
    return Outcome(credit.creditReceived(for: line))
  }

  /// A line whose money is advanced, as it stands on a day.
  private func held(_ reference: PlanLineReference, on day: Day) async throws
    -> (line: PlanLine, standing: LineStanding)
  {
    let found = try await line(reference, on: day)
    guard found.line.held.isAdvanced else {
      throw EventRefusal.heldOtherwise(reference, found.line.held)
    }
    return found
  }

  func evidenced(
    _ evidence: LineSum, from origin: Origin
  ) async throws -> Outcome {
    let (line, standing) = try await held(evidence.line, on: evidence.day)
    let out = standing.balance(.advanced)
    let agreed = out + standing.committed(through: FinancialYear(of: evidence.day))
    let before = try await proofs(of: evidence.line).map(\.left).total()
    try hold(
      evidence.amount.magnitude, to: agreed - before, of: evidence.line.code, on: evidence.day)
    let (proposal, waiting) = evidence.evidenced(
      for: line, advanced: out)
    guard waiting > .zero else { return Outcome(proposal) }
    let fact = EvidenceWaiting(
      evidence.line, waiting, on: evidence.day, counted: evidence.amount - waiting
    ).fact(from: origin)
    return Outcome(proposals: [proposal], facts: [fact])
  }

  func end(_ ended: PlacementEnded, from origin: Origin) async throws -> Outcome {
    let (line, standing) = try await line(ended.line, on: ended.lastDay)
    let year = FinancialYear(of: ended.lastDay)
    let terms = policy.terms(on: year.first)
    var proposals = try ended.proposals(given: standing, terms: terms)
    // A later year has been committed and paid as if the placement went on.
    let closedYears = try await writer.closedYears()
    for later in standing.years where later > year {
      proposals += try ended.proposals(
        in: later, isClosed: closedYears.contains(later), given: standing, terms: terms)
    }
    // What no open month of its year can release lapses with the year.
    proposals.removeAll { proposal in
      proposal.event == .commitmentReleased
        && FinancialYear(of: firstOpenDay(for: proposal.day)) != FinancialYear(of: proposal.day)
    }
    if let to = line.to, to < ended.lastDay {
      throw EventRefusal.endedAlready(line.reference, to)
    }
    if line.to == ended.lastDay, proposals.allSatisfy(\.isEmpty) {
      throw EventRefusal.endedAlready(line.reference, ended.lastDay)
    }
    let shortened = try PlanLine(
      line.reference, for: line.purpose, section: line.section, from: line.fund, line.use,
      held: line.held, rate: line.rate, proRata: line.proRata, instalments: line.instalments,
      days: line.from, to: max(ended.lastDay, line.from), decision: line.decision,
      isLast: standing.versions.contains { $0.from > line.from })
    return Outcome(proposals: proposals, facts: [shortened.fact(from: origin)])
  }
}
