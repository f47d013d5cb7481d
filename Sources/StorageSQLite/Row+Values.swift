import Bookkeeping
import Foundation
import GRDB
import Storage

extension Row {
  /// The value in a column.
  ///
  /// A subscript would stop the program where the column is empty, which happens to a file that was
  /// damaged: the file is then at fault, and says so.
  @inline(__always)
  func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ index: Int) throws
    -> Value
  {
    try decode(Value.self, atIndex: index)
  }

  /// The value in a column of that name.
  func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ name: String) throws
    -> Value
  {
    try decode(Value.self, forColumn: name)
  }

  /// The text in a column, to its last byte: one with a NUL in it would be read as what stands before that.
  func value(_ index: Int) throws -> String {
    guard let text = try value(index) as String? else {
      throw StorageFailure.damaged("a text is missing")
    }
    return text
  }

  func value(_ index: Int) throws -> String? {
    try withUnsafeData(atIndex: index) { data in
      guard let data else { return nil }
      guard !data.contains(0), let text = String(validating: data, as: UTF8.self) else {
        throw StorageFailure.damaged("a text is not one")
      }
      return text
    }
  }

  func day(_ index: Int) throws -> Day { try Day(kept: value(index)) }

  func day(_ index: Int) throws -> Day? { try (value(index) as Int64?).map { try Day(kept: $0) } }

  func digest(_ index: Int) throws -> Digest {
    guard let digest = Digest(Array(try value(index) as Data)) else {
      throw StorageFailure.damaged("a digest is not one")
    }
    return digest
  }
}

extension Database {
  /// The texts of the only column that is asked for.
  func texts(_ sql: String, _ arguments: StatementArguments = []) throws -> [String] {
    let rows = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    var found: [String] = []
    while let row = try rows.next() { found.append(try row.value(0)) }
    return found
  }
}

extension Day {
  /// A day as the file keeps it, which it has to be.
  init(kept packed: Int64) throws {
    guard let day = Day(packed: packed) else { throw StorageFailure.damaged("a day is not one") }
    self = day
  }
}
