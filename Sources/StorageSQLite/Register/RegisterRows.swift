import Bookkeeping
import Foundation
import Funding
import GRDB
import Storage

extension Family {
  /// A family as the register keeps it.
  init(_ row: Row) throws {
    guard let child = ChildReference(row["child"]) else {
      throw StorageFailure.damaged("the register's list of families cannot be read")
    }
    self.init(
      child: child, givenName: row["given_name"], familyName: row["family_name"],
      addressee: row["addressee"],
      address: (row["address"] as String).split(separator: "\n").map(String.init),
      addressConfirmed: try (row["address_confirmed"] as Int64?).map(Day.init(kept:)),
      contact: row["contact"])
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
    guard let digest = Digest(Array(row["file_digest"] as Data)),
      let previewed = Day(packed: row["previewed"]), let state = State(rawValue: row["state"])
    else { throw StorageFailure.damaged("the register's list of imports cannot be read") }
    let options = (row["options"] as String).split(separator: "\n").compactMap { line -> Detail? in
      let parts = line.split(separator: "=", maxSplits: 1)
      return parts.count == 2 ? Detail(asRead: String(parts[0]), String(parts[1])) : nil
    }
    self.init(
      reference: ImportReference(row["number"]), state: state, kind: row["kind"],
      path: row["path"], fileName: row["file_name"], fileDigest: digest, mapping: row["mapping"],
      mappingText: row["mapping_text"], options: options, head: row["head"],
      headDigest: (row["head_digest"] as Data?).flatMap { Digest(Array($0)) }, previewed: previewed,
      actor: row["actor"],
      tallies: tallies.map { Tally($0[0], rows: $0[1], amount: Money(pence: $0[2])) },
      days: try DaySpan(
        from: (row["first_day"] as Int64?).map(Day.init(kept:)),
        through: (row["last_day"] as Int64?).map(Day.init(kept:))),
      missesControl: row["misses_control"])
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
    self.init(
      row: row["row"], line: row["line"], verdict: row["verdict"],
      amount: (row["pence"] as Int64?).map { Money(pence: $0) },
      day: try (row["day"] as Int64?).map(Day.init(kept:)), code: row["code"],
      problem: row["problem"])
  }
}
