import Bookkeeping
import Foundation
import Rendering
import Reporting
import TestSupport
import Testing

/// One report in every form: the same rows, and the same figures.
struct SameFiguresTests {
  private static let seed = Seeded.fresh(ProcessInfo.processInfo.environment).seed

  private static func reports(of pieces: [String]) -> [Report] {
    var maker = RandomReport(Seeded(seed: seed), of: pieces)
    return (0..<200).map { _ in maker.report() }
  }

  @Test func `CSV holds every row and every figure`() {
    for report in SameFiguresTests.reports(of: RandomReport<Seeded>.nasty) {
      let read = CommaSeparated.records(CSVRenderer().render(report)).dropFirst()
      let wanted = report.tables.enumerated().flatMap { place, table in
        table.rows.map { row -> [String] in
          let before = place == 0 ? 0 : report.tables[0].columns.count
          let after = place == 0 ? report.tables[1].columns.count : 0
          return [table.name, row.isTotal ? "1" : "0"] + Array(repeating: "", count: before)
            + row.cells.map(\.inSheet.shown) + Array(repeating: "", count: after)
        }
      }
      #expect(Array(read) == wanted, "seed \(SameFiguresTests.seed)")
    }
  }

  @Test func `JSON holds every row and every figure`() throws {
    for report in SameFiguresTests.reports(of: RandomReport<Seeded>.nasty) {
      let text = JSONRenderer().render(report)
      // Digits are read as text, so that none is lost.
      let quoted = text.replacing(/(?m)(": )(-?[0-9]+(?:\.[0-9]+)?)(,?)$/) {
        "\($0.output.1)\"\($0.output.2)\"\($0.output.3)"
      }
      let all = try JSONSerialization.jsonObject(with: Data(quoted.utf8)) as? [String: Any]
      let tables = try #require(all?["tables"] as? [[String: Any]])
      #expect(all?["title"] as? String == report.title)
      #expect(tables.map { $0["name"] as? String } == report.tables.map(\.name))
      for (table, found) in zip(report.tables, tables) {
        let rows = try #require(found["rows"] as? [[String: Any]])
        #expect(rows.count == table.rows.count)
        for (row, cells) in zip(table.rows, rows) {
          #expect(cells["is_total"] as? Bool == row.isTotal)
          for (column, cell) in zip(table.columns, row.cells) {
            let unit = column.kind == .money ? "_gbp" : column.kind == .share ? "_percent" : ""
            let name = column.name.replacing("-", with: "_") + unit
            #expect((cells[name] as? String ?? "") == cell.plain, "seed \(SameFiguresTests.seed)")
          }
        }
      }
    }
  }

  @Test(arguments: [MoneyUnit.pounds, .thousands])
  func `a table of text holds every row and every figure`(unit: MoneyUnit) throws {
    for report in SameFiguresTests.reports(of: RandomReport<Seeded>.plain) {
      let text = TextRenderer(for: .finance(unit), width: 1000).render(report)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
      var found: [[String]] = []
      var spans: [Range<Int>] = []
      for line in lines {
        if !line.isEmpty, line.allSatisfy({ $0 == "-" || $0 == " " }) {
          spans = SameFiguresTests.spans(of: line)
        } else if line.isEmpty {
          spans = []
        } else if !spans.isEmpty, !String(line).hasPrefix("Figures may not") {
          found.append(
            spans.map { span in
              String(line[min(span.lowerBound, line.count)..<min(span.upperBound, line.count)])
                .trimmingCharacters(in: .whitespaces)
            })
        }
      }
      let wanted = report.tables.flatMap(\.rows).map { $0.cells.map { $0.printed(unit) } }
      #expect(found == wanted, "seed \(SameFiguresTests.seed)")
    }
  }

  /// Where the runs of dashes stand in a rule.
  private static func spans(of rule: [Character]) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var start: Int?
    for (place, character) in (rule + [" "]).enumerated() {
      if character == "-" {
        start = start ?? place
      } else if let first = start {
        spans.append(first..<place)
        start = nil
      }
    }
    return spans
  }

  @Test func `thousands are rounded half away from nothing, and said to be thousands`() {
    for (pence, text) in [
      (173_950_000, "1,739.5"), (-173_950_000, "\u{2212}1,739.5"), (5_000, "0.1"), (4_999, "0.0"),
      (-5_000, "\u{2212}0.1"), (-4_999, "0.0"), (100_000_000_000, "1,000,000.0"),
    ] {
      #expect(Cell.money(Money(pence: Int64(pence))).printed(.thousands) == text)
      let table = Table(
        "t", caption: "Sums", columns: [Table.Column("sum", "Sum", .money)],
        rows: [Table.Row([.money(Money(pence: Int64(pence)))])])
      let report = Report(schema: "s", title: "T", blocks: [.table(table)])
      let lines = TextRenderer(for: .finance(.thousands)).render(report).split(separator: "\n")
      #expect(lines.last?.trimmingCharacters(in: .whitespaces) == text)
      #expect(lines.contains("Sums, £000"))
    }
  }

  @Test func `HTML makes every text harmless, and loses none`() throws {
    for report in SameFiguresTests.reports(of: RandomReport<Seeded>.nasty) {
      let page = HTMLRenderer(for: .finance(.pounds)).render(report)
        .replacing(/<span class="w">([^<]*)<\/span>/) { String($0.output.1) }
      #expect(!page.contains("<script") && !page.contains("<!--"))
      let cells = page.matches(of: /<t[dh] [^>]*role="(?:cell|rowheader)"[^>]*>([^<]*)<\/t[dh]>/)
        .map { String($0.output.1).unescaped }
      let wanted = report.tables.flatMap(\.rows).flatMap(\.cells).map { $0.printed(.pounds).shown }
      #expect(cells == wanted, "seed \(SameFiguresTests.seed)")
      for name in ["title", "h1", "h2", "p", "dt", "caption"] {
        #expect(page.matches(of: try Regex("<\(name)[ >]")).count >= 1)
      }
      let labels = page.matches(of: /data-label="([^"]*)"/).map { String($0.output.1).unescaped }
      #expect(Set(labels).isSubset(of: report.tables.flatMap(\.columns).map(\.title.shown)))
    }
  }
}

extension Cell {
  /// The cell as a sheet takes it: nothing in it may be taken for a formula.
  fileprivate var inSheet: String {
    guard case .text(let text) = self, let first = text.unicodeScalars.first,
      "=+-@\t\r".unicodeScalars.contains(first)
    else { return plain }
    return "'" + text
  }

  /// The cell as finance reads it.
  fileprivate func printed(_ unit: MoneyUnit) -> String {
    if self == .unknown { return "n/k" }
    if case .share(let share) = self {
      let tenths = (share.thousandths + 50) / 100
      let minus = share < .zero && tenths > 0 ? "\u{2212}" : ""
      return "\(minus)\(tenths / 10).\(tenths % 10)%"
    }
    guard case .money(let money, _) = self else { return plain }
    let pence = money.pence.magnitude
    let (whole, rest) =
      switch unit {
      case .pounds: (pence / 100, String(pence % 100 + 100).dropFirst())
      case .thousands:
        ((pence + 5_000) / 100_000, String((pence + 5_000) / 10_000 % 10).dropFirst(0))
      }
    var digits = String(whole)
    for place in [3, 7] where digits.count > place {
      digits.insert(",", at: digits.index(digits.endIndex, offsetBy: -place))
    }
    let isNothing = unit == .thousands && pence < 5_000
    return (money < .zero && !isNothing ? "\u{2212}" : "") + digits + "." + rest
  }
}

extension String {
  /// What a reader sees of the one sign of control that the texts hold.
  fileprivate var shown: String { replacing("\u{1}", with: "‹01›") }

  fileprivate var unescaped: String {
    replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
