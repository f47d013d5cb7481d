import Bookkeeping
import GRDB
import Storage

extension DatabaseFile {
  /// What a file is for: the word by which it is known, and the steps by which it came to be what
  /// it is.
  ///
  /// A step is never changed once it is out.
  struct Kind: Sendable {
    /// Four letters in the place where SQLite keeps a word for whose file it is.
    let applicationID: Int32
    let steps: [Step]
    /// The digest of what a fresh file is made of (`form(of:)`), so that none has to be made to open another.
    let form: String

    /// A change to the tables, and what is then to be filled into them.
    struct Step: Sendable {
      let name: String
      let sql: @Sendable () -> [UInt8]
      let fill: @Sendable (Database) throws -> Void

      init(
        _ name: String, fill: @escaping @Sendable (Database) throws -> Void = { _ in },
        sql: @escaping @Sendable () -> [UInt8]
      ) {
        self.name = name
        self.fill = fill
        self.sql = sql
      }
    }

    static let ledger = Kind(
      applicationID: 0x534E_444C,
      steps: [
        Step("0001 the journal, what follows from it, and its rules") {
          PackageResources.journal_sql
        },
        Step("0002 its promises as keys") { PackageResources.keys_sql },
        Step("0003 the sums of what is kept", fill: KeptSums.fill) { PackageResources.sums_sql },
        Step("0004 stretches of records, and plan lines", fill: KeptSums.fillStanding) {
          PackageResources.standing_sql
        },
        Step("0005 the records of each day", fill: KeptSums.fillDays) { [] },
        Step("0006 the digests of records", fill: KeptSums.fillLinks) { [] },
      ],
      form: "a128ecd3838058263768440935cda4fe4b5cb154b96acdfbe5c923aa8af814fc")
    static let register = Kind(
      applicationID: 0x534E_4452,
      steps: [
        Step("0001 texts, families and imports") { PackageResources.register_sql },
        Step("0002 heads that were seen") { PackageResources.heads_sql },
        Step("0003 heads on papers given out") { PackageResources.papers_sql },
      ],
      form: "0f74df176a1c5bc8bd113c941dad678c1daa72a538b5933872fdd5739db53154")
  }
}

extension DatabaseFile {
  /// A fresh file in memory, by whose rules another is judged.
  static func pattern(of kind: Kind) throws(StorageFailure) -> DatabaseQueue {
    try storing {
      let queue = try DatabaseQueue(configuration: configuration(.short))
      try takeOver(queue, kind)
      return queue
    }
  }

  /// Holds a file against what it is to be, and brings an earlier one there.
  static func check(_ queue: DatabaseQueue, _ kind: Kind) throws(StorageFailure) {
    let (application, applied) = try storing {
      try queue.inDatabase { db in
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id")
        guard application == kind.applicationID else { return (application, Set<String>()) }
        return (application, try String.fetchSet(db, sql: "SELECT identifier FROM grdb_migrations"))
      }
    }
    guard application == kind.applicationID else { throw .notALedger(queue.path) }
    let known = kind.steps.map(\.name)
    if let later = applied.subtracting(known).sorted().first { throw .newer(later) }
    guard applied == Set(known.prefix(applied.count)) else {
      throw .damaged("a step by which its form was made is not marked in it")
    }
    if applied.count < known.count {
      try storing { try takeOver(queue, kind) }
      // It goes without the pages of what it was. Where another run keeps them, they do no harm.
      try? queue.vacuum()
    }
    try requireForm(queue, kind)
  }

  /// Refuses a file whose tables, keys and columns are not as they were made.
  ///
  /// What stands in the place of one, or beside it, may give another answer to each question, or let a writing do
  /// what nobody asked for. A rule that is gone is named by `audit verify`: the program keeps each of them without it.
  private static func requireForm(
    _ queue: DatabaseQueue, _ kind: Kind
  ) throws(StorageFailure) {
    let found = try storing { try queue.inDatabase { try $0.rules() } }
    guard form(of: found) != kind.form else { return }
    let wanted = try rules(of: kind)
    let names = Set(wanted.keys).union(found.keys).filter { name in
      wanted[name] != found[name]
        && !(found[name] == nil && wanted[name]?.hasPrefix("trigger ") == true)
    }
    if let name = names.min() {
      throw .damaged("\(name) is not as it was made, or was not made by this program")
    }
  }

  /// What a fresh file is made of, which every file is held against.
  static func rules(of kind: Kind) throws(StorageFailure) -> [String: String] {
    let queue = try pattern(of: kind)
    return try storing { try queue.inDatabase { try $0.rules() } }
  }

  /// The digest of what a file is made of.
  static func form(of rules: [String: String]) -> String {
    let texts = rules.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    return Digest(sha256: texts.flatMap { Array("\($0.utf8.count) \($0)".utf8) }).description
  }

  /// Takes the steps that a file has not taken, all or none of them, one run after another.
  static func takeOver(_ queue: DatabaseQueue, _ kind: Kind) throws {
    do {
      try queue.inDatabase { db in
        // A table is made anew under others that point at it.
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
        try db.inTransaction(.immediate) {
          try db.execute(
            sql: "CREATE TABLE IF NOT EXISTS grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)"
          )
          let applied = try String.fetchSet(db, sql: "SELECT identifier FROM grdb_migrations")
          for step in kind.steps where !applied.contains(step.name) {
            try db.execute(sql: String(decoding: step.sql(), as: UTF8.self))
            // What is filled in is made of rows that keep the rules.
            try db.checkForeignKeys()
            try step.fill(db)
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [step.name])
          }
          return .commit
        }
      }
    } catch let error as DatabaseError
      where [.SQLITE_CONSTRAINT, .SQLITE_ERROR].contains(error.resultCode)
    {
      throw StorageFailure.damaged(
        "it is of an earlier form, and does not keep its own rules (\(error.message ?? "")), so that it"
          + " is left as it is; the version that made it can say where")
    }
  }
}

extension Database {
  /// By name: what each table, key, view and trigger of the file is.
  func rules() throws -> [String: String] {
    let rows = try Row.fetchAll(
      self,
      sql: "SELECT name, type || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema")
    return try Dictionary(rows.map { (try $0.value(0), try $0.value(1)) }) { $0 + $1 }
  }
}
