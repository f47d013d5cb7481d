import Bookkeeping

/// How wide the columns of a sheet are, in letters, and how many lines its rows then need.
struct SheetWidths {
  let widths: [Int]
  /// Whether a column holds numbers and no words, so that its heading stands to the right.
  let isNumeric: [Bool]
  private let sheet: Workbook.Sheet

  private static let least = 10
  private static let most = 60

  init(_ sheet: Workbook.Sheet) {
    self.sheet = sheet
    isNumeric = sheet.headings.indices.map { column in
      let cells = sheet.rows.map { $0[column] }.filter { $0 != .empty }
      return !cells.isEmpty && !cells.contains { SheetWidths.isWords($0) }
    }
    widths = sheet.headings.indices.map { column in
      let words = sheet.headings[column].split(separator: " ").map(\.count).max() ?? 0
      let cells = sheet.rows.map { SheetWidths.letters($0[column]) }.max() ?? 0
      return min(max(words + 1, cells + 1, SheetWidths.least), SheetWidths.most)
    }
  }

  /// The lines of the row of headings.
  var headingLines: Int { zip(sheet.headings, widths).map { SheetWidths.lines($0, $1) }.max() ?? 1 }

  /// The lines of a row: not every program makes a row as high as its wrapped texts.
  func lines(of row: Int) -> Int {
    zip(sheet.rows[row], widths).map { cell, width in
      if case .text(let text) = cell { SheetWidths.lines(text, width) } else { 1 }
    }.max() ?? 1
  }

  /// How many lines a text needs, with room to spare: a letter may be wider than most.
  private static func lines(_ text: String, _ width: Int) -> Int {
    if text.count < width { return 1 }
    var lines = 1
    var used = 0
    for word in text.split(separator: " ") {
      if used > 0, used + word.count + 1 > width - 1 {
        lines += 1
        used = 0
      }
      used += word.count + 1
      // A word that is longer than a line is broken.
      lines += (used - 1) / width
      used = used > width ? used % width : used
    }
    return lines
  }

  private static func isWords(_ cell: Workbook.Cell) -> Bool {
    switch cell {
    case .text, .link, .day, .formula(_, .text): true
    case .empty, .money, .number, .share, .quantity, .formula: false
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
