import Bookkeeping
public import Reporting

/// A report as one self-contained page: no script, no requests, nothing that a printer would lose.
public struct HTMLRenderer: Sendable {
  private let reader: Reader

  public init(for reader: Reader) { self.reader = reader }

  public func render(_ report: Report) -> String {
    let (lead, sections) = split(report)
    let headParts: [HTML] = [
      .element("meta", [("charset", "utf-8")]),
      .element("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
      .element("meta", [("name", "robots"), ("content", "noindex")]),
      .element("meta", [("name", "referrer"), ("content", "no-referrer")]),
      .element("title", report.title),
      .style(reader == .family ? PageStyle.family : PageStyle.finance),
    ]
    let title = HTML.element("h1", report.title)
    let mainParts = [title] + sections.enumerated().map { section($0, $1) }
    let bodyParts: [HTML] = [
      .element("a", [("class", "skip"), ("href", "#main")], [HTML("Skip to main content")]),
      .element("header", [], lead.map(block)),
      .element("main", [("id", "main")], mainParts.map(\.onLine)),
      .element("footer", [], [HTML(footer(report))]),
    ]
    return HTML.page(
      "en-GB",
      [
        .element("head", [], headParts.map(\.onLine)),
        .element("body", [], bodyParts.map(\.onLine)),
      ])
  }

  /// What identifies a sheet that has come loose.
  private func footer(_ report: Report) -> String {
    guard case .facts(let facts)? = report.blocks.first else { return report.title }
    let reference = facts.first { $0.name == "Ref" || $0.name == "Ledger" }
    return ([reference.map { reader.text($0.cell) }, report.title].compactMap(\.self))
      .joined(separator: ", ")
  }

  private struct Section {
    var heading: String?
    var blocks: [Numbered] = []
  }

  /// A block, and how many charts there are on the page up to it.
  private struct Numbered {
    let block: Report.Block
    let charts: Int
  }

  /// What stands before the first heading, and the sections behind it.
  private func split(_ report: Report) -> (lead: [Numbered], sections: [Section]) {
    var lead: [Numbered] = []
    var charts = 0
    var sections: [Section] = []
    for block in report.blocks {
      if block.isChart { charts += 1 }
      let numbered = Numbered(block: block, charts: charts)
      if case .heading(let text) = block {
        sections.append(Section(heading: text))
      } else if !sections.isEmpty {
        sections[sections.count - 1].blocks.append(numbered)
      } else if case .facts = block {
        lead.append(numbered)
      } else {
        sections.append(Section(blocks: [numbered]))
      }
    }
    return (lead, sections)
  }

  private func section(_ number: Int, _ section: Section) -> HTML {
    guard let heading = section.heading else {
      return .element("div", [], section.blocks.map(block))
    }
    let id = "s\(number + 1)"
    // The first page of a family's statement stands by itself: it has the key figures.
    let hasKeyFigures = section.blocks.contains {
      if case .facts = $0.block { true } else { false }
    }
    let isFirstPage = reader == .family && number == 0 && hasKeyFigures
    return .element(
      "section", [("aria-labelledby", id)] + (isFirstPage ? [("class", "p1")] : []),
      [.element("h2", [("id", id)], [HTML(heading)]).onLine] + section.blocks.map(block))
  }

  private func block(_ numbered: Numbered) -> HTML {
    let frame = ChartFrame(numbered.charts)
    return switch numbered.block {
    case .heading(let text): HTML.element("h2", text).onLine
    case .paragraph(let text): HTML.element("p", [], [HTML(unbroken: text)]).onLine
    case .advice(let advice): HTML.element("p", [], [HTML(unbroken: "\(advice)")]).onLine
    case .facts(let facts): HTML.element("dl", [], facts.map(fact)).onLine
    case .table(let table): self.table(table).onLine
    case .bars(let bars): BarChart(bars: bars, reader: reader).html(in: frame).onLine
    case .steps(let steps): StepChart(steps: steps, reader: reader).html(in: frame).onLine
    case .lines(let lines): LineChart(lines: lines, reader: reader).html(in: frame).onLine
    case .fan(let fan): FanChart(fan: fan, reader: reader).html(in: frame).onLine
    case .swings(let swings): SwingChart(swings: swings, reader: reader).html(in: frame).onLine
    }
  }

  private func fact(_ fact: Report.Fact) -> HTML {
    let isMoney = if case .money = fact.cell { true } else { false }
    return .element(
      "div", [],
      [
        .element("dt", fact.name),
        .element("dd", isMoney ? [("class", "n")] : [], [HTML(unbroken: reader.text(fact.cell))]),
      ])
  }

  // MARK: Tables

  /// Roles are given because a narrow screen shows rows as lists, and some browsers then forget that
  /// they are a table.
  private func table(_ table: Table) -> HTML {
    let headings = table.columns.map { column in
      HTML.element(
        "th",
        [("scope", "col"), ("role", "columnheader")]
          + (column.kind.isNumeric ? [("class", "n")] : []), [HTML(unbroken: column.title)])
    }
    let rows = table.rows.map { row in
      // A row is called by the first cell that holds anything: a total has none under "Step".
      let name = row.cells.firstIndex { !reader.text($0).isEmpty }
      return HTML.element(
        "tr", [("role", "row")] + (row.isTotal ? [("class", "total")] : []),
        zip(table.columns, row.cells).enumerated().map { place, pair in
          cell(pair.1, under: pair.0, isName: place == name)
        }
      ).onLine
    }
    return .element(
      "table", [("class", "stack"), ("role", "table")],
      [
        .element("caption", reader.caption(of: table)).onLine,
        .element(
          "thead", [("role", "rowgroup")], [.element("tr", [("role", "row")], headings)]
        ).onLine,
        .element("tbody", [("role", "rowgroup")], rows),
      ])
  }

  private func cell(_ cell: Cell, under column: Table.Column, isName: Bool) -> HTML {
    let text = reader.text(cell)
    let content =
      isTag(text) ? HTML.element("span", [("class", "tag")], [HTML(text)]) : HTML(unbroken: text)
    // "Option A" under "Option" needs nothing before it.
    let label = text.hasPrefix(column.title) ? [] : [("data-label", column.title)]
    let numeric =
      column.kind.isNumeric ? [("class", "n")] : column.kind == .day ? [("class", "d")] : []
    return isName
      ? .element("th", [("scope", "row"), ("role", "rowheader")] + label + numeric, [content])
      : .element("td", [("role", "cell")] + label + numeric, [content])
  }

  /// Words that a reader should not miss in a row.
  private func isTag(_ text: String) -> Bool { text == "Please send" || text.hasPrefix("Late by ") }
}

extension Report.Block {
  fileprivate var isChart: Bool {
    switch self {
    case .heading, .paragraph, .advice, .facts, .table: false
    case .bars, .steps, .lines, .fan, .swings: true
    }
  }
}
