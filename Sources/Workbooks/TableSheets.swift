import Bookkeeping
import Reporting

/// The tables of a report as sheets, with live sums for their totals.
struct TableSheets {
  private(set) var all: [Placed] = []
  /// The names of sheets that are taken once the tables and those of our own have theirs.
  static let checksName = "Checks"
  static let aboutName = "About"
  static let contentsName = "Contents"

  /// A sheet, the part of the report that its table stands in, and its totals.
  struct Placed {
    let sheet: Workbook.Sheet
    let part: String
    let totals: [Total]
  }

  /// A total of a table: the cell it is in, and the figure that the ledger gave.
  struct Total {
    let row: Int
    let column: Int
    let heading: String
    let figure: Workbook.Value
    /// Whether it is a live sum; a figure that is not a sum of its rows stands as it is.
    let isLive: Bool
  }

  init(_ report: Report) {
    var names = SheetNames()
    for name in [TableSheets.contentsName, TableSheets.checksName, TableSheets.aboutName] {
      _ = names.name(for: name)
    }
    var part = ""
    for block in report.blocks {
      switch block {
      case .heading(let text): part = text
      case .table(let table): all.append(Self.placed(table, names.name(for: table.name), part))
      case .paragraph, .advice, .facts, .bars, .steps, .lines, .fan, .swings: break
      }
    }
  }

  private static func placed(_ table: Table, _ name: String, _ part: String) -> Placed {
    var totals: [Total] = []
    let rows = table.rows.enumerated().map { place, row in
      row.cells.enumerated().map { column, cell -> Workbook.Cell in
        guard row.isTotal, let value = value(cell) else { return plain(cell) }
        let runs = runs(of: column, adding: value, in: table, above: place)
        totals.append(
          Total(
            row: place + Workbook.Sheet.firstRow, column: column,
            heading: "\(words(row)), \(table.columns[column].title)", figure: value,
            isLive: runs != nil))
        return runs.map { .formula(.sum(column: column, rows: $0), value) } ?? plain(cell)
      }
    }
    let hasMoney = table.columns.contains { $0.kind == .money }
    let sheet = Workbook.Sheet(
      name, title: table.caption, note: hasMoney ? "Amounts in pounds" : "",
      headings: table.columns.map(\.title), rows: rows,
      totals: Set(table.rows.indices.filter { table.rows[$0].isTotal }))
    return Placed(sheet: sheet, part: part, totals: totals)
  }

  /// What a total is called in its row.
  private static func words(_ row: Table.Row) -> String {
    for case .text(let text) in row.cells where !text.isEmpty { return text }
    return "Total"
  }

  /// The rows that a total is the sum of: those since the total before it, or all that are no totals.
  private static func runs(
    of column: Int, adding total: Workbook.Value, in table: Table, above place: Int
  ) -> [ClosedRange<Int>]? {
    let parts = (0..<place).filter { !table.rows[$0].isTotal }
    let since = table.rows[..<place].lastIndex(where: \.isTotal).map { $0 + 1 } ?? 0
    for rows in [Array(since..<place), parts] where !rows.isEmpty {
      let values = rows.compactMap { value(table.rows[$0].cells[column]) }
      if !values.isEmpty, sum(values) == total { return joined(rows) }
    }
    return nil
  }

  private static func joined(_ rows: [Int]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for row in rows.map({ $0 + Workbook.Sheet.firstRow }) {
      if let last = runs.last, last.upperBound + 1 == row {
        runs[runs.count - 1] = last.lowerBound...row
      } else {
        runs.append(row...row)
      }
    }
    return runs
  }

  private static func sum(_ values: [Workbook.Value]) -> Workbook.Value? {
    var money = Money.zero
    var number = 0
    var isMoney = false
    for value in values {
      switch value {
      case .money(let amount):
        money += amount
        isMoney = true
      case .number(let count): number += count
      case .share, .quantity, .text: return nil
      }
    }
    return isMoney ? .money(money) : .number(number)
  }

  private static func value(_ cell: Cell) -> Workbook.Value? {
    switch cell {
    case .money(let money, _): .money(money)
    case .number(let number): .number(number)
    case .text, .share, .day, .blank, .unknown: nil
    }
  }

  /// A cell of a report as it stands in a sheet.
  static func plain(_ cell: Cell) -> Workbook.Cell {
    switch cell {
    case .text(let text): text.isEmpty ? .empty : .text(text)
    case .money(let money, _): .money(money)
    case .number(let number): .number(number)
    case .share(let share): .share(share)
    case .day(let day): .day(day)
    case .blank: .empty
    case .unknown: .text("n/k")
    }
  }
}
