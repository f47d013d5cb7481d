extension Workbook.Expression {
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
