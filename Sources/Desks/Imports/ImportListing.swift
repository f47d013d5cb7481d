import Bookkeeping
import Funding
import Importing
package import Reporting
package import Storage

/// Imports and their rows as reports.
package enum ImportListing {
  package static func list(_ records: [ImportRecord]) -> Report {
    let rows = records.map { record in
      Table.Row([
        .text(record.reference.code), .text(record.state.rawValue), .text(record.kind),
        .text(record.fileName), .day(record.previewed),
        .number(record.tallies.map(\.rows).reduce(0, +)),
        record.hasOneSum ? .money(record.tallies.map(\.amount).total()) : .blank,
      ])
    }
    return Report(
      schema: "sendledger/imports@1", title: "Imports",
      blocks: [
        .table(
          Table(
            "imports", caption: "Files that were previewed, the earliest first",
            columns: [
              Table.Column("import", "Import", .text), Table.Column("state", "State", .text),
              Table.Column("kind", "Kind", .text), Table.Column("file", "File", .text),
              Table.Column("previewed", "Previewed", .day, minor: true),
              Table.Column("rows", "Rows", .number), Table.Column("amount", "Sum", .money),
            ], rows: rows))
      ])
  }

  package static func show(_ record: ImportRecord, _ rows: [ImportRow]) -> Report {
    Report(
      schema: "sendledger/import@1", title: "\(record.reference), \(record.fileName)",
      blocks: [
        .facts(facts(record)),
        .table(
          .verdicts(
            record.tallies.map { (heading: $0.verdict, rows: $0.rows, amount: $0.amount) },
            hasSum: record.hasOneSum)),
      ] + (rows.isEmpty ? [] : [.table(table(rows))]))
  }

  package static func twins(_ rows: [ImportRow], _ record: ImportRecord) -> Report {
    Report(
      schema: "sendledger/twins@1", title: "\(record.reference), \(record.fileName): twins",
      blocks: rows.isEmpty
        ? [.paragraph("No row of it may be a twin.")]
        : [
          .table(table(rows)),
          .advice("Next: \(.decideTwins(record.reference.code))"),
        ])
  }

  private static func facts(_ record: ImportRecord) -> [Report.Fact] {
    [
      Report.Fact("State", .text(record.state.rawValue)),
      Report.Fact("Kind", .text(record.kind)),
      Report.Fact("SHA-256", .text(record.fileDigest.description)),
      Report.Fact("Previewed", .text("\(record.previewed) by \(record.actor)")),
    ] + (record.mapping.map { [Report.Fact("Mapping", .text($0))] } ?? [])
      + record.options.map { Report.Fact($0.name, .text($0.value)) }
  }

  private static func table(_ rows: [ImportRow]) -> Table {
    Table(
      "rows", caption: "Rows to look at",
      columns: [
        Table.Column("row", "Row", .number), Table.Column("line", "Line", .number, minor: true),
        Table.Column("verdict", "Verdict", .text), Table.Column("day", "Day", .day),
        Table.Column("amount", "Amount", .money), Table.Column("why", "Why", .text),
        Table.Column("decided", "Decided", .text),
      ],
      rows: rows.map { row in
        Table.Row([
          .number(row.row), .number(row.line), .text(row.verdict),
          row.day.map { .day($0) } ?? .blank, row.amount.map { .money($0) } ?? .unknown,
          .text("\(row.code): \(row.problem)"),
          row.decision.map { .text("\($0.isReal ? "real" : "twin"), \($0.actor)") } ?? .blank,
        ])
      })
  }
}

extension Table {
  /// What the rows of a file come to, and all of them together.
  ///
  /// `hasSum` is whether their amounts are of one thing.
  static func verdicts(
    _ tallies: [(heading: String, rows: Int, amount: Money)], hasSum: Bool
  ) -> Table {
    let all = ("Rows of data", tallies.map(\.rows).reduce(0, +), tallies.map(\.amount).total())
    var columns = [
      Table.Column("verdict", "Rows", .text), Table.Column("rows", "Number", .number),
    ]
    if hasSum { columns.append(Table.Column("amount", "Sum", .money)) }
    return Table(
      "verdicts", caption: "What the rows come to", columns: columns,
      rows: (tallies + [all]).enumerated().map { place, tally in
        let cells: [Cell] = [.text(tally.heading), .number(tally.rows)]
        return Table.Row(
          cells + (hasSum ? [.money(tally.amount)] : []), isTotal: place == tallies.count)
      })
  }
}

extension ImportRecord {
  /// Whether the amounts of its rows are of one thing.
  fileprivate var hasOneSum: Bool { ImportKind(rawValue: kind)?.hasOneSum ?? true }
}
