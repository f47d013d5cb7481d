import Reporting

/// The sheet that says what the workbook was made from, what else the report says, and its words.
struct AboutSheet {
  let report: Report
  let glossary: [Workbook.Term]

  var sheet: Workbook.Sheet {
    Workbook.Sheet(
      TableSheets.aboutName, title: "About this workbook",
      headings: ["Part", "Name", "What it is"],
      rows: source + remarks + words)
  }

  private var source: [[Workbook.Cell]] {
    [
      [.text("Source"), .text("Report"), .text(report.title)],
      [.text("Source"), .text("Form"), .text(report.schema)],
    ]
  }

  /// Facts and paragraphs, each with the heading that it stands under.
  private var remarks: [[Workbook.Cell]] {
    var part = "Source"
    var rows: [[Workbook.Cell]] = []
    for block in report.blocks {
      switch block {
      case .heading(let text): part = text
      case .facts(let facts):
        rows += facts.map { [.text(part), .text($0.name), TableSheets.plain($0.cell)] }
      case .paragraph(let text): rows.append([.text(part), .text("Remark"), .text(text)])
      case .advice(let advice):
        rows.append([.text(part), .text("Remark"), .text("\(advice)")])
      case .bars(let bars): rows.append([.text(part), .text("Chart"), .text(bars.title)])
      case .steps(let steps): rows.append([.text(part), .text("Chart"), .text(steps.title)])
      case .lines(let lines): rows.append([.text(part), .text("Chart"), .text(lines.title)])
      case .fan(let fan): rows.append([.text(part), .text("Chart"), .text(fan.title)])
      case .swings(let swings): rows.append([.text(part), .text("Chart"), .text(swings.title)])
      case .table: break
      }
    }
    return rows
  }

  private var words: [[Workbook.Cell]] {
    (AboutSheet.ownWords + glossary).map { [.text("Words"), .text($0.word), .text($0.meaning)] }
  }

  private static let ownWords = [
    Workbook.Term("n/k", "not known: nobody knows yet"),
    Workbook.Term("Empty cell", "does not apply"),
    Workbook.Term(
      "Total", "a sum that is worked out in the sheet, unless the sheet Checks says otherwise"),
    Workbook.Term("The ledger's figure", "the total as the ledger gave it when this was made"),
    Workbook.Term("Head", "the last record of the ledger that counts, with its digest"),
  ]
}
