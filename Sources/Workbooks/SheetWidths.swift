import Bookkeeping

/// How wide the columns of a sheet are, in letters: what is longer is wrapped.
struct SheetWidths {
  let widths: [Int]

  private static let least = 10
  private static let most = 60

  init(_ sheet: Workbook.Sheet) {
    widths = sheet.headings.indices.map { column in
      let words = sheet.headings[column].split(separator: " ").map(\.count).max() ?? 0
      let cells = sheet.rows.map { SheetWidths.letters($0[column]) }.max() ?? 0
      return min(max(words + 1, cells + 1, SheetWidths.least), SheetWidths.most)
    }
  }

  private static func letters(_ cell: Workbook.Cell) -> Int {
    switch cell {
    case .empty: 0
    case .text(let text), .link(let text), .formula(_, .text(let text)): text.count
    case .money(let money), .formula(_, .money(let money)): money.grouped.count + 2
    case .number(let number), .formula(_, .number(let number)): String(number).count + 1
    case .share, .formula(_, .share): 8
    case .quantity, .formula(_, .quantity): 12
    case .day: 10
    }
  }
}
