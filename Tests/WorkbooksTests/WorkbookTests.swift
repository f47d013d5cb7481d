import Bookkeeping
import Foundation
import Recalculation
import Reporting
import TestSupport
import Testing

@testable import Workbooks

struct WorkbookTests {
  private static func workbook() throws -> Workbook {
    try Workbook(SampleReport.report, glossary: [Workbook.Term("Pool", "money put together")])
  }

  @Test func `each table has a sheet, between the contents and the checks`() throws {
    let sheets = try WorkbookTests.workbook().sheets
    #expect(
      sheets.map(\.name) == [
        "Contents", "Risk share", "Risk share 2", "A very long name of a table tha",
        "A very long name of a table 2", "Checks 2", "History 2", "Texts", "Checks", "About",
      ])
    #expect(sheets.map(\.title).prefix(2) == ["A pool, October 2026", "Who bears the overspend"])
    for sheet in sheets {
      #expect(sheet.rows.allSatisfy { $0.count == sheet.headings.count })
    }
    let links = sheets[0].rows.map { $0[0] }
    #expect(links == sheets.dropFirst().map { .link($0.name) })
  }

  @Test func `names of sheets are ones that a spreadsheet takes`() throws {
    let names = ["", "'", "Ä'ö", "🧒🧒🧒🧒🧒🧒🧒🧒🧒🧒🧒🧒🧒🧒🧒🧒", "日本", "a:b/c", "CHECKS", "about"]
    let tables = (names + names + [String(repeating: "é", count: 40)]).map {
      Report.Block.table(SampleReport.table($0, [1], total: 1))
    }
    let found = try Workbook(Report(schema: "s", title: "T", blocks: tables)).sheets.map(\.name)
    #expect(Set(found.map { $0.lowercased() }).count == found.count)
    for name in found {
      #expect(name.utf16.count <= 31 && !name.isEmpty)
      #expect(!name.contains { "[]:*?/\\'".contains($0) })
    }
  }

  @Test func `a total is a live sum, and every formula comes to the ledger's figure`() throws {
    let workbook = try WorkbookTests.workbook()
    var sheet = Evaluation(workbook)
    #expect(sheet.apart() == [])
    #expect(sheet.worked > 20)
    let totals = workbook.sheets[1].rows.map { $0[3] }
    #expect(totals[2] == .formula(.sum(column: 3, rows: [4...5]), .money(30_000_05)))
    #expect(totals[5] == .formula(.sum(column: 3, rows: [4...5, 7...8]), .money(30_000_06)))
    #expect(totals[6] == .money(99))
  }

  @Test func `the checks say yes of each sum, and name what is no sum`() throws {
    let checks = try #require(WorkbookTests.workbook().sheets.first { $0.name == "Checks" })
    let said = checks.rows.map { row -> String in
      switch row[6] {
      case .formula(_, .text(let text)), .text(let text): text
      default: ""
      }
    }
    #expect(said.filter { $0 == "no" }.isEmpty)
    #expect(said[0] == "yes")
    // The reserve's children and sum, and the total of a table that has no other row.
    #expect(said.filter { $0 == "not a sum" }.count == 3)
  }

  @Test func `a sum that was changed is found by the checks`() throws {
    let workbook = try WorkbookTests.workbook()
    var sheet = Evaluation(workbook)
    sheet.change("Risk share", "D5", to: .money(1))
    #expect(sheet.value(of: "G5", on: "Checks") == .text("no"))
  }

  @Test func `text, amounts, days and gaps stand as what they are`() throws {
    let workbook = try WorkbookTests.workbook()
    let rows = workbook.sheets[1].rows
    #expect(rows[1][0] == .text("=Social care()"))
    #expect(rows[0][1] == .day(Day(number: 20_000)))
    #expect(rows[4] == [.text("Not known"), .text("n/k"), .text("n/k"), .text("n/k"), .empty])
    let about = try #require(workbook.sheets.last)
    #expect(about.rows.contains([.text("Source"), .text("Gap"), .money(-270_250)]))
    #expect(about.rows.contains([.text("Source"), .text("Ledger"), .text("record 12, head abc")]))
    #expect(about.rows.contains([.text("Words"), .text("Pool"), .text("money put together")]))
  }

  @Test func `what a spreadsheet cannot keep is refused`() {
    func refusal(_ table: Table) -> Workbook.Refusal? {
      #expect(throws: Workbook.Refusal.self) {
        try Workbook(Report(schema: "s", title: "T", blocks: [.table(table)]))
      }
    }
    #expect(
      refusal(SampleReport.table("t", [1_000_000_000_000_000], total: 0))
        == .numberTooLong(sheet: "T", row: 1))
    let long = Table(
      "t", caption: "T", columns: [Table.Column("a", "A", .text)],
      rows: [Table.Row([.text(String(repeating: "a", count: 32_768))])])
    #expect(refusal(long) == .textTooLong(sheet: "T", row: 1))
    let many = Workbook.Sheet(
      "T", title: "T", headings: [], rows: Array(repeating: [], count: 1_048_573))
    let found = #expect(throws: Workbook.Refusal.self) { try many.check() }
    #expect(found == .tooManyRows(sheet: "T", count: 1_048_573))
    #expect(
      Workbook.Refusal.numberTooLong(sheet: "T", row: 1).diagnostic().description == """
        error workbook-number-too-long: row 1 of the table T holds a number of more than 15 digits
          why     a spreadsheet keeps 15 digits, and would change the rest without a word
          next    write the report as csv or json, which keep every digit
        """)
  }

  @Test func `the same report is the same bytes, whenever it is written`() throws {
    let scratch = try Scratch()
    let workbook = try WorkbookTests.workbook()
    try workbook.write(to: scratch.path + "/one.xlsx")
    // A second that has passed would show in a file that holds the time.
    Thread.sleep(forTimeInterval: 2.1)
    try workbook.write(to: scratch.path + "/two.xlsx")
    let files = ["one", "two"].map {
      FileManager.default.contents(atPath: "\(scratch.path)/\($0).xlsx")
    }
    #expect(files[0] == files[1])
    #expect(files[0]?.prefix(2) == Data("PK".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).count == 2)
    if let folder = ProcessInfo.processInfo.environment["SENDLEDGER_PICTURES"] {
      try workbook.write(to: folder + "/sample.xlsx")
    }
  }

  @Test func `a row is as high as its wrapped texts, and numbers have their heading above them`() {
    let long = String(repeating: "words and more ", count: 9)
    let sheet = Workbook.Sheet(
      "S", title: "S", headings: ["A heading of many words indeed", "Sum", "Mixed"],
      rows: [
        [.text(long), .money(100), .number(1)], [.text("short"), .empty, .text("none")],
        [.text(String(repeating: "x", count: 130)), .money(1), .empty],
      ])
    let widths = SheetWidths(sheet)
    #expect((0..<3).map(widths.lines) == [3, 1, 3])
    #expect(widths.headingLines == 1)
    #expect(widths.isNumeric == [false, true, false])
  }

  @Test func `a place that cannot be written to is said`() throws {
    let workbook = try WorkbookTests.workbook()
    let scratch = try Scratch()
    let failure = #expect(throws: Workbook.Failure.self) {
      try workbook.write(to: scratch.path + "/none/one.xlsx")
    }
    #expect(failure?.diagnostic(of: "one.xlsx").code == "workbook-not-written")
  }

  @Test func `a machine without the library is told what to install`() {
    let diagnostic = Workbook.Failure.libraryMissing.diagnostic(of: "one.xlsx")
    #expect(diagnostic.code == "workbook-library-missing")
    #expect(diagnostic.next?.description.contains("libxlsxwriter") == true)
  }
}
