import Bookkeeping
import Funding
import GRDB
public import Storage

/// A ledger kept in one SQLite file.
public struct SQLiteStore: LedgerStore {
  let file: DatabaseFile

  /// Opens the ledger in a file that is there.
  public init(opening path: String, _ patience: Patience = .short) throws(StorageFailure) {
    file = try DatabaseFile(opening: path, as: .ledger, patience)
  }

  /// Makes a new ledger, in a file that is not there yet.
  public init(creating path: String) throws(StorageFailure) {
    file = try DatabaseFile(creating: path, as: .ledger)
  }

  public func snapshot<Result>(
    _ work: (any StoreQuestions) async throws -> Result
  ) async throws -> Result {
    try await file.snapshot { queue in try await work(try FileQuestions(queue)) }
  }

  public func write<Result>(
    _ work: (any LedgerWriter) async throws -> Result
  ) async throws -> Result {
    try await file.writing { queue in
      let file = try FileQuestions(queue, isWriting: true)
      do {
        let result = try await work(SQLiteWriter(file))
        try await file.finish()
        return result
      } catch {
        // What was taken is not to be written once the transaction has ended, and what it was refused for came
        // before whatever the work has thrown.
        try await file.giveUp()
        throw error
      }
    }
  }
}

extension SQLiteStore {
  /// What the file is found to be wrong in by itself: its rules, its codings, its pages.
  public func engineFault() async throws(StorageFailure) -> Verdict.Fault? {
    do {
      return try await file.snapshot { queue in
        try storing {
          try queue.inDatabase { db in
            // Where a page is damaged, whatever else is found may be for that.
            try db.ruleFault() ?? db.pageFault() ?? db.codingFault() ?? db.bookFault()
              ?? KeptSums(db).fault()
          }
        }
      }
    } catch let failure as StorageFailure {
      throw failure
    } catch {
      preconditionFailure("a snapshot fails only as a store does")
    }
  }
}

extension Database {
  /// Whether the file still has the rules with which it was made.
  fileprivate func ruleFault() throws -> Verdict.Fault? {
    let wanted = try DatabaseFile.rules(of: .ledger)
    let found = try rules()
    for (name, sql) in wanted.sorted(by: { $0.key < $1.key }) where found[name] != sql {
      return .ruleChanged(name)
    }
    return found.keys.filter { wanted[$0] == nil }.min().map { .ruleChanged($0) }
  }

  /// Whether each coding is in its book and its account.
  fileprivate func codingFault() throws -> Verdict.Fault? {
    let rows = try Row.fetchCursor(
      self,
      sql: """
        SELECT coding.text, account.text, book.layer, book.fund FROM coding
        LEFT JOIN account ON account.id = coding.account LEFT JOIN book ON book.id = coding.book
        """)
    while let row = try rows.next() {
      let text: String = try row.value(0)
      guard let coding = Coding(text), coding.text == text,
        try row.value(1) as String? == Account(coding).description,
        try row.value(2) as String? == coding.layer.rawValue,
        try row.value(3) as String? == coding.fund.description
      else { return .keptFigureDiffers("a coding") }
    }
    return nil
  }

  /// Whether each movement is in the book of both its codings.
  fileprivate func bookFault() throws -> Verdict.Fault? {
    let wrong = try Int.fetchOne(
      self,
      sql: """
        SELECT 1 FROM movement
        LEFT JOIN coding AS debit ON debit.id = movement.debit
        LEFT JOIN coding AS credit ON credit.id = movement.credit
        WHERE debit.book IS NOT movement.book OR credit.book IS NOT movement.book LIMIT 1
        """)
    return wrong.map { _ in .keptFigureDiffers("the book of a movement") }
  }

  /// What SQLite finds wrong with the pages of the file.
  fileprivate func pageFault() throws -> Verdict.Fault? {
    let words = try String.fetchOne(self, sql: "PRAGMA integrity_check(1)")
    return words == "ok" ? nil : .damaged(words ?? "no answer")
  }
}
