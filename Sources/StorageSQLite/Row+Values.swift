import GRDB

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
}
