public import Bookkeeping
public import Funding

/// All that may be asked of a ledger, wherever it is kept.
///
/// Nothing here says what that place is: one file on this machine, or a server that many share. The
/// journal is never handed over whole.
public protocol LedgerReading {
  /// The last record and its digest.
  func head() async throws(StorageFailure) -> Head

  /// The digest of a record, or none where there is no such record.
  func digest(of number: Int) async throws(StorageFailure) -> Digest?

  /// The last record that had been recorded by the end of a day; 0 where there was none.
  func lastRecorded(by day: Day) async throws(StorageFailure) -> Int

  /// The records with those numbers, in order.
  func records(_ numbers: ClosedRange<Int>) async throws(StorageFailure) -> [JournalRecord]

  /// The records filed under a word, in order.
  func records(mentioning mention: Mention) async throws(StorageFailure) -> [JournalRecord]

  /// Entries in order of day and then number, so many after a place.
  func entriesByDay(in days: DaySpan, after place: DayPosition?, limit: Int)
    async throws(StorageFailure) -> [JournalRecord]

  /// The same, of those entries only that moved something in one of some accounts.
  func entriesByDay(
    in days: DaySpan, touching accounts: Set<Account>, after place: DayPosition?, limit: Int
  ) async throws(StorageFailure) -> [JournalRecord]

  /// What moved between accounts, each pair of accounts and kind of event once.
  func flows(_ query: FlowQuery) async throws(StorageFailure) -> [Flow]

  /// What stands in each coding at the end of a day. Codings with nothing in them are left out.
  func balances(through day: Day) async throws(StorageFailure) -> [Coding: Money]

  /// How often each row has been posted, leaving out imports that were taken back.
  func occurrences(of rows: [RowIdentity]) async throws(StorageFailure) -> [RowIdentity: Int]

  /// The posted rows alike in payee, amount and reference, leaving out imports taken back.
  func twins(of rows: [UInt64]) async throws(StorageFailure) -> [UInt64: [SeenRow]]

  /// The months that take no entry.
  func closedMonths() async throws(StorageFailure) -> Set<Month>
}

extension LedgerReading {
  /// One record, or none where there is no such number.
  public func record(_ number: Int) async throws(StorageFailure) -> JournalRecord? {
    guard number > 0 else { return nil }
    return try await records(number...number).first
  }

  /// The facts filed under a word, leaving out those of imports that were taken back.
  public func facts(_ mention: Mention) async throws(StorageFailure) -> [NumberedFact] {
    let undone = try await undoneImports()
    return try await records(mentioning: mention).compactMap { record in
      guard let fact = record.content.fact, !fact.source.isUndone(undone) else { return nil }
      return NumberedFact(number: record.number, fact: fact)
    }
  }

  /// The numbers of the imports that were taken back.
  public func undoneImports() async throws(StorageFailure) -> Set<Int> {
    let records = try await records(mentioning: .fact(.importUndone))
    return Set(
      records.compactMap { $0.content.fact.flatMap { ImportReference($0.subject)?.number } })
  }

  /// The settings that have been adopted.
  public func policy() async throws(StorageFailure) -> Policy {
    Policy(try await facts(.fact(.policyAdopted)).map(\.fact))
  }

  /// What stands for a plan line.
  public func standing(of line: PlanLineReference) async throws(StorageFailure) -> LineStanding {
    LineStanding(
      of: line, from: try await records(mentioning: .line(line)),
      undone: try await undoneImports())
  }
}

extension LedgerReading {
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
