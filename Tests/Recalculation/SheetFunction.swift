import Bookkeeping
import Foundation

/// The functions of a spreadsheet that our formulas use.
enum SheetFunction {
  static func reckon(
    _ left: CellValue, _ right: CellValue, _ reckon: (Double, Double) -> Double
  ) -> CellValue {
    guard let one = left.number, let other = right.number else { return .fault }
    let result = reckon(one, other)
    return result.isFinite ? .number(result) : .fault
  }

  static func raise(_ base: CellValue, to exponent: CellValue) -> CellValue {
    reckon(base, exponent) { pow($0, $1) }
  }

  /// A comparison is 1 where it holds and 0 where it does not.
  static func compare(_ left: CellValue, _ sign: String, _ right: CellValue) -> CellValue {
    if case (.text(let one), .text(let other)) = (left, right) {
      return .number(sign == "=" && one.lowercased() == other.lowercased() ? 1 : 0)
    }
    guard left != .fault, right != .fault else { return .fault }
    guard let one = left.number, let other = right.number else { return .number(0) }
    let holds =
      switch sign {
      case "=": one == other
      case "<": one < other
      case "<=": one <= other
      case ">": one > other
      case ">=": one >= other
      // What is left is <>.
      default: one != other
      }
    return .number(holds ? 1 : 0)
  }

  static func value(_ name: String, _ operands: [FormulaReader.Operand]) -> CellValue {
    let all = operands.flatMap(\.values)
    let first = operands.first?.value ?? .fault
    let second = operands.count > 1 ? operands[1].value : .fault
    switch name {
    case "IF": return chosen(operands.map(\.value))
    case "COUNTIF": return .number(Double(operands[0].values.count { $0 == second }))
    case "ROWS": return .number(Double(all.count))
    case "INDEX": return entry(operands[0].values, second)
    case "RANK": return rank(first, operands[1].values)
    case "YEAR": return part(first) { $0.year }
    case "MONTH": return part(first) { $0.month }
    case "SUM": return folded(all) { $0.reduce(0, +) }
    case "MIN": return folded(all) { $0.min() ?? 0 }
    case "MAX": return folded(all) { $0.max() ?? 0 }
    case "INT": return reckon(first, .number(0)) { floor($0 + $1) }
    case "ROUND": return reckon(first, second, rounded)
    // A missing figure, and any function that a formula of ours has no business with.
    default: return .fault
    }
  }

  private static func chosen(_ values: [CellValue]) -> CellValue {
    guard values.count == 3, let condition = values[0].number else { return .fault }
    return condition != 0 ? values[1] : values[2]
  }

  private static func entry(_ values: [CellValue], _ place: CellValue) -> CellValue {
    guard let place = place.number, values.indices.contains(Int(place) - 1) else { return .fault }
    return values[Int(place) - 1]
  }

  private static func rank(_ value: CellValue, _ values: [CellValue]) -> CellValue {
    guard let value = value.number else { return .fault }
    return .number(Double(1 + values.compactMap(\.number).count { $0 > value }))
  }

  private static func part(_ value: CellValue, _ part: ((year: Int, month: Int)) -> Int)
    -> CellValue
  {
    guard case .day(let day) = value else { return .fault }
    return .number(Double(part((day.parts.year, day.parts.month))))
  }

  /// Texts of a range are passed over, and a fault in it is one of the whole.
  private static func folded(_ values: [CellValue], _ fold: ([Double]) -> Double) -> CellValue {
    guard !values.contains(.fault) else { return .fault }
    let numbers = values.compactMap { value in
      if case .number(let number) = value { number } else { Double?.none }
    }
    return .number(fold(numbers))
  }

  /// Rounded as a spreadsheet does, which looks at fifteen digits of a number.
  private static func rounded(_ number: Double, _ decimals: Double) -> Double {
    let scale = pow(10, decimals)
    let scaled = Double(String(format: "%.15g", number * scale)) ?? number * scale
    return scaled.rounded(.toNearestOrAwayFromZero) / scale
  }
}
