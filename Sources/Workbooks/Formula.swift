extension Workbook {
  /// A formula that a sheet works out anew whenever a cell that it reads is changed.
  public enum Formula: Hashable, Sendable {
    /// The sum of runs of rows of a column, from nothing counted as the first.
    case sum(column: Int, rows: [ClosedRange<Int>])
    /// What stands in a cell of another sheet.
    case copy(sheet: String, column: Int, row: Int)
    /// How far two cells of a row are apart, to the penny.
    case apart(column: Int, less: Int, row: Int)
    /// `yes` where a cell is nothing, else `no`.
    case yesIfNothing(column: Int, row: Int)
    /// `yes` where no cell of some rows of a column says `no`, else `no`.
    case yesIfNoNo(column: Int, rows: ClosedRange<Int>)
    /// `yes` where every cell of some rows of a column says `yes`, else `no`.
    case yesIfAllYes(column: Int, rows: ClosedRange<Int>)
    /// What an expression comes to in a cell of a sheet.
    case expression(Expression, on: String)

    /// The formula as it is written into a file.
    public var text: String {
      switch self {
      case .sum(let column, let rows):
        "=SUM("
          + rows.map { run in
            "\(CellName.text(column, run.lowerBound)):\(CellName.text(column, run.upperBound))"
          }.joined(separator: ",") + ")"
      case .copy(let sheet, let column, let row):
        "='\(sheet)'!\(CellName.text(column, row))"
      case .apart(let column, let other, let row):
        "=ROUND(\(CellName.text(column, row))-\(CellName.text(other, row)),2)"
      case .yesIfNothing(let column, let row): "=IF(\(CellName.text(column, row))=0,\"yes\",\"no\")"
      case .yesIfNoNo(let column, let rows):
        "=IF(COUNTIF(\(CellName.text(column, rows.lowerBound)):"
          + "\(CellName.text(column, rows.upperBound)),\"no\")=0,\"yes\",\"no\")"
      case .yesIfAllYes(let column, let rows):
        Formula.yesIfAllYes(
          "\(CellName.text(column, rows.lowerBound)):\(CellName.text(column, rows.upperBound))")
      case .expression(let expression, let sheet): "=" + expression.text(on: sheet)
      }
    }

    /// A cell that says neither `yes` nor `no`, as one with an error, is not `yes`.
    private static func yesIfAllYes(_ run: String) -> String {
      "=IF(COUNTIF(\(run),\"yes\")=ROWS(\(run)),\"yes\",\"no\")"
    }
  }
}

/// How a sheet calls a cell: `C5`.
enum CellName {
  static func text(_ column: Int, _ row: Int) -> String { "\(letters(column))\(row + 1)" }

  /// The name of a cell that stays what it is when a formula is copied: `$C$5`.
  static func fixed(_ column: Int, _ row: Int) -> String { "$\(letters(column))$\(row + 1)" }

  private static func letters(_ column: Int) -> String {
    let last = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column % 26)))
    return column < 26 ? last : letters(column / 26 - 1) + last
  }
}
