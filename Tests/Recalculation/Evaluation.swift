public import Bookkeeping
import Foundation
public import Workbooks

/// What a cell comes to.
public enum CellValue: Hashable {
  case number(Double)
  case text(String)
  case day(Day)
  case blank
  /// A division by nothing, a figure that is missing, or a formula that cannot be read.
  case fault

  /// The number, as a spreadsheet takes a blank cell for nothing.
  var number: Double? {
    switch self {
    case .number(let number): number
    case .blank: 0
    case .text, .day, .fault: nil
    }
  }
}

/// Works the formulas of a workbook out from their text, as a spreadsheet would and by none of our
/// own means.
public struct Evaluation {
  private var cells: [String: [[Workbook.Cell]]] = [:]
  private var found: [String: CellValue] = [:]
  private let sheets: [Workbook.Sheet]
  /// How many formulas were worked out.
  public private(set) var worked = 0

  public init(_ workbook: Workbook) {
    sheets = workbook.sheets
    for sheet in workbook.sheets { cells[sheet.name] = sheet.rows }
  }

  /// Puts something else into a cell: `D5`.
  public mutating func change(_ sheet: String, _ cell: String, to value: Workbook.Cell) {
    guard let place = CellAddress(cell) else { preconditionFailure("\(cell) is no cell") }
    cells[sheet]?[place.row - Workbook.Sheet.firstRow][place.column] = value
    found = [:]
  }

  public mutating func value(of cell: String, on sheet: String) -> CellValue {
    guard let place = CellAddress(cell) else { return .fault }
    return value(of: place, on: sheet)
  }

  /// The cells of formulas that do not come to what they carry.
  public mutating func apart() -> [String] {
    sheets.flatMap { sheet in
      sheet.rows.enumerated().flatMap { row, values in
        values.enumerated().compactMap { column, cell -> String? in
          guard case .formula(let formula, let carried) = cell else { return nil }
          let place = CellAddress(column: column, row: row + Workbook.Sheet.firstRow)
          let value = value(of: place, on: sheet.name)
          return Evaluation.agree(value, carried)
            ? nil : "\(sheet.name) \(place) \(formula.text): \(value), not \(carried)"
        }
      }
    }
  }

  private static func agree(_ value: CellValue, _ carried: Workbook.Value) -> Bool {
    switch (carried, value) {
    case (.text(let text), _): value == .text(text)
    case (.money(let money), .number(let number)):
      abs(number * 100 - Double(money.pence)) < 0.000_1
    case (.number(let whole), .number(let number)): number == Double(whole)
    case (.share(let share), .number(let number)), (.quantity(let share), .number(let number)):
      abs(number - Double(share.numerator) / Double(share.denominator)) < 0.000_000_1
    case (_, _): false
    }
  }

  mutating func value(of place: CellAddress, on sheet: String) -> CellValue {
    let name = "\(sheet)!\(place)"
    if let known = found[name] { return known }
    let row = place.row - Workbook.Sheet.firstRow
    guard let rows = cells[sheet] else { return .fault }
    guard rows.indices.contains(row), rows[row].indices.contains(place.column) else {
      return .blank
    }
    let value = value(of: rows[row][place.column], on: sheet)
    found[name] = value
    return value
  }

  private mutating func value(of cell: Workbook.Cell, on sheet: String) -> CellValue {
    switch cell {
    case .empty: return .blank
    case .text(let text), .link(let text): return .text(text)
    case .money(let money): return .number(Double(money.pence) / 100)
    case .number(let number): return .number(Double(number))
    case .share(let part), .quantity(let part):
      return .number(Double(part.numerator) / Double(part.denominator))
    case .day(let day): return .day(day)
    case .formula(let formula, _):
      worked += 1
      var reader = FormulaReader(formula.text, on: sheet)
      return reader.value { place, sheet in value(of: place, on: sheet) }
    }
  }
}

/// A cell's column and row, both counted from nothing: `C5`, or `$C$5`.
public struct CellAddress: Hashable, CustomStringConvertible {
  let column: Int
  let row: Int

  init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  init?(_ text: some StringProtocol) {
    let signs = text.utf8.filter { $0 != UInt8(ascii: "$") }
    let letters = signs.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    guard (1...3).contains(letters.count),
      let row = Int(String(decoding: signs[letters.count...], as: UTF8.self)), row > 0
    else { return nil }
    column = letters.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    self.row = row - 1
  }

  public var description: String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(row + 1)
  }
}
