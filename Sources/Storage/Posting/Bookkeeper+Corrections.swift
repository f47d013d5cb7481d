public import Bookkeeping
public import Funding

extension Bookkeeper {
  /// Takes an entry back whole, by one that runs the other way.
  ///
  /// `evenSo` is whether rows that rest on it do not stand in the way.
  /// - Returns: the number of the reversal.
  @discardableResult
  public func reverse(
    _ number: Int, because reason: LedgerText, evenSo: Bool = false
  ) async throws(PostingFailure) -> Int {
    try await posting {
      let record = try await writer.record(number)
      if let proof = try await proof(record), proof.proof.changes == nil {
        return try await reverse(proof, because: reason, evenSo: evenSo)
      }
      if let record, let proof = record.countsProof {
        throw EventRefusal.countsOfProof(number, proof: proof)
      }
      let event = record?.content.event
      if event?.hasVersions == true { throw EventRefusal.resting(.versionStands(number)) }
      if let record, let contract = try await contract(dividedBy: record) {
        throw EventRefusal.contractSetsAside(contract)
      }
      if event?.isClosing == true { throw EventRefusal.yearIsClosed(by: number) }
      let beside = if let record { try await facts(beside: record) } else { [NumberedFact]() }
      if let record { try requireAlone(record, beside) }
      let agrees = event == .poolAgreed || event == .contributionAgreed
      let share = agrees ? beside.lazy.compactMap { AgreedShare($0.fact) }.first : nil
      if let share, let later = try await entry(spending: share, after: number) {
        throw EventRefusal.laterRests(on: number, later: later)
      }
      let reversal = try await takeBack(number, because: reason, evenSo: evenSo)
      if let share { try await withdraw(share, because: reason) }
      if let record, record.content.event == .directPaymentEvidenced {
        try await takeBackProof(beside: record, because: reason)
      }
      try await settleProof()
      return reversal
    }
  }

  /// The contract whose sum an entry sets aside, states for a child or gives back, as its versions and what
  /// was granted of it say: less of it, and the parts would not be the whole.
  private func contract(dividedBy record: JournalRecord) async throws -> ContractReference? {
    guard case .posted(let event, let entry) = record.content else { return nil }
    switch event {
    case .sumReleased, .budgetStated, .budgetWithdrawn: break
    case .commitmentMade, .commitmentReleased:
      // What was set aside or let go by hand is what does not belong there.
      if entry.parts.contains(where: \.source.origin.isByHand) { return nil }
    default: return nil
    }
    let codings = entry.movements.flatMap { [$0.debit, $0.credit] }
    for coding in codings where coding.heading == .committed {
      if let contract = try await known(coding.use.contract) { return contract }
    }
    return nil
  }

  /// A contract, if there is a version of it.
  private func known(_ contract: ContractReference?) async throws -> ContractReference? {
    guard let contract, try await writer.last(Contract.self, of: contract.code) != nil else {
      return nil
    }
    return contract
  }

  /// Refuses to set aside for a contract, or to release, what its versions do not say.
  func requireNoVersions(_ contract: ContractReference?) async throws {
    if let contract = try await known(contract) { throw EventRefusal.contractSetsAside(contract) }
  }

  /// Takes an entry back; `origin` is the rule by which, where it is none of a person's.
  func takeBack(
    _ number: Int, because reason: LedgerText, evenSo: Bool, from origin: Origin? = nil
  ) async throws(PostingFailure) -> Int {
    try await posting {
      guard let record = try await writer.record(number),
        case .posted(let event, let entry) = record.content
      else { throw EventRefusal.notAnEntry(number) }
      if case .reverses(let other) = entry.correction {
        throw EventRefusal.alreadyCorrected(other, by: number)
      }
      let later = try await writer.records(mentioning: .corrects(number))
      if let reversal = later.first(where: { $0.content.entry?.correction == .reverses(number) }) {
        throw EventRefusal.alreadyCorrected(number, by: reversal.number)
      }
      for found in later where try await !writer.isReversed(found.number) {
        throw EventRefusal.laterRests(on: number, later: found.number)
      }
      if !evenSo { try await requireNoRowRests(on: number, event, entry) }
      try await remember(entry)
      let year = FinancialYear(of: entry.day)
      if event == .yearOpened, try await writer.closedYears().contains(year) {
        throw EventRefusal.resting(.yearBeganWith(number, year))
      }
      // Of most entries the months say it already.
      if event.isScheduling, closed.contains(Month(of: year.last)),
        try await writer.closedYears().contains(year)
      {
        throw EventRefusal.lapsed(number, with: year)
      }
      let own = entry.belongsTo
      let day = firstOpenDay(for: entry.day)
      let source = Source(
        origin ?? word(on: LedgerText("record", number)),
        details: [Detail(.reason, reason)])
      let reversal = try FundingEntry(
        entry.reversed(as: number, on: day, belongingTo: day == own ? nil : own, because: source))
      unsettle(entry, on: day)
      return try await append([draft(.posted(event, reversal))])
    }
  }

  /// Takes back a whole import: reverses its entries, and withdraws what it had noted.
  ///
  /// `evenSo` is whether rows of other files that rest on its entries do not stand in the way.
  /// - Returns: the number of entries reversed.
  public func undo(
    _ batch: ImportReference, because reason: LedgerText, evenSo: Bool = false
  ) async throws(PostingFailure) -> Int {
    try await posting {
      guard let found = try await writer.last(FileImported.self, of: batch.code) else {
        throw EventRefusal.importNotKnown(batch)
      }
      let first = found.value.first
      let undone = try await writer.undoneImports()
      if undone.contains(batch.number) { throw EventRefusal.importAlreadyUndone(batch) }
      if let later = try await writer.all(FileImported.self).first(where: { file in
        file.value.corrects == batch && !undone.contains(file.value.reference.number)
      }) {
        throw EventRefusal.laterRests(on: found.number, later: later.number)
      }
      if !evenSo { try await requireNoneKnownThrough(found.value, undone) }
      try await checkNothingRests(on: first...max(first, found.number))
      var count = 0
      var upper = found.number - 1
      // The last first, since a refund rests on its payment.
      while upper >= first {
        let lower = max(upper - 499, first)
        for record in try await writer.records(lower...upper).reversed() {
          if let gone = record.content.fact.flatMap(RowGone.init) {
            count += try await restore(gone)
            continue
          }
          if let proof = try await proof(record) {
            count += try await takeBackPosted(of: proof, because: reason).count
            continue
          }
          count += try await takeBackRestored(record, because: reason, evenSo: evenSo)
          guard let entry = record.content.entry, entry.correction?.isReversal != true,
            try await !writer.isReversed(record.number)
          else { continue }
          // Proof that was posted with the money that goes waits again.
          _ = try await takeBack(
            record.number, because: reason, evenSo: evenSo,
            from: record.countsProof.map(EvidenceWaiting.rule))
          count += 1
        }
        upper = lower - 1
      }
      for settled in try await writer.all(RowSettled.self)
      where settled.value.place.batch == batch && settled.value.way == .placed {
        for share in settled.value.shares {
          guard let record = try await writer.record(share.record) else { continue }
          if let proof = try await proof(record) {
            count += try await takeBack(proof, because: reason)?.count ?? 0
            continue
          }
          count += try await takeBackRestored(record, because: reason, evenSo: evenSo)
          guard record.content.entry != nil, try await !writer.isReversed(record.number) else {
            continue
          }
          _ = try await takeBack(record.number, because: reason, evenSo: evenSo)
          count += 1
        }
      }
      let source = Source(word(on: batch), details: [Detail(.reason, reason)])
      _ = try await keep(Fact(.importUndone, of: batch.code, on: nil, source))
      if evenSo { before = [:] }
      try await settleProof()
      return count
    }
  }

  /// Refuses to take records back on which later ones rest: a newer version of what one of them says, what
  /// the opening of a year has committed, what was paid under a share, an approved decision, or a row that
  /// would be posted again beside its like.
  ///
  /// Corrections of their entries are looked for as each is taken back.
  private func checkNothingRests(on records: ClosedRange<Int>) async throws {
    let last = records.upperBound
    let approvals = try await writer.all(ApprovalRecord.self).filter { $0.number > last }
    let gone = try await writer.goneRows()
    for first in stride(from: records.lowerBound, through: last, by: 500) {
      for record in try await writer.records(first...min(first + 499, last)) {
        guard let fact = record.content.fact else { continue }
        if let later = approvals.first(where: { $0.value.rests(on: fact) }) {
          throw DecisionRefusal.decided(later.value.reference.code, on: record.number)
        }
        if fact.kind.hasVersions,
          let later = try await writer.facts(.fact(fact.kind, of: fact.subject))
            .first(where: { $0.number > last })
        {
          throw EventRefusal.laterRests(on: record.number, later: later.number)
        }
        if let row = RowGone(fact),
          let later = try await importAgain(of: row, after: last, besides: gone)
        {
          throw EventRefusal.laterRests(on: last, later: later)
        }
        if let later = try await entry(restingOn: fact, after: last) {
          throw EventRefusal.laterRests(on: record.number, later: later)
        }
      }
    }
  }

  /// The entry that stands by which the opening of a year has since committed a plan line or a contract,
  /// by which money was paid into a part of a pool or spent of it, or moved out of a block by what was published of it.
  private func entry(restingOn fact: Fact, after last: Int) async throws -> Int? {
    let share = AgreedShare(fact)
    if let share, let later = try await entry(spending: share, after: last) { return later }
    let mention: Mention? =
      switch fact.kind {
      case .planLine: PlanLineReference(fact.subject).map { .line($0) }
      case .contract: ContractReference(fact.subject).map { .contract($0) }
      case .poolShare: share?.ours?.use.contract.map { .contract($0) }
      case .grantPublished: .event(.blockTransferred)
      default: nil
      }
    guard let mention else { return nil }
    return try await writer.records(mentioning: mention).standing.first { record in
      guard record.number > last else { return false }
      if fact.kind == .grantPublished {
        return record.content.entry.map { "\(FinancialYear(of: $0.belongsTo))" } == fact.subject
      }
      guard let share else {
        return record.content.sources.contains { source in
          if case .rule(name: "year-opened", _) = source.origin { true } else { false }
        }
      }
      return [.poolContributionPaid, .poolSpent].contains(record.content.event)
        && record.content.entry?.movements.contains { $0.debit.fund == share.part } == true
    }?.number
  }
}

extension ApprovalRecord {
  /// Whether the decision would be without what it was decided on.
  fileprivate func rests(on fact: Fact) -> Bool {
    switch fact.kind {
    case .budgetRequest: reference.code == fact.subject
    case .evidence: reference.code == fact.subject || contract.code == fact.subject
    case .contract: contract.code == fact.subject && version == fact.day
    default: false
    }
  }
}

extension EventKind {
  /// Whether it is put right by a newer version, and not by a reversal.
  fileprivate var hasVersions: Bool {
    self == .grantNotified || self == .budgetVoted || self == .budgetAllocated
  }
}

extension FactKind {
  /// Whether a later fact of the same subject is a newer version of it.
  fileprivate var hasVersions: Bool {
    self == .grantPublished || self == .budgetSet || self == .planLine
  }
}
