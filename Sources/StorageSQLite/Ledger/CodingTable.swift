import Bookkeeping
import Funding
import GRDB
import Storage

/// The numbers under which the file keeps codings, learnt as they are met.
final class CodingTable {
  /// A coding as the file keeps it.
  struct Kept {
    let id: Int64
    let book: Int64
    let account: Int64
  }

  private var codings: [Int64: Coding] = [:]
  private var accounts: [Int64: Account] = [:]
  private let db: Database
  private let sums: KeptSums?

  /// Codings are few in most ledgers; where they are many, the tables start afresh.
  private static let most = 20_000

  /// `sums` is told of accounts that are new.
  init(_ db: Database, _ sums: KeptSums? = nil) {
    self.db = db
    self.sums = sums
  }

  /// The number of a coding, which is given one if it has none.
  func keep(_ coding: Coding) throws -> Kept {
    let text = coding.text
    return try row(of: text, coding) ?? insert(coding, text)
  }

  /// The coding of a number.
  func coding(_ id: Int64) throws -> Coding {
    if let coding = codings[id] { return coding }
    if codings.count >= CodingTable.most { codings.removeAll(keepingCapacity: true) }
    guard let text = try db.texts("SELECT text FROM coding WHERE id = ?", [id]).first,
      let coding = Coding(text)
    else { throw StorageFailure.damaged("coding \(id) cannot be read") }
    codings[id] = coding
    return coding
  }

  /// The account of a number.
  func account(_ id: Int64) throws -> Account {
    if let account = accounts[id] { return account }
    guard let text = try db.texts("SELECT text FROM account WHERE id = ?", [id]).first,
      let account = Account(text)
    else { throw StorageFailure.damaged("account \(id) cannot be read") }
    accounts[id] = account
    return account
  }

  /// A coding that is there, which has to be in its own book and account.
  private func row(of text: String, _ coding: Coding) throws -> Kept? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT coding.id, coding.book, coding.account, account.text, book.layer, book.fund
        FROM coding LEFT JOIN account ON account.id = coding.account
        LEFT JOIN book ON book.id = coding.book WHERE coding.text = ?
        """)
    return try Row.fetchOne(statement, arguments: [text]).map { row in
      guard try row.value(3) as String? == Account(coding).description,
        try row.value(4) as String? == coding.layer.rawValue,
        try row.value(5) as String? == coding.fund.description
      else { throw StorageFailure.damaged("a coding is in another account") }
      let kept = Kept(id: try row.value(0), book: try row.value(1), account: try row.value(2))
      guard try self.coding(kept.id) == coding else {
        throw StorageFailure.damaged("a coding is not the one that its index names")
      }
      return kept
    }
  }

  private func insert(_ coding: Coding, _ text: String) throws -> Kept {
    let book = try number(
      of: [coding.layer.rawValue, coding.fund.description], in: "book", columns: ["layer", "fund"])
    let account = try number(of: [Account(coding).description], in: "account", columns: ["text"])
    try db.cachedStatement(sql: "INSERT INTO coding (book, account, text) VALUES (?, ?, ?)")
      .execute(arguments: [book, account, text])
    return Kept(id: db.lastInsertedRowID, book: book, account: account)
  }

  /// The number of a row with those values, which is made if there is none.
  private func number(of values: [String], in table: String, columns: [String]) throws -> Int64 {
    let condition = columns.map { "\($0) = ?" }.joined(separator: " AND ")
    let find = "SELECT id FROM \(table) WHERE \(condition)"
    if let id = try db.numbers(find, StatementArguments(values)).first {
      // What an index says is held against the row.
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: "SELECT \(columns.joined(separator: ", ")) FROM \(table) WHERE id = ?"),
        arguments: [id])
      guard try columns.indices.map({ try row?.value($0) as String? }) == values else {
        throw StorageFailure.damaged("a row of \(table) is not the one that its index names")
      }
      return id
    }
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    try db.cachedStatement(
      sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))"
    ).execute(arguments: StatementArguments(values))
    let id = db.lastInsertedRowID
    if table == "account", let text = values.first { sums?.add(account: id, text) }
    return id
  }
}
