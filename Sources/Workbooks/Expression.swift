extension Workbook {
  /// A cell of some sheet, its column and row counted from nothing.
  public struct CellReference: Hashable, Sendable {
    public let sheet: String
    public let column: Int
    public let row: Int
  }

  /// Cells of some sheet that lie side by side.
  public struct CellRange: Hashable, Sendable {
    public let sheet: String
    public let columns: ClosedRange<Int>
    public let rows: ClosedRange<Int>
  }

  /// What a formula works out, as a tree.
  ///
  /// Brackets, names of sheets and names of functions are put in when it is written, so no text of
  /// anybody's can become part of a formula.
  public indirect enum Expression: Hashable, Sendable {
    case cell(CellReference)
    case number(Int)
    case text(String)
    /// A figure that is missing, and makes every figure that reads it missing.
    case notAvailable
    case arithmetic(Operator, Expression, Expression)
    case negative(Expression)
    case sum(CellRange)
    /// Rounded to so many decimals, a half away from nothing.
    case rounded(Expression, decimals: Int)
    /// The greatest whole number that is not above it.
    case whole(Expression)
    case least(Expression, Expression)
    case greatest(Expression, Expression)
    case choice(Condition, Expression, Expression)
    /// The cell of a row of cells at a place, the first being 1.
    case entry(CellRange, at: Expression)
    /// How many cells of some hold more than one of them, and one.
    case rank(CellReference, CellRange)
    /// How many cells of some hold the same as a cell.
    case count(CellReference, CellRange)
    case calendarYear(Expression)
    case calendarMonth(Expression)

    /// What is done with two numbers.
    public enum Operator: String, Hashable, Sendable {
      case plus = "+"
      case less = "-"
      case times = "*"
      case over = "/"
      case power = "^"
    }
  }

  /// What holds of two expressions, or does not.
  public struct Condition: Hashable, Sendable {
    public let left: Expression
    public let comparison: Comparison
    public let right: Expression

    /// How the two stand to each other.
    public enum Comparison: String, Hashable, Sendable {
      case equals = "="
      case below = "<"
      case atMost = "<="
    }
  }
}

extension Workbook.Expression {
  static func + (left: Self, right: Self) -> Self { .arithmetic(.plus, left, right) }
  static func - (left: Self, right: Self) -> Self { .arithmetic(.less, left, right) }
  static func * (left: Self, right: Self) -> Self { .arithmetic(.times, left, right) }
  static func / (left: Self, right: Self) -> Self { .arithmetic(.over, left, right) }

  func power(_ exponent: Self) -> Self { .arithmetic(.power, self, exponent) }

  /// Pounds and whole pence.
  var toPence: Self { .rounded(self, decimals: 2) }

  /// The expression as it is written in a cell of a sheet, without the sign that begins a formula.
  ///
  /// A cell of the same sheet is named plainly and one of another so that it stays where it is when
  /// the formula is copied.
  func text(on sheet: String) -> String {
    switch self {
    case .cell(let cell): cell.text(on: sheet)
    case .number(let number): String(number)
    case .text(let text): "\"" + text.replacing("\"", with: "\"\"") + "\""
    case .notAvailable: "NA()"
    case .arithmetic(let sign, let left, let right):
      left.text(on: sheet, within: sign.strength) + sign.rawValue
        + right.text(on: sheet, within: sign.strength + 1)
    // A minus in front binds more tightly than a power, so what follows it is one thing.
    case .negative(let one): "-" + one.text(on: sheet, within: Self.strongest)
    case .sum(let range): "SUM(\(range.text(on: sheet)))"
    case .rounded(let one, let decimals): "ROUND(\(one.text(on: sheet)),\(decimals))"
    case .whole(let one): "INT(\(one.text(on: sheet)))"
    case .least(let one, let other): "MIN(\(one.text(on: sheet)),\(other.text(on: sheet)))"
    case .greatest(let one, let other): "MAX(\(one.text(on: sheet)),\(other.text(on: sheet)))"
    case .choice(let condition, let one, let other):
      "IF(\(condition.text(on: sheet)),\(one.text(on: sheet)),\(other.text(on: sheet)))"
    case .entry(let range, let place):
      "INDEX(\(range.text(on: sheet)),\(place.text(on: sheet)))"
    case .rank(let cell, let range): "RANK(\(cell.text(on: sheet)),\(range.text(on: sheet)))"
    case .count(let cell, let range): "COUNTIF(\(range.text(on: sheet)),\(cell.text(on: sheet)))"
    case .calendarYear(let day): "YEAR(\(day.text(on: sheet)))"
    case .calendarMonth(let day): "MONTH(\(day.text(on: sheet)))"
    }
  }

  private static let strongest = 5

  private var strength: Int {
    switch self {
    case .arithmetic(let sign, _, _): sign.strength
    case .negative: 0
    case .cell, .number, .text, .notAvailable, .sum, .rounded, .whole, .least, .greatest, .choice,
      .entry, .rank, .count, .calendarYear, .calendarMonth:
      Self.strongest
    }
  }

  /// In brackets where what stands around it would bind more tightly.
  private func text(on sheet: String, within outer: Int) -> String {
    strength < outer ? "(\(text(on: sheet)))" : text(on: sheet)
  }
}

extension Workbook.Expression.Operator {
  fileprivate var strength: Int {
    switch self {
    case .plus, .less: 1
    case .times, .over: 2
    case .power: 3
    }
  }
}

extension Workbook.Condition {
  fileprivate func text(on sheet: String) -> String {
    left.text(on: sheet) + comparison.rawValue + right.text(on: sheet)
  }
}

extension Workbook.CellReference {
  fileprivate func text(on other: String) -> String {
    sheet == other
      ? CellName.text(column, row) : "'\(sheet)'!\(CellName.fixed(column, row))"
  }
}

extension Workbook.CellRange {
  fileprivate func text(on other: String) -> String {
    let ends = [(columns.lowerBound, rows.lowerBound), (columns.upperBound, rows.upperBound)]
    guard sheet != other else {
      return ends.map { CellName.text($0.0, $0.1) }.joined(separator: ":")
    }
    return "'\(sheet)'!" + ends.map { CellName.fixed($0.0, $0.1) }.joined(separator: ":")
  }
}
