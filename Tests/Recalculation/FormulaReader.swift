/// Reads a formula from the left to the right, and works it out on the way.
struct FormulaReader {
  typealias Look = (CellAddress, String) -> CellValue

  private let text: [Character]
  private var place = 0
  private let sheet: String

  /// What a part of a formula comes to: one value, or the cells of a range.
  enum Operand {
    case one(CellValue)
    case range([CellValue])

    var value: CellValue {
      switch self {
      case .one(let value): value
      case .range(let values): values.count == 1 ? values[0] : .fault
      }
    }

    var values: [CellValue] {
      switch self {
      case .one(let value): [value]
      case .range(let values): values
      }
    }
  }

  init(_ formula: String, on sheet: String) {
    text = Array(formula)
    self.sheet = sheet
  }

  /// What the whole formula comes to; a fault where something is left over.
  mutating func value(_ look: Look) -> CellValue {
    guard take("=") else { return .fault }
    let found = comparison(look).value
    return place == text.count ? found : .fault
  }

  private var next: Character? { place < text.count ? text[place] : nil }

  private mutating func take(_ sign: String) -> Bool {
    guard text[place...].starts(with: sign) else { return false }
    place += sign.count
    return true
  }

  private mutating func comparison(_ look: Look) -> Operand {
    let left = sum(look)
    for sign in ["<=", ">=", "<>", "=", "<", ">"] where take(sign) {
      return .one(SheetFunction.compare(left.value, sign, sum(look).value))
    }
    return left
  }

  private mutating func sum(_ look: Look) -> Operand {
    var left = product(look)
    while let sign = next, sign == "+" || sign == "-" {
      place += 1
      let right = product(look).value
      left = .one(SheetFunction.reckon(left.value, right) { sign == "+" ? $0 + $1 : $0 - $1 })
    }
    return left
  }

  private mutating func product(_ look: Look) -> Operand {
    var left = power(look)
    while let sign = next, sign == "*" || sign == "/" {
      place += 1
      let right = power(look).value
      left = .one(SheetFunction.reckon(left.value, right) { sign == "*" ? $0 * $1 : $0 / $1 })
    }
    return left
  }

  private mutating func power(_ look: Look) -> Operand {
    var left = signed(look)
    while take("^") {
      left = .one(SheetFunction.raise(left.value, to: signed(look).value))
    }
    return left
  }

  private mutating func signed(_ look: Look) -> Operand {
    guard take("-") else { return single(look) }
    return .one(SheetFunction.reckon(.number(0), signed(look).value) { $0 - $1 })
  }

  private mutating func single(_ look: Look) -> Operand {
    if take("(") {
      let inside = comparison(look)
      return take(")") ? inside : .one(.fault)
    }
    if take("\"") {
      let words = run { $0 != "\"" }
      return take("\"") ? .one(.text(words)) : .one(.fault)
    }
    if take("'") {
      let name = run { $0 != "'" }
      guard take("'!") else { return .one(.fault) }
      return cells(run(Self.isName), on: name, look)
    }
    let name = run(Self.isName)
    if let number = Double(name) { return .one(.number(number)) }
    return take("(") ? function(name, look) : cells(name, on: sheet, look)
  }

  private static func isName(_ sign: Character) -> Bool {
    sign.isLetter || sign.isNumber || sign == "$" || sign == "."
  }

  private mutating func run(_ isPart: (Character) -> Bool) -> String {
    let start = place
    while let sign = next, isPart(sign) { place += 1 }
    return String(text[start..<place])
  }

  private mutating func cells(_ name: String, on sheet: String, _ look: Look) -> Operand {
    guard let first = CellAddress(name) else { return .one(.fault) }
    guard take(":") else { return .one(look(first, sheet)) }
    guard let last = CellAddress(run(Self.isName)), last.row >= first.row,
      last.column >= first.column
    else { return .one(.fault) }
    return .range(
      (first.row...last.row).flatMap { row in
        (first.column...last.column).map { look(CellAddress(column: $0, row: row), sheet) }
      })
  }

  private mutating func function(_ name: String, _ look: Look) -> Operand {
    var operands: [Operand] = []
    if !take(")") {
      repeat { operands.append(comparison(look)) } while take(",")
      guard take(")") else { return .one(.fault) }
    }
    return .one(SheetFunction.value(name, operands))
  }
}
