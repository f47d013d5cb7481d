import Bookkeeping
import Foundation
import Funding
import GRDB
import Storage

extension Family {
  /// A family as the register keeps it.
  init(_ row: Row) throws {
    guard let child = ChildReference(try row.value("child")) else {
      throw StorageFailure.damaged("the register's list of families cannot be read")
    }
    try self.init(
      child: child, givenName: row.value("given_name"), familyName: row.value("family_name"),
      addressee: row.value("addressee"),
      address: (row.value("address") as String).split(separator: "\n").map(String.init),
      addressConfirmed: (row.value("address_confirmed") as Int64?).map(Day.init(kept:)),
      contact: row.value("contact"))
  }
}

extension Paper {
  /// A paper as the register remembers it.
  init(_ row: Row) throws {
    guard let kind = Kind(rawValue: try row.value(0)) else {
      throw StorageFailure.damaged("the register's list of papers cannot be read")
    }
    self.init(
      kind, of: try row.value(1), Month(try row.value(2) as String), record: try row.value(3),
      try row.digest(4), made: try row.day(5))
  }
}

extension ImportRecord {
  static let query = """
    SELECT number, state, kind, path, file_name, file_digest, mapping, mapping_text, options, head,
      previewed, actor, first_day, last_day, misses_control, head_digest
    FROM import ORDER BY number
    """

  static let insert = """
    INSERT INTO import (number, state, kind, path, file_name, file_digest, mapping, mapping_text, options,
      head, previewed, actor, first_day, last_day, misses_control, head_digest)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  var arguments: StatementArguments {
    [
      state.rawValue, kind, path, fileName, Data(fileDigest.bytes), mapping, mappingText,
      options.map { "\($0.name)=\($0.value)" }.joined(separator: "\n"), head, previewed.packed,
      actor, days.first?.packed, days.last?.packed, missesControl,
      headDigest.map { Data($0.bytes) },
    ]
  }

  init(_ row: Row, _ tallies: [Row]) throws {
    let number = try row.value("number") as Int
    guard (1...Int(Int32.max)).contains(number),
      let digest = Digest(Array(try row.value("file_digest") as Data)),
      let previewed = Day(packed: try row.value("previewed")),
      let state = State(rawValue: try row.value("state"))
    else { throw StorageFailure.damaged("the register's list of imports cannot be read") }
    let options = try (row.value("options") as String).split(separator: "\n").compactMap {
      line -> Detail? in
      let parts = line.split(separator: "=", maxSplits: 1)
      return parts.count == 2 ? Detail(asRead: String(parts[0]), String(parts[1])) : nil
    }
    try self.init(
      reference: ImportReference(number), state: state, kind: row.value("kind"),
      path: row.value("path"), fileName: row.value("file_name"), fileDigest: digest,
      mapping: row.value("mapping"),
      mappingText: row.value("mapping_text"), options: options, head: row.value("head"),
      headDigest: (row.value("head_digest") as Data?).flatMap { Digest(Array($0)) },
      previewed: previewed,
      actor: row.value("actor"),
      tallies: tallies.map {
        try Tally($0.value(0), rows: $0.bounded(1), amount: Money(pence: Int64($0.bounded(2))))
      },
      days: DaySpan(
        from: (row.value("first_day") as Int64?).map(Day.init(kept:)),
        through: (row.value("last_day") as Int64?).map(Day.init(kept:))),
      missesControl: row.value("misses_control"))
  }
}

extension Row {
  /// A number that is none to break off at, added up with others.
  fileprivate func bounded(_ place: Int) throws -> Int {
    let number = try value(place) as Int
    guard number.magnitude < 1_000_000_000_000_000_000 else {
      throw StorageFailure.damaged("the register’s list of imports cannot be read")
    }
    return number
  }
}

extension ImportRow {
  static let insert = """
    INSERT INTO import_row (import, row, line, verdict, pence, day, code, problem)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    """

  /// A row as it came out.
  static let amend =
    insert + """
       ON CONFLICT (import, row) DO UPDATE
      SET verdict = excluded.verdict, code = excluded.code, problem = excluded.problem
      """

  func arguments(_ number: Int) -> StatementArguments {
    [number, row, line, verdict, amount?.pence, day?.packed, code, problem]
  }

  init(_ row: Row) throws {
    try self.init(
      row: row.value("row"), line: row.value("line"), verdict: row.value("verdict"),
      amount: (row.value("pence") as Int64?).map { Money(pence: $0) },
      day: (row.value("day") as Int64?).map(Day.init(kept:)), code: row.value("code"),
      problem: row.value("problem"))
  }
}
