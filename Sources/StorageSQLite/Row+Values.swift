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

  func day(_ index: Int) throws -> Day { try Day(kept: value(index)) }

  func day(_ index: Int) throws -> Day? { try (value(index) as Int64?).map { try Day(kept: $0) } }

  func digest(_ index: Int) throws -> Digest {
    guard let digest = Digest(Array(try value(index) as Data)) else {
      throw StorageFailure.damaged("a digest is not one")
    }
    return digest
  }
}

extension Day {
  /// A day as the file keeps it, which it has to be.
  init(kept packed: Int64) throws {
    guard let day = Day(packed: packed) else { throw StorageFailure.damaged("a day is not one") }
    self = day
  }
}
