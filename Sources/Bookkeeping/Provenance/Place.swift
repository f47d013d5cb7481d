/// Where in a file something was read.
///
/// A spreadsheet's row and an editor's line part company at the first cell with a line break in
/// it, so a place carries both. Both count from 1.
public struct Place: Hashable, Sendable {
  public let file: String
  public let row: Int
  public let line: Int
  /// The heading of the column, where one cell is meant.
  public let column: String?

  public init(file: String, row: Int, line: Int, column: String? = nil) {
    self.file = file
    self.row = row
    self.line = line
    self.column = column
  }
}

extension Place: CustomStringConvertible {
  /// `imports/top-ups.csv:14`, with the row where it has another number than the line.
  public var description: String { "\(file):\(line)" + (row == line ? "" : " (row \(row))") }
}
