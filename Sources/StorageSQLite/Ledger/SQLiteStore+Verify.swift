import Bookkeeping
import Foundation
import Funding
import GRDB
public import Storage

extension SQLiteStore {
  /// Checks the rules of the file, its pages, the chain, and all that is kept beside the chain.
  ///
  /// The file's own check and the walk along the chain go side by side, since neither needs the
  /// other. A file that cannot be read to its end is at fault, like one that does not agree.
  public func verify(progress: @Sendable (Int) -> Void) async throws(StorageFailure) -> Verdict {
    do throws(StorageFailure) {
      return try await verdict(progress)
    } catch {
      switch error {
      case .damaged(let words): return .faulty(.damaged(words))
      case .unreadableRecord(let number): return .faulty(.recordUnsound(number))
      default: throw error
      }
    }
  }

  private func verdict(_ progress: @Sendable (Int) -> Void) async throws(StorageFailure) -> Verdict
  {
    let path = file.path
    async let pages = SQLiteStore.pageFault(in: path)
    let walked = await walk(progress)
    let words = try await pages.get()
    let verdict = try walked.get()
    if case .faulty(.ruleChanged) = verdict { return verdict }
    if let words { return .faulty(.damaged(words)) }
    return verdict
  }

  private func walk(_ progress: @Sendable (Int) -> Void) async -> Result<Verdict, StorageFailure> {
    do {
      return .success(
        try await file.snapshot { queue in
          try storing {
            try queue.inDatabase { db in
              if let fault = try SchemaCheck(db).fault() { return .faulty(fault) }
              var walk = ChainWalk(db)
              return try walk.run(progress)
            }
          }
        })
    } catch let failure as StorageFailure {
      return .failure(failure)
    } catch {
      preconditionFailure("a snapshot fails only as a store does")
    }
  }

  /// What SQLite finds wrong with the pages of the file, on a connection of its own.
  private static func pageFault(in path: String) async -> Result<String?, StorageFailure> {
    pageResult {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(1)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return try queue.inDatabase { db in
        let words = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)")
        return words == "ok" ? nil : words ?? "no answer"
      }
    }
  }

  private static func pageResult(_ work: () throws -> String?) -> Result<String?, StorageFailure> {
    do throws(StorageFailure) {
      return .success(try storing(work))
    } catch {
      return .failure(error)
    }
  }
}

/// Whether the file still has the rules with which it was made.
private struct SchemaCheck {
  private let db: Database

  init(_ db: Database) {
    self.db = db
  }

  func fault() throws -> Verdict.Fault? {
    let pattern = try DatabaseFile.pattern(of: .ledger)
    let wanted = try pattern.inDatabase { try SchemaCheck($0).rules() }
    let found = try rules()
    for (name, sql) in wanted.sorted(by: { $0.key < $1.key }) where found[name] != sql {
      return .ruleChanged(name)
    }
    if let extra = found.keys.filter({ wanted[$0] == nil }).sorted().first {
      return .ruleChanged(extra)
    }
    return nil
  }

  private func rules() throws -> [String: String] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT name, type || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema"
    )
    return try Dictionary(rows.map { (try $0.value(0), try $0.value(1)) }) { $0 + $1 }
  }
}
