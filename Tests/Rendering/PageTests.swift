import Bookkeeping
import Rendering
import Reporting
import Testing

/// Pages as somebody meets them who hears them, or has a narrow screen.
struct PageTests {
  private static func page(_ table: Table) -> String {
    HTMLRenderer(for: .finance(.thousands)).render(
      Report(schema: "s", title: "T", blocks: [.heading("H"), .table(table)]))
  }

  private static func shares(_ shares: [Fraction]) -> Table {
    Table(
      "shares", caption: "Shares",
      columns: [Table.Column("option", "Option", .text), Table.Column("share", "Share", .share)],
      rows: shares.map { Table.Row([.text("Option A"), .share($0)]) })
  }

  @Test func `a row is called by its first cell that is not empty`() {
    let page = PageTests.page(
      Table(
        "steps", caption: "Steps",
        columns: [
          Table.Column("step", "Step", .number), Table.Column("rule", "Rule", .text),
          Table.Column("sum", "Sum", .money),
        ],
        rows: [
          Table.Row([.number(1), .text("First"), .money(100)]),
          Table.Row([.blank, .text("Total"), .money(100)], isTotal: true),
        ]))
    #expect(page.contains(#"<th scope="row" role="rowheader" data-label="Step" class="n">1</th>"#))
    #expect(page.contains(#"<th scope="row" role="rowheader" data-label="Rule">Total</th>"#))
    #expect(!page.contains("></th>"))
  }

  @Test func `a cell that begins with the words of its heading is not told them again`() {
    let page = PageTests.page(PageTests.shares([.one]))
    #expect(page.contains(#"<th scope="row" role="rowheader">Option A</th>"#))
    #expect(page.contains(#"<td role="cell" data-label="Share" class="n">100.0%</td>"#))
  }

  @Test func `a year and an option of a command are not broken at their hyphens`() {
    let page = HTMLRenderer(for: .family).render(
      Report(
        schema: "s", title: "T",
        blocks: [.heading("H"), .paragraph("Well-known from 2030-31, by run --at 0cf615 <b-1>.")]))
    #expect(
      page.contains(
        "<p>Well-known from <span class=\"w\">2030-31,</span> by run <span class=\"w\">--at</span> "
          + "0cf615 <span class=\"w\">&lt;b-1&gt;.</span></p>"))
  }

  @Test func `a share is in per cent with one decimal, and to a thousandth for programs`() {
    let table = PageTests.shares([
      Fraction(73_349, over: 1_000_000), Fraction(-5, over: 10_000), Fraction(-4, over: 10_000),
    ])
    let report = Report(schema: "s", title: "T", blocks: [.table(table)])
    let text = TextRenderer().render(report)
    for line in ["Option A   7.3%", "Option A  −0.1%", "Option A   0.0%"] {
      #expect(text.contains(line), "\(text)")
    }
    #expect(
      CSVRenderer().render(table) == """
        option,share_percent\r
        Option A,7.335\r
        Option A,-0.050\r
        Option A,-0.040\r

        """)
    #expect(JSONRenderer().render(report).contains("\"share_percent\": 7.335"))
  }

  @Test func `titles of numbers give way before words do, and no word is broken`() {
    let table = Table(
      "t", caption: "T",
      columns: [
        Table.Column("name", "Name", .text),
        Table.Column("sum", "Extra above the contribution", .money),
      ], rows: [Table.Row([.text("Council, commissioning"), .money(1_234_567_00)])])
    let report = Report(schema: "s", title: "T", blocks: [.table(table)])
    let wide = TextRenderer(width: 36).render(report)
    #expect(wide.contains("Council, commissioning  1,234,567.00"), "\(wide)")
    // A word that is wider than its column would push the numbers out of theirs.
    let narrow = TextRenderer(width: 28).render(report)
    #expect(narrow.contains("Council,        1,234,567.00\ncommissioning\n"), "\(narrow)")
  }
}
