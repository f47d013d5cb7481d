public import Bookkeeping
public import Funding

/// All that may be asked of a ledger, as far as its records count.
///
/// Every answer keeps to ``last``: what was recorded later, an import that was taken back later and a
/// setting that was adopted later are as if they had not been.
public protocol LedgerReading {
  /// What the answers are made of.
  var questions: any StoreQuestions { get }

  /// The number of the last record that counts; `.max` where all do.
  var last: Int { get }

  /// The numbers of the imports that were taken back.
  func undoneImports() async throws(StorageFailure) -> Set<Int>
}

extension LedgerReading {
  /// The last record that counts.
  public func head() async throws(StorageFailure) -> Head {
    let whole = try await questions.head()
    if last >= whole.number { return whole }
    return try await questions.head(at: last) ?? .none
  }

  /// The digest of a record, or none where there is no such record.
  public func digest(of number: Int) async throws(StorageFailure) -> Digest? {
    number > last ? nil : try await questions.head(at: number)?.digest
  }

  /// The last record that had been recorded by the end of a day; 0 where there was none.
  public func lastRecorded(by day: Day) async throws(StorageFailure) -> Int {
    min(try await questions.lastRecorded(by: day), last)
  }

  /// The records with those numbers, in order.
  public func records(_ numbers: ClosedRange<Int>) async throws(StorageFailure) -> [JournalRecord] {
    guard numbers.lowerBound <= last else { return [] }
    return try await questions.records(numbers.lowerBound...min(numbers.upperBound, last))
  }

  /// One record, or none where there is no such number.
  public func record(_ number: Int) async throws(StorageFailure) -> JournalRecord? {
    guard number > 0 else { return nil }
    return try await records(number...number).first
  }

  /// The records filed under a word, in order.
  public func records(mentioning mention: Mention) async throws(StorageFailure) -> [JournalRecord] {
    try await questions.records(mentioning: mention, through: last)
  }

  /// Entries in order of day and then number, so many after a place.
  ///
  /// `accounts` leaves only those that moved something in one of them; none is every entry.
  public func entriesByDay(
    in days: DaySpan, touching accounts: Set<Account>? = nil, after place: DayPosition?, limit: Int
  ) async throws(StorageFailure) -> [JournalRecord] {
    try await questions.entriesByDay(
      in: days, touching: accounts, through: last, after: place, limit: limit)
  }

  /// What moved between accounts on some days, each pair of accounts and kind of event once.
  ///
  /// `account` leaves only what came to it or went from it.
  public func flows(_ days: DaySpan = .always, account: Account? = nil)
    async throws(StorageFailure) -> [Flow]
  {
    try await questions.flows(FlowQuery(days, account: account, through: last))
  }

  /// What stands in each coding at the end of a day; codings with nothing in them are left out.
  public func balances(through day: Day) async throws(StorageFailure) -> [Coding: Money] {
    try await questions.balances(by: day, through: last)
  }
}

extension LedgerReading {
  /// The facts filed under a word, leaving out those of imports that were taken back.
  public func facts(_ mention: Mention) async throws(StorageFailure) -> [NumberedFact] {
    let undone = try await undoneImports()
    return try await records(mentioning: mention).compactMap { record in
      guard let fact = record.content.fact, !fact.source.isUndone(undone) else { return nil }
      return NumberedFact(number: record.number, fact: fact)
    }
  }

  public func undoneImports() async throws(StorageFailure) -> Set<Int> {
    Set(
      try await records(mentioning: .fact(.importUndone))
        .compactMap { $0.content.fact.flatMap { ImportReference($0.subject)?.number } })
  }

  /// The months that take no entry.
  public func closedMonths() async throws(StorageFailure) -> Set<Month> {
    var changes: [JournalRecord] = []
    for kind in [FactKind.periodClosed, .periodReopened] {
      changes += try await records(mentioning: .fact(kind))
    }
    return changes.sorted { $0.number < $1.number }.reduce(into: []) { months, record in
      guard let fact = record.content.fact, let month = Month(fact.subject) else { return }
      if fact.kind == .periodClosed { months.insert(month) } else { months.remove(month) }
    }
  }

  /// The settings that have been adopted.
  public func policy() async throws(StorageFailure) -> Policy {
    Policy(try await facts(.fact(.policyAdopted)).map(\.fact))
  }
}

extension LedgerReading {
  /// What stands for a plan line.
  public func standing(of line: PlanLineReference) async throws(StorageFailure) -> LineStanding {
    LineStanding(
      of: line, from: try await records(mentioning: .line(line)),
      undone: try await undoneImports())
  }

  /// What stands for a contract.
  public func standing(of contract: ContractReference) async throws(StorageFailure)
    -> ContractStanding
  {
    ContractStanding(
      of: contract, facts: try await facts(.fact(.contract, of: contract.code)).map(\.fact),
      grants: try await grants().filter { $0.contract == contract },
      records: try await records(mentioning: .contract(contract)))
  }

  /// Everything that was granted, in order.
  public func grants() async throws(StorageFailure) -> [GrantRecord] {
    try await facts(.fact(.decisionApproved)).compactMap { GrantRecord($0.fact) }
  }

  /// A request, as it was last put.
  public func request(_ reference: DecisionReference) async throws(StorageFailure)
    -> BudgetRequest?
  {
    try await facts(.fact(.budgetRequest, of: reference.code)).last
      .flatMap { BudgetRequest($0.fact) }
  }
}

extension LedgerReading {
  /// The years that have been closed.
  public func closedYears() async throws(StorageFailure) -> Set<FinancialYear> {
    Set(
      try await facts(.fact(.yearClosed)).compactMap { FinancialYear($0.fact.subject) })
  }
}
