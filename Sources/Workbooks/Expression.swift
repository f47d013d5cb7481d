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

    init(_ left: Expression, _ comparison: Comparison, _ right: Expression) {
      self.left = left
      self.comparison = comparison
      self.right = right
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
}
