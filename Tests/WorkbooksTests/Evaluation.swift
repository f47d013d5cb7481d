import Bookkeeping
import Workbooks

/// Works formulas out from their text, as a spreadsheet would and by none of our own means.
struct Evaluation {
  private var cells: [String: [String: Workbook.Cell]] = [:]
  /// How many formulas were worked out.
  private(set) var worked = 0

  init(_ workbook: Workbook) {
    for sheet in workbook.sheets {
      var named: [String: Workbook.Cell] = [:]
      for (row, values) in sheet.rows.enumerated() {
        for (column, cell) in values.enumerated() {
          named["\(Evaluation.letters[column])\(row + 5)"] = cell
        }
      }
      cells[sheet.name] = named
    }
  }

  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ").map(String.init)

  mutating func change(_ sheet: String, _ cell: String, to value: Workbook.Cell) {
    cells[sheet]?[cell] = value
  }

  mutating func value(_ formula: String, on sheet: String) -> Workbook.Value? {
    worked += 1
    if let match = formula.wholeMatch(of: /=SUM\((.*)\)/) {
      let values = match.output.1.split(separator: ",").flatMap { run in
        names(run).compactMap { name in number(name, on: sheet) }
      }
      let isMoney = values.contains { if case .money = $0 { true } else { false } }
      let total = values.map(Evaluation.pence).reduce(0, +)
      return isMoney ? .money(Money(pence: total)) : .number(Int(total))
    }
    if let match = formula.wholeMatch(of: /='(.*)'!([A-Z]+[0-9]+)/) {
      return number(String(match.output.2), on: String(match.output.1))
    }
    if let match = formula.wholeMatch(of: /=ROUND\(([A-Z][0-9]+)-([A-Z][0-9]+),2\)/) {
      guard let one = number(String(match.output.1), on: sheet),
        let two = number(String(match.output.2), on: sheet)
      else { return nil }
      let apart = Evaluation.pence(one) - Evaluation.pence(two)
      if case .money = one { return .money(Money(pence: apart)) }
      return .number(Int(apart))
    }
    if let match = formula.wholeMatch(of: /=IF\(([A-Z][0-9]+)=0,"yes","no"\)/) {
      let found = number(String(match.output.1), on: sheet)
      return .text(found.map(Evaluation.pence) == 0 ? "yes" : "no")
    }
    if let match = formula.wholeMatch(of: /=IF\(COUNTIF\((.*),"no"\)=0,"yes","no"\)/) {
      let said = names(match.output.1).map { number($0, on: sheet) }
      return .text(said.contains(.text("no")) ? "no" : "yes")
    }
    return nil
  }

  private static func pence(_ value: Workbook.Value) -> Int64 {
    switch value {
    case .money(let money): money.pence
    case .number(let number): Int64(number)
    case .text: 0
    }
  }

  /// The cells of a run: `C5:C7`.
  private func names(_ run: Substring) -> [String] {
    let ends = run.split(separator: ":")
    guard ends.count == 2, let first = Int(ends[0].dropFirst()), let last = Int(ends[1].dropFirst())
    else { return [] }
    return (first...last).map { "\(run.prefix(1))\($0)" }
  }

  private mutating func number(_ name: String, on sheet: String) -> Workbook.Value? {
    switch cells[sheet]?[name] {
    case .money(let money): .money(money)
    case .number(let number): .number(number)
    case .formula(let formula, _): value(formula.text, on: sheet)
    case .text(let text): .text(text)
    case .empty, .day, .link, nil: nil
    }
  }
}
