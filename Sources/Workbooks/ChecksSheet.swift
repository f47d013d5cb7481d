import Bookkeeping

/// The sheet that holds every total against the ledger's figure.
struct ChecksSheet {
  let tables: TableSheets

  private static let headings = [
    "Sheet", "Cell", "Total", "In the sheet", "The ledger's figure", "Apart", "Equal",
  ]

  /// The first row says it of all; then comes a row for each total.
  var sheet: Workbook.Sheet {
    let totals = tables.all.flatMap { table in table.totals.map { (table.sheet.name, $0) } }
    let first = Workbook.Sheet.firstRow + 1
    let last = Workbook.Sheet.firstRow + max(totals.count, 1)
    let summary: [Workbook.Cell] = [
      .text("All sheets"), .empty, .text("Every sum equals the ledger's figure"), .empty, .empty,
      .empty,
      totals.contains { $1.isLive }
        ? .formula(.yesIfNoNo(column: 6, rows: first...last), .text("yes"))
        : .text("there are no sums"),
    ]
    return Workbook.Sheet(
      TableSheets.checksName, title: "Whether every formula equals the ledger's figure",
      note: "A total that is not the sum of rows of its table stands as the ledger gave it",
      headings: ChecksSheet.headings,
      rows: [summary]
        + totals.enumerated().map { place, pair in
          ChecksSheet.row(pair.1, on: pair.0, at: first + place)
        }, totals: [0])
  }

  private static func row(_ total: TableSheets.Total, on sheet: String, at row: Int)
    -> [Workbook.Cell]
  {
    let lead: [Workbook.Cell] = [
      .link(sheet), .text(CellName.text(total.column, total.row)), .text(total.heading),
    ]
    guard total.isLive else {
      return lead + [figure(total.figure), figure(total.figure), .empty, .text("not a sum")]
    }
    let nothing: Workbook.Value =
      if case .money = total.figure { .money(.zero) } else { .number(0) }
    return lead + [
      .formula(.copy(sheet: sheet, column: total.column, row: total.row), total.figure),
      figure(total.figure), .formula(.apart(column: 3, less: 4, row: row), nothing),
      .formula(.yesIfNothing(column: 5, row: row), .text("yes")),
    ]
  }

  private static func figure(_ value: Workbook.Value) -> Workbook.Cell {
    switch value {
    case .money(let money): .money(money)
    case .number(let number): .number(number)
    case .share(let share): .share(share)
    case .quantity(let quantity): .quantity(quantity)
    case .text(let text): .text(text)
    }
  }
}
