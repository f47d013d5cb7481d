import Reporting

/// The first sheet: what the others are.
struct ContentsSheet {
  let report: Report
  let tables: TableSheets
  let rest: [Workbook.Sheet]

  var sheet: Workbook.Sheet {
    Workbook.Sheet(
      TableSheets.contentsName, title: report.title,
      headings: ["Sheet", "What it holds", "Part", "Rows"],
      rows: tables.all.map { row($0.sheet, $0.part) } + rest.map { row($0, "") })
  }

  private func row(_ sheet: Workbook.Sheet, _ part: String) -> [Workbook.Cell] {
    [
      .link(sheet.name), .text(sheet.title), part.isEmpty ? .empty : .text(part),
      .number(sheet.rows.count),
    ]
  }
}
