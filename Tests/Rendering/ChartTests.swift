import Bookkeeping
import Foundation
import Rendering
import Reporting
import TestSupport
import Testing

/// Charts of a pack: drawn the same each time, and with the numbers of the table beside them.
struct ChartTests {
  private static let renderer = HTMLRenderer(for: .finance(.thousands))

  private static func page(_ blocks: [Report.Block]) -> String {
    renderer.render(Report(schema: "s", title: "T", blocks: [.heading("H")] + blocks))
  }

  /// The amounts in a text, as printed in thousands with one decimal.
  private static func amounts(_ text: String) -> [String] {
    text.matches(of: /−?[0-9][0-9,]*\.[0-9](?![0-9%])/).map { String($0.output) }.sorted()
  }

  private static func description(_ page: String) -> String {
    page.firstMatch(of: /<desc[^>]*>([^<]*)<\/desc>/).map { String($0.output.1) } ?? ""
  }

  private static func cells(_ page: String) -> [String] {
    page.matches(of: /<td role="cell"[^>]*class="n">([^<]*)<\/td>/).map { String($0.output.1) }
      .sorted()
  }

  @Test func `a table beside a chart holds the numbers that its description says`() {
    let pairs: [(Report.Block, Table)] = [
      (.lines(PoolCharts.lines), PoolCharts.lines.table),
      (.fan(PoolCharts.fan), PoolCharts.fan.table),
      (.swings(PoolCharts.swings), PoolCharts.swings.table),
    ]
    for (block, table) in pairs {
      var said = ChartTests.amounts(ChartTests.description(ChartTests.page([block])))
      if case .swings = block, let centre = said.firstIndex(of: "2,702.5") {
        said.remove(at: centre)
      }
      #expect(said == ChartTests.cells(ChartTests.page([.table(table)])))
      #expect(!said.isEmpty)
    }
  }

  @Test func `names on a page are its own, however many charts there are`() {
    let bars = Report.Block.bars(
      Report.Bars(title: "B", subtitle: "b", bars: [.init("One", [.init("Spent", 100)])]))
    let steps = Report.Block.steps(
      Report.Steps(
        title: "S", subtitle: "s", counted: "Families", measured: "Cost", bound: "Most",
        points: [.init(1, 100, most: 200, isGranted: true)]))
    let charts = PoolCharts.report.blocks + PoolCharts.extremeReport.blocks + [bars, steps]
    let page = ChartTests.page(charts + charts)
    let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    let named = page.matches(of: /aria-labelledby="([^"]*)"/).flatMap {
      $0.output.1.split(separator: " ").map(String.init)
    }
    let filled = page.matches(of: /url\(\#([^)]*)\)/).map { String($0.output.1) }
    #expect(Set(named + filled).isSubset(of: ids))
    #expect(page.matches(of: /<svg\s/).count == page.matches(of: /role="img"/).count)
  }

  @Test func `a chart is the same bytes each time, and has no numbers but whole ones in it`() {
    let report = PoolCharts.extremeReport
    let page = ChartTests.renderer.render(report)
    #expect(page == ChartTests.renderer.render(report))
    for attribute in ["x", "y", "d", "points", "width", "height", "viewBox"] {
      for match in page.matches(of: /( [a-zA-Z]+)="([^"]*)"/)
      where match.output.1.dropFirst() == attribute {
        #expect(!match.output.2.contains("."), "\(match.output.0)")
      }
    }
  }

  @Test func `nothing on a chart stands outside of it, whatever the amounts`() throws {
    for extreme in PoolCharts.extremes {
      for block in PoolCharts.blocks(of: extreme) {
        let page = ChartTests.page([block])
        let box = try #require(page.firstMatch(of: /viewBox="0 0 (\d+) (\d+)"/))
        let (width, height) = (Int(box.output.1) ?? 0, Int(box.output.2) ?? 0)
        for match in page.matches(
          of: #/ x="(-?\d+)" y="(-?\d+)"(?: width="(-?\d+)" height="(-?\d+)")?/#)
        {
          let x = Int(match.output.1) ?? -1
          let y = Int(match.output.2) ?? -1
          let right = x + (match.output.3.flatMap { Int($0) } ?? 0)
          let bottom = y + (match.output.4.flatMap { Int($0) } ?? 0)
          #expect(x >= 0 && right <= width && right >= x, "\(match.output.0)")
          #expect(y >= 0 && bottom <= height, "\(match.output.0)")
        }
        for match in page.matches(of: /(\d+),(-?\d+)/) where page.contains("<polyline") {
          #expect((Int(match.output.2) ?? -1) >= 0)
        }
      }
    }
  }

  @Test func `names of lines do not stand on one another`() {
    for extreme in PoolCharts.extremes {
      for block in PoolCharts.blocks(of: extreme).prefix(2) {
        let tops = ChartTests.page([block]).matches(
          of: #/ x="(?:1[1-9][0-9]|20[0-8])" y="(\d+)" text-anchor="start"/#
        )
        .compactMap { Int($0.output.1) }
        #expect(zip(tops, tops.dropFirst()).allSatisfy { $1 - $0 >= 19 }, "\(tops)")
      }
    }
  }

  @Test func `text says the headline of a chart, and programs are given its table alone`() {
    let charts = Report(
      schema: "s", title: "T",
      blocks: [
        .lines(PoolCharts.lines), .fan(PoolCharts.fan), .swings(PoolCharts.swings),
        .table(PoolCharts.fan.table),
      ])
    let tables = Report(schema: "s", title: "T", blocks: [.table(PoolCharts.fan.table)])
    #expect(CSVRenderer().render(charts) == CSVRenderer().render(tables))
    #expect(JSONRenderer().render(charts) == JSONRenderer().render(tables))
    let text = TextRenderer(for: .finance(.thousands)).render(charts)
    for title in [PoolCharts.lines.title, PoolCharts.fan.title, PoolCharts.swings.title] {
      #expect(text.replacing("\n", with: " ").contains(title + "."))
    }
    #expect((text.split(separator: "\n").map(\.count).max() ?? 0) <= 80)
  }

  @Test func `negative amounts are noticed in a chart`() {
    for block in PoolCharts.blocks(of: [[1, -2], [3, 4]]) {
      #expect(Report(schema: "s", title: "T", blocks: [block]).holdsNegativeAmount)
    }
    for block in PoolCharts.blocks(of: [[1, 2], [3, 4]]) {
      #expect(!Report(schema: "s", title: "T", blocks: [block]).holdsNegativeAmount)
    }
  }

  /// Pages for a person to look at, where `SENDLEDGER_PICTURES` names a folder for them.
  @Test func `charts can be looked at`() throws {
    guard let folder = ProcessInfo.processInfo.environment["SENDLEDGER_PICTURES"] else { return }
    for (name, report) in [("pool", PoolCharts.report), ("extremes", PoolCharts.extremeReport)] {
      try ChartTests.renderer.render(report).write(
        toFile: "\(folder)/\(name).html", atomically: true, encoding: .utf8)
    }
    try HTMLRenderer(for: .finance(.pounds)).render(PoolCharts.report).write(
      toFile: "\(folder)/pounds.html", atomically: true, encoding: .utf8)
  }
}
