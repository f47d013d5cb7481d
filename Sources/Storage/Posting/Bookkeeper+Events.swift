import Bookkeeping
import Funding

/// What an event comes to: entries, and what is to be remembered.
struct Outcome {
  var proposals: [Proposal] = []
  var facts: [Fact] = []
}

extension Outcome {
  init(_ proposal: Proposal) { proposals = [proposal] }
}

extension Bookkeeper {
  /// Applies the rule of an event to what stands in the ledger.
  func outcome(of event: FundingEvent, from origin: Origin) async throws -> Outcome {
    switch event {
    case .yearOpened(let opened):
      return Outcome(try await begun(opened))
    case .grantPublished(let grant):
      return try await published(grant, from: origin)
    case .grantInstalmentReceived(let instalment):
      try await hold(instalment)
      return Outcome(instalment.proposal)
    case .blockTransferred(let transfer):
      return Outcome(try await moved(transfer, isByHand: origin.isByHand))
    case .budgetSet(let budget):
      return try await set(budget, from: origin)
    case .planLineDecided(let line):
      return try await decided(line, from: origin)
    case .commitmentMade(let fund, let use, let amount, let day):
      try positive(amount)
      try await requireNoVersions(use.contract)
      try hold(amount, for: fund, use, on: day)
      return Outcome(.commitmentMade(fund, use, amount, on: day))
    case .commitmentReleased(let target, let amount, let day):
      return try await released(target, amount, on: day)
    case .invoiceReceived(let target, let amount, let day):
      return try await invoiced(target, amount, on: day)
    case .invoicePaid(let target, let amount, let day):
      return try await paidInvoice(target, amount, on: day)
    case .paymentMade(let target, let amount, let day, let namesCommitment):
      return try await paid(target, amount, on: day, namesCommitment: namesCommitment)
    case .paymentNotPlaced(let amount, let day):
      return Outcome(.paymentNotPlaced(amount, on: day))
    case .paymentPlaced(let record, let target, let day, let authority):
      return try await placed(record, target, on: day, authority: authority)
    case .directPaymentAdvanced(let advance): return try await advanced(advance)
    case .directPaymentEvidenced(let evidence):
      return try await evidenced(evidence, from: origin)
    case .directPaymentReturned(let back): return try await returned(back)
    case .placementEnded(let ended): return try await end(ended, from: origin)
    case .creditDue(let credit): return try await due(credit)
    case .creditReceived(let credit): return try await received(credit)
    case .contributionAgreed(let sum):
      try await requireAgreed(sum)
      if sum.fund.pool != nil { throw EventRefusal.resting(.shareOfPool(sum.fund)) }
      if sum.amount < .zero {
        try hold(-sum.amount, to: try await agreed(by: sum), of: sum.giver, on: sum.day)
      }
      return Outcome(sum.agreed)
    case .contributionDue(let sum): return try await due(sum)
    case .contributionReceived(let contribution): return try await received(contribution)
    case .poolAgreed(let agreed): return try await self.agreed(agreed, from: origin)
    case .poolContributionPaid(let contribution): return try await paid(contribution)
    case .poolSpent(let spent): return try await self.spent(spent)
    case .contractAgreed(let contract): return try await agreed(contract, from: origin)
    case .budgetRequested(let request): return try await requested(request, from: origin)
    case .evidenceFound(let evidence): return try await found(evidence, from: origin)
    case .receipt(let receipt):
      try await tellReplaced(receipt)
      return Outcome(facts: [receipt.fact(from: origin)])
    }
  }

  func positive(_ amount: Money) throws(EventRefusal) {
    guard amount > .zero else { throw .amountNotPositive(amount) }
  }

  // MARK: The grant and the budget

  private func published(_ grant: GrantPublished, from origin: Origin) async throws -> Outcome {
    let earlier = try await writer.all(GrantPublished.self, of: grant.year.description)
    if earlier.contains(where: { $0.value.published == grant.published }) {
      throw EventRefusal.publicationDayTaken(grant.year, grant.published)
    }
    let latest = earlier.max { $0.value.published < $1.value.published }
    let fact = grant.fact(from: origin)
    // An older publication than the one in force is kept, and changes nothing.
    if let latest, latest.value.published > grant.published { return Outcome(facts: [fact]) }
    try await tellTransfers(beyond: grant)
    return Outcome(
      proposals: [grant.proposal(after: latest?.value, posted: latest?.number)], facts: [fact])
  }

  /// Holds an instalment to what the department still owes, and one that goes back to what it paid.
  private func hold(_ instalment: GrantInstalmentReceived) async throws {
    let day = instalment.day
    guard let (block, name) = agreedSums.sum(for: instalment.fund, on: day) else { return }
    let debtor = Account(Coding(instalment.fund, .dueFromDepartment))
    let owed = try await balance(of: debtor, in: DaySpan(), events: .notClosing)
    try hold(
      instalment.amount.magnitude, to: instalment.amount > .zero ? owed : block - owed, of: name,
      on: day)
  }

  /// A fund begins once with what was carried into it, and not after its first year was closed: what a year begins
  /// with is then what the one before it has closed with.
  private func begun(_ opened: YearOpened) async throws -> Proposal {
    try positive(opened.amount)
    let year = FinancialYear(of: opened.day)
    if try await writer.closedYears().contains(year) {
      throw EventRefusal.opening(.yearIsOver(year))
    }
    let began = try await balance(
      of: Account(opened.told), in: DaySpan(), events: .only([.yearOpened]))
    guard began == .zero else {
      throw EventRefusal.opening(.begunAlready(opened.fund, with: began.magnitude))
    }
    return opened.proposal
  }

  private func set(_ budget: BudgetSet, from origin: Origin) async throws -> Outcome {
    let year = FinancialYear(of: budget.day)
    if try await writer.closedYears().contains(year) {
      throw EventRefusal.resting(.budgetOfClosed(year))
    }
    let earlier = try await writer.last(BudgetVersion.self, of: budget.subject)
    if let earlier, earlier.value.version >= budget.version {
      throw EventRefusal.versionNotNewer(given: budget.version, latest: earlier.value.version)
    }
    if budget.line != nil { try hold(budget.amount, for: budget.fund, on: budget.day) }
    return Outcome(
      proposals: [budget.proposal(after: earlier?.value.amount, posted: earlier?.number)],
      facts: [budget.fact(from: origin)])
  }

  // MARK: Plan lines

  /// `mayMove` is whether it may be at another place of the accounts than before: by a decision of two people, which
  /// takes back what stood at the first.
  func decided(
    _ line: PlanLine, from origin: Origin, mayMove: Bool = false
  ) async throws -> Outcome {
    guard line.proRata.counts(line.rate.per) else {
      throw EventRefusal.proRataNotFor(line.rate.per, line.proRata)
    }
    let standing = try await writer.standing(of: line.reference)
    if !mayMove { try requirePlace(of: line, given: standing) }
    try await tellReplaced(by: line)
    let proposals = try openYears(from: line.from).flatMap { year in
      try standing.commitments(adding: line, in: year, terms: policy.terms(on: year.first))
    }
    try hold(proposals, for: line.fund)
    return Outcome(proposals: proposals, facts: [line.fact(from: origin)])
  }

  /// Holds what is set aside for one thing in each year to what is agreed for the whole fund: a budget of a
  /// line may be divided and moved, and what one child or one contract costs is less than the block.
  func hold(_ proposals: [Proposal], for fund: Fund) throws(EventRefusal) {
    let years = Dictionary(grouping: proposals) { FinancialYear(of: $0.day) }
    for (year, proposals) in years.sorted(by: { $0.key < $1.key }) {
      // A block that is nil in what was published so far is not known yet.
      guard let (agreed, name) = agreedSums.sum(for: fund, on: year.first), agreed > .zero else {
        continue
      }
      let sum = proposals.flatMap(\.movements).map { moved -> Money in
        (moved.debit.heading == .committed ? moved.amount : .zero)
          - (moved.credit.heading == .committed ? moved.amount : .zero)
      }
      try hold(sum.total(), to: agreed, of: name, on: year.first)
    }
  }

  /// The years from that of a day to that of recording, but for those that are closed: they are not
  /// committed again.
  func openYears(from day: Day) -> [FinancialYear] {
    let first = FinancialYear(of: day)
    return (first...max(first, FinancialYear(of: latest)))
      .filter { !closed.contains(Month(of: $0.last)) }
  }

  /// A plan line as it stands on a day, with what is known of it.
  func line(_ reference: PlanLineReference, on day: Day) async throws
    -> (line: PlanLine, standing: LineStanding)
  {
    let standing = try await writer.standing(of: reference)
    guard let line = standing.line(on: day) else { throw EventRefusal.lineNotKnown(reference) }
    return (line, standing)
  }

  /// What stands in an account over some days: a debit is positive.
  func balance(
    of account: Account, in days: DaySpan, events: EventFilter = .all
  ) async throws(StorageFailure) -> Money {
    try await writer.flows(days, account: account).map { flow in
      guard events.includes(flow.event) else { return .zero }
      return (flow.debit == account ? flow.amount : .zero)
        - (flow.credit == account ? flow.amount : .zero)
    }.total()
  }
}
