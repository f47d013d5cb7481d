import Bookkeeping
import Reporting

/// An invented report with everything that a workbook has to take.
enum SampleReport {
  static let sums = Table(
    "risk-share", caption: "Who bears the overspend",
    columns: [
      Table.Column("partner", "Partner", .text), Table.Column("day", "Agreed", .day),
      Table.Column("children", "Children", .number), Table.Column("borne", "Borne", .money),
      Table.Column("share", "Share", .text),
    ],
    rows: [
      row("Education", Day(number: 20_000), 12, 144_100_10),
      row("=Social care()", Day(number: -40_000), 9, -114_100_05),
      row("Both", nil, 21, 30_000_05, isTotal: true), row("Health", Day(number: 20_400), 3, 1),
      Table.Row([.text("Not known"), .unknown, .unknown, .unknown, .blank]),
      row("All", nil, 24, 30_000_06, isTotal: true),
      // No sum of anything above it.
      row("Reserve", nil, 25, 99, isTotal: true),
    ])

  static func row(
    _ name: String, _ day: Day?, _ children: Int, _ pence: Int64, isTotal: Bool = false
  ) -> Table.Row {
    Table.Row(
      [
        .text(name), day.map { .day($0) } ?? .blank, .number(children),
        .money(Money(pence: pence)), .text("@share"),
      ], isTotal: isTotal)
  }

  static func table(_ name: String, _ amounts: [Int64], total: Int64) -> Table {
    Table(
      name, caption: "Amounts of \(name)",
      columns: [Table.Column("name", "Name", .text), Table.Column("sum", "Sum", .money)],
      rows: amounts.map { Table.Row([.text("a"), .money(Money(pence: $0))]) }
        + [Table.Row([.text("Total"), .money(Money(pence: total))], isTotal: true)])
  }

  /// Texts that a careless writer would spoil.
  static let awkward = [
    "=1+1", "+1", "-1", "@a", "{=1}", "\t=1", "a\r\nb", "a\rb", " a ", "\u{1}b", "_x0041_",
    "<a>&\"'",
    "日本 🧒", "http://example.org", "internal:a", "1e5", "0012", "_x005F_",
  ]

  static let texts = Table(
    "texts", caption: "=Awkward texts", columns: [Table.Column("text", "=Text", .text)],
    rows: awkward.map { Table.Row([.text($0)]) })

  static let report = Report(
    schema: "sendledger/test@1", title: "A pool, October 2026",
    blocks: [
      .facts([
        Report.Fact("Ledger", .text("record 12, head abc")), Report.Fact("Gap", .money(-270_250)),
      ]),
      .heading("Risk share"), .paragraph("=Each bears a share."), .table(sums),
      .heading("More"), .table(table("risk share", [1, 2, 3], total: 6)),
      .table(table("a very long name of a table that is cut: /\\?*[]'", [], total: 0)),
      .table(table("a very long name of a table that is cut too", [5], total: 5)),
      .table(table("Checks", [-5, 5], total: 0)), .table(table("History", [7], total: 7)),
      .table(texts),
    ])
}
