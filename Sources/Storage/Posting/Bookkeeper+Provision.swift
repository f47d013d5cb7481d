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
    let before = try await openProof(of: evidence.line).map(\.left).total()
    try hold(
      evidence.amount.magnitude, to: agreed - before, of: evidence.line.code, on: evidence.day)
    let (proposal, waiting) = evidence.evidenced(
      for: line, advanced: out)
    guard waiting > .zero else { return Outcome(proposal) }
    let fact = EvidenceWaiting(evidence.line, waiting, on: evidence.day).fact(from: origin)
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

  /// Posts proof that was waiting for money, now that some has been advanced.
  func evidenceWaiting(for advance: DirectPaymentAdvanced) async throws -> [Int] {
    var numbers: [Int] = []
    for found in try await openProof(of: advance.line) {
      let (line, standing) = try await held(advance.line, on: advance.paid)
      let amount = min(found.left, standing.balance(.advanced))
      guard amount > .zero else { continue }
      var voucher = Voucher()
      let evidence = LineSum(advance.line, amount, on: advance.paid)
      voucher.add(
        evidence.evidenced(for: line, advanced: amount).posted,
        from: .rule(name: Self.waitingRule, record: found.number),
        on: try postingDay(for: advance.paid))
      numbers += try await write(voucher)
    }
    return numbers
  }

  private static let waitingRule = "evidence-waiting"

  /// The proof that waits for money: its record, and what of it was not posted yet.
  ///
  /// What could be posted at once stands in the record before; who takes that back takes back the whole.
  private func openProof(of line: PlanLineReference) async throws -> [(number: Int, left: Money)] {
    let facts = try await writer.facts(.fact(.evidenceWaiting, of: line.code))
    if facts.isEmpty { return [] }
    let records = try await writer.records(mentioning: .line(line))
    let reversed = Set(
      records.compactMap { record in
        record.content.entry?.correction.flatMap { $0.isReversal ? $0.number : nil }
      })
    return facts.compactMap { found in
      guard let waiting = EvidenceWaiting(found.fact) else { return nil }
      let before = records.last { $0.number < found.number }
      let isTakenBack =
        before.map { record in
          record.number == found.number - 1 && reversed.contains(record.number)
            && record.content.event == .directPaymentEvidenced
            && record.content.sources.contains { $0.origin == found.fact.source.origin }
        } ?? false
      if isTakenBack { return nil }
      return (found.number, waiting.amount - posted(for: found.number, in: records))
    }
  }

  /// What has been posted already of a proof that waited.
  private func posted(for fact: Int, in records: [JournalRecord]) -> Money {
    records.compactMap(\.content.entry).flatMap(\.parts).filter { part in
      part.source.origin == .rule(name: Self.waitingRule, record: fact)
    }.flatMap(\.movements).filter { $0.debit.heading == .spent }.map(\.amount).total()
  }
}
