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

  func day(_ index: Int) throws -> Day {
    guard let day = Day(packed: try value(index)) else {
      throw StorageFailure.damaged("a day is not one")
    }
    return day
  }

  func day(_ index: Int) throws -> Day? {
    try (value(index) as Int64?) == nil ? nil : day(index) as Day
  }

  func digest(_ index: Int) throws -> Digest {
    guard let digest = Digest(Array(try value(index) as Data)) else {
      throw StorageFailure.damaged("a digest is not one")
    }
    return digest
  }
}
