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

  /// Every entry of a day; `accounts` as above.
  public func entries(
    of day: Day, touching accounts: Set<Account>? = nil
  ) async throws(StorageFailure) -> [JournalRecord] {
    try await entries(in: DaySpan(day...day), touching: accounts)
  }

  /// Every entry of some days.
  func entries(
    in days: DaySpan, touching accounts: Set<Account>?
  ) async throws(StorageFailure) -> [JournalRecord] {
    var pages = EntryPages(self, in: days, touching: accounts)
    var found: [JournalRecord] = []
    while let page = try await pages.next() { found += page }
    return found
  }

  /// Goes through records in their order, a thousand at a time.
  package func eachRecord(
    _ numbers: ClosedRange<Int>, _ take: (JournalRecord) -> Void
  ) async throws(StorageFailure) {
    let page = 1_000
    for first in stride(from: numbers.lowerBound, through: numbers.upperBound, by: page) {
      for record in try await records(first...min(first + page - 1, numbers.upperBound)) {
        take(record)
      }
    }
  }

  /// Whether an entry was taken back whole.
  public func isReversed(_ number: Int) async throws(StorageFailure) -> Bool {
    try await records(mentioning: .corrects(number))
      .contains { $0.content.entry?.correction == .reverses(number) }
  }

  /// The first record that takes an entry back, or puts it right, and was not taken back itself.
  public func correction(of number: Int) async throws(StorageFailure) -> JournalRecord? {
    for later in try await records(mentioning: .corrects(number))
    where try await !isReversed(later.number) {
      return later
    }
    return nil
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

  /// Everything of a kind that holds, in order, each with the record that says it.
  ///
  /// `subject` leaves only what is about that.
  public func all<Value: Noted>(_ kind: Value.Type, of subject: String? = nil)
    async throws(StorageFailure) -> [Numbered<Value>]
  {
    let mention = subject.map { Mention.fact(Value.kind, of: $0) } ?? .fact(Value.kind)
    return try await records(mentioning: mention).facts(without: await undoneImports())
      .read(as: kind)
  }

  /// The last of a kind that holds, as it was recorded.
  public func last<Value: Noted>(_ kind: Value.Type, of subject: String? = nil)
    async throws(StorageFailure) -> Numbered<Value>?
  {
    try await all(kind, of: subject).last
  }

  /// The facts filed under a word, leaving out those of imports that were taken back.
  ///
  /// `first` is a record after which they were recorded.
  ///
  /// - Throws: ``StorageFailure/unreadableRecord(_:)`` for the first that cannot be read as what it is.
  public func facts(
    _ mention: Mention, after first: Int = 0
  ) async throws(StorageFailure) -> [NumberedFact] {
    let found =
      first == 0
      ? try await records(mentioning: mention)
      : try await questions.records(mentioning: mention, after: first, through: last)
    let facts = found.facts(without: try await undoneImports())
    for found in facts where !found.fact.isReadable { throw .unreadableRecord(found.number) }
    return facts
  }

  public func undoneImports() async throws(StorageFailure) -> Set<Int> {
    let facts = try await records(mentioning: .fact(.importUndone)).facts()
    return Set(try facts.read(as: ImportUndone.self).map(\.value.reference.number))
  }

  /// The months that take no entry: each that was closed and those before it, but for what was opened again since.
  public func closedMonths() async throws(StorageFailure) -> Set<Month> {
    let closed = try await all(PeriodClosed.self)
      .map { (number: $0.number, month: $0.value.month, isClosed: true) }
    let reopened = try await all(PeriodReopened.self)
      .map { (number: $0.number, month: $0.value.month, isClosed: false) }
    if closed.isEmpty { return [] }
    let first = try await last(Charter.self).map { Month(of: $0.value.firstYear.first) }
    return (closed + reopened).sorted { $0.number < $1.number }.reduce(into: []) { months, change in
      guard change.isClosed else {
        months.remove(change.month)
        return
      }
      let upTo = min(first ?? change.month, change.month)
      months.formUnion(sequence(first: upTo) { $0 < change.month ? $0.next : nil })
    }
  }

  /// Of the closed months those that are meant, and the first open day after each.
  public func firstOpenDays(
    of isMeant: (Month) -> Bool
  ) async throws(StorageFailure) -> [Month: Day] {
    let closed = try await closedMonths()
    return closed.filter(isMeant).reduce(into: [:]) { $0[$1] = $1.firstOpenDay(past: closed) }
  }

  /// The settings that have been adopted.
  public func policy() async throws(StorageFailure) -> Policy {
    Policy(try await all(Policy.Adopted.self).map(\.value))
  }

  /// What stands for a plan line.
  public func standing(of line: PlanLineReference) async throws(StorageFailure) -> LineStanding {
    let approvals = try await questions.records(
      mentioning: .line(line), and: .fact(ApprovalRecord.kind), through: last)
    return LineStanding(
      of: line, versions: try await all(PlanLine.self, of: line.code).map(\.value),
      grants: try approvals.facts(without: await undoneImports()).read(as: ApprovalRecord.self)
        .compactMap(\.value.grant),
      postings: try await questions.postings(of: line, through: last))
  }

  /// What stands for a contract.
  public func standing(of contract: ContractReference) async throws(StorageFailure)
    -> ContractStanding
  {
    ContractStanding(
      of: contract, versions: try await all(Contract.self, of: contract.code).map(\.value),
      grants: try await grants().filter { $0.contract == contract },
      records: try await records(mentioning: .contract(contract)))
  }

  /// Everything that was granted, in order.
  public func grants() async throws(StorageFailure) -> [GrantRecord] {
    try await all(ApprovalRecord.self).compactMap(\.value.grant)
  }

  /// A request, as it was last put.
  public func request(_ reference: DecisionReference) async throws(StorageFailure)
    -> BudgetRequest?
  {
    try await last(BudgetRequest.self, of: reference.code)?.value
  }

  /// The years that have been closed.
  public func closedYears() async throws(StorageFailure) -> Set<FinancialYear> {
    Set(try await all(ClosedYear.self).map(\.value.year))
  }

  /// The posted rows alike in payee, amount and reference, leaving out imports taken back.
  public func twins(of rows: [UInt64]) async throws(StorageFailure) -> [UInt64: [SeenRow]] {
    Dictionary(grouping: try await standing(await questions.seen(twins: rows)), by: \.identity.twin)
  }

  /// Of some posted rows, those whose import counts and was not taken back.
  private func standing(_ rows: [SeenRow]) async throws(StorageFailure) -> [SeenRow] {
    if rows.isEmpty { return [] }
    let gone = try await undoneImports().union(await laterImports())
    return rows.filter { !gone.contains($0.batch) }
  }

  /// The numbers of the imports that were recorded after the last record that counts.
  private func laterImports() async throws(StorageFailure) -> Set<Int> {
    guard try await questions.head().number > last else { return [] }
    let facts = try await questions.records(mentioning: .fact(.fileImported), through: .max).facts()
    return Set(
      try facts.filter { $0.number > last }.read(as: FileImported.self)
        .map(\.value.reference.number))
  }
}

extension Month {
  /// Its first day, or that of the first month after it that is not closed.
  func firstOpenDay(past closed: Set<Month>) -> Day {
    (sequence(first: self, next: \.next).first { !closed.contains($0) } ?? self).first
  }
}
