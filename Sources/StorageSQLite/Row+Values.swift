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

  /// The text in a column, to its last byte: one with a NUL in it would be read as what stands before that, and
  /// bytes that are no text are compared as something else.
  func value(_ index: Int) throws -> String {
    guard let text = try value(index) as String? else { throw Row.notAsMade }
    return text
  }

  func value(_ index: Int) throws -> String? {
    switch try decode(DatabaseValue.self, atIndex: index).storage {
    case .null: return nil
    case .string(let text):
      let length = try withUnsafeData(atIndex: index) { $0?.count ?? 0 }
      guard length == text.utf8.count else { throw Row.notAsMade }
      return text
    case .int64, .double, .blob: throw Row.notAsMade
    }
  }

  /// The number in a column: one that is kept as text is read like it, and compared otherwise.
  @inline(__always)
  func value(_ index: Int) throws -> Int64 {
    guard let number = try value(index) as Int64? else { throw Row.notAsMade }
    return number
  }

  @inline(__always)
  func value(_ index: Int) throws -> Int64? {
    switch try decode(DatabaseValue.self, atIndex: index).storage {
    case .null: return nil
    case .int64(let number): return number
    case .string, .double, .blob: throw Row.notAsMade
    }
  }

  func value(_ index: Int) throws -> Int { Int(try value(index) as Int64) }

  static let notAsMade = StorageFailure.damaged("a value is not of its column’s kind")

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

  /// The numbers of the only column that is asked for.
  func numbers(_ sql: String, _ arguments: StatementArguments = []) throws -> [Int64] {
    let rows = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    var found: [Int64] = []
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
