public import Bookkeeping
public import Funding

/// What a store can be asked, all of it answered from one snapshot.
///
/// Each question is about what is kept, and answered once a store. What follows from the answers, such
/// as which months are closed, is worked out above the stores: see ``LedgerReading``.
///
/// Nothing here says what that place is: one file on this machine, or a server that many share. The
/// journal is never handed over whole.
///
/// Where a question has a `last`, records of later numbers do not count.
public protocol StoreQuestions {
  /// The last record of the snapshot.
  func head() async throws(StorageFailure) -> Head

  /// The number, the digest and the day of a record, or none where there is no such record.
  func head(at number: Int) async throws(StorageFailure) -> Head?

  /// The last record that had been recorded by the end of a day; 0 where there was none.
  func lastRecorded(by day: Day) async throws(StorageFailure) -> Int

  /// The records with those numbers, in order.
  func records(_ numbers: ClosedRange<Int>) async throws(StorageFailure) -> [JournalRecord]

  /// The records filed under a word, in order.
  func records(mentioning mention: Mention, through last: Int)
    async throws(StorageFailure) -> [JournalRecord]

  /// Those of them that were recorded after one.
  func records(mentioning mention: Mention, after first: Int, through last: Int)
    async throws(StorageFailure) -> [JournalRecord]

  /// The records filed under both of two words, in order.
  func records(mentioning mention: Mention, and other: Mention, through last: Int)
    async throws(StorageFailure) -> [JournalRecord]

  /// The movements that touch a plan line, in order.
  func postings(of line: PlanLineReference, through last: Int)
    async throws(StorageFailure) -> [LinePosting]

  /// Entries in order of day and then number, so many after a place.
  ///
  /// `accounts` leaves only those that moved something in one of them; none is every entry.
  func entriesByDay(
    in days: DaySpan, touching accounts: Set<Account>?, through last: Int,
    after place: DayPosition?, limit: Int
  ) async throws(StorageFailure) -> [JournalRecord]

  /// What moved between accounts, each pair of accounts and kind of event once.
  func flows(_ query: FlowQuery) async throws(StorageFailure) -> [Flow]

  /// What stands in each coding at the end of a day. Codings with nothing in them are left out.
  func balances(by day: Day, through last: Int) async throws(StorageFailure) -> [Coding: Money]

  /// The posted rows alike in payee, amount and reference, whatever became of their imports.
  func seen(twins rows: [UInt64]) async throws(StorageFailure) -> [SeenRow]

  /// Shows every record as it is kept, in order, for as long as the visitor wants more.
  ///
  /// - Returns: false where movements are kept of records that come after the last.
  func eachRecord(_ visit: (KeptRecord) -> Bool) async throws(StorageFailure) -> Bool

  /// Shows everything that is kept beside the records, in any order.
  func eachKept(_ visit: (KeptRow) -> Void) async throws(StorageFailure)
}

/// Which flows are asked for.
public struct FlowQuery: Hashable, Sendable {
  public let days: DaySpan
  /// Only what came to or went from that account; every account where none is given.
  public let account: Account?
  /// The last record that counts.
  public let last: Int

  public init(_ days: DaySpan = .always, account: Account? = nil, through last: Int = .max) {
    self.days = days
    self.account = account
    self.last = last
  }

  /// Whether a flow touches the account asked for.
  public func includes(_ flow: Flow) -> Bool {
    account.map { $0 == flow.debit || $0 == flow.credit } ?? true
  }
}
