import Bookkeeping
import Funding
import Reporting
import Storage

extension PreviewPaper {
  /// What a file that corrects another takes back of it, row for row.
  var correction: [Report.Block] {
    guard let batch = request.corrects else { return [] }
    let gone = preview.gone
    if gone.isEmpty {
      return [
        .paragraph(
          "Of the months that this file has, \(batch) has no row that stands in it otherwise, or no more."
        )
      ]
    }
    let shown = gone.prefix(PreviewPaper.mostGone)
    var rows = shown.map { row in
      Table.Row([
        .text(row.becomes == nil ? "gone" : row.isBeside ? "posted again" : "changed"),
        .text(row.place.batch.code),
        .number(row.place.row), .day(row.day), row.amount.map { .money($0) } ?? .unknown,
        row.becomes.map { .number($0) } ?? .blank,
      ])
    }
    let rest = gone.dropFirst(shown.count)
    if !rest.isEmpty {
      rows.append(
        Table.Row([
          .text("\(rest.count) more"), .blank, .blank, .blank,
          .money(rest.compactMap(\.amount).total()), .blank,
        ]))
    }
    rows.append(
      Table.Row(
        [
          .text("\(gone.count) in all"), .blank, .blank, .blank,
          .money(gone.compactMap(\.amount).total()), .blank,
        ], isTotal: true))
    return [
      .table(
        Table(
          "correction", caption: "Taken back of \(batch)",
          columns: [
            Table.Column("cause", "Cause", .text), Table.Column("import", "Import", .text),
            Table.Column("row", "Row", .number), Table.Column("day", "Day", .day),
            Table.Column("amount", "Amount", .money), Table.Column("now", "Now row", .number),
          ], rows: rows))
    ]
  }

  /// So many rows are listed of what a correction takes back.
  private static let mostGone = 200
}
