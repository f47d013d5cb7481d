import Bookkeeping
public import Reporting

/// A report as plain text, at most 80 columns wide.
public struct TextRenderer: Sendable {
  let reader: Reader
  let width: Int

  /// The width of a terminal that nobody has widened.
  public static let width = 80

  public init(for reader: Reader = .finance(.pounds), width: Int = TextRenderer.width) {
    self.reader = reader
    self.width = width
  }

  public func render(_ report: Report) -> String {
    ([report.title] + report.blocks.map(render)).joined(separator: "\n\n").showingControls + "\n"
  }

  private func render(_ block: Report.Block) -> String {
    switch block {
    case .heading(let text): text
    case .paragraph(let text): wrap(text, width).joined(separator: "\n")
    case .advice(let advice): wrap("\(advice)", width).joined(separator: "\n")
    case .facts(let facts): render(facts)
    case .table(let table): TextTable(table: table, reader: reader, width: width).render()
    case .bars(let bars): render(bars)
    // Of the others, the same numbers stand in the table beside them.
    case .steps(let steps): headline(steps.title)
    case .lines(let lines): headline(lines.title)
    case .fan(let fan): headline(fan.title)
    case .swings(let swings): headline(swings.title)
    }
  }

  private func headline(_ title: String) -> String {
    wrap(title + ".", width).joined(separator: "\n")
  }

  private func render(_ facts: [Report.Fact]) -> String {
    let names = facts.map(\.name.count).max() ?? 0
    return facts.map { fact in
      let value = wrap(reader.text(fact.cell), width - names - 2)
      let indent = String(repeating: " ", count: names + 2)
      return padded(fact.name, to: names) + "  " + value.joined(separator: "\n" + indent)
    }.joined(separator: "\n")
  }

  /// Bars have their table beside them, so text needs only say what they show.
  private func render(_ bars: Report.Bars) -> String {
    let lines = bars.bars.flatMap { bar in
      [bar.name] + bar.parts.map { "  \($0.word) \(reader.text($0.amount))" }
    }
    return (["\(bars.title): \(bars.subtitle)"] + lines).joined(separator: "\n")
  }
}

/// A table of a report as lines of text.
private struct TextTable {
  let table: Table
  let reader: Reader
  let width: Int
  private let gap = 2

  /// A text column is not made narrower than this.
  private static let leastWidth = 9

  func render() -> String {
    var columns = Array(table.columns.indices)
    var dropped: [String] = []
    while total(narrowed(widths(of: columns), columns, to: columns.map(longestWord))) > width,
      let last = columns.last(where: { table.columns[$0].isMinor })
    {
      columns.removeAll { $0 == last }
      dropped.insert(table.columns[last].title, at: 0)
    }
    let widths = narrowed(widths(of: columns), columns)
    return ([reader.caption(of: table)] + lines(columns, widths) + remarks(dropped))
      .joined(separator: "\n")
  }

  /// Takes room from the titles of numbers, and then from the widest columns of text, until the table
  /// fits.
  private func narrowed(_ widths: [Int], _ columns: [Int]) -> [Int] {
    let whole = narrowed(widths, columns, to: columns.map(longestWord))
    return narrowed(
      whole, columns,
      to: columns.map { table.columns[$0].kind.isNumeric ? longestWord($0) : TextTable.leastWidth })
  }

  private func narrowed(_ widths: [Int], _ columns: [Int], to least: [Int]) -> [Int] {
    var widths = widths
    while total(widths) > width {
      let loose = widths.indices.filter { widths[$0] > least[$0] }
      let titles = loose.filter { table.columns[columns[$0]].kind.isNumeric }
      guard let widest = (titles.isEmpty ? loose : titles).max(by: { widths[$0] < widths[$1] })
      else { break }
      widths[widest] -= 1
    }
    return widths
  }

  /// The longest word of a column and its title; a number is one word.
  private func longestWord(_ column: Int) -> Int {
    let texts = table.rows.map { reader.text($0.cells[column]) } + [table.columns[column].title]
    return texts.flatMap { $0.split(separator: " ") }.map(\.count).max() ?? 0
  }

  private func remarks(_ dropped: [String]) -> [String] {
    var remarks: [String] = []
    if !dropped.isEmpty {
      remarks.append("Not shown at \(width) columns: \(dropped.joined(separator: ", ")).")
    }
    if reader == .finance(.thousands), !addsAsPrinted {
      remarks.append("Figures may not add because of rounding.")
    }
    return remarks
  }

  /// Whether each total is still the sum of what is printed above it.
  private var addsAsPrinted: Bool {
    guard let total = table.rows.last(where: \.isTotal) else { return true }
    let above = table.rows.prefix { !$0.isTotal }
    return table.columns.indices.allSatisfy { column in
      guard case .money(let sum, _) = total.cells[column] else { return true }
      let parts = above.map { row -> Int64 in
        guard case .money(let money, _) = row.cells[column] else { return 0 }
        return MoneyText.tenthsOfThousands(money)
      }
      return parts.reduce(0, +) == MoneyText.tenthsOfThousands(sum)
    }
  }

  private func widths(of columns: [Int]) -> [Int] {
    columns.map { column in
      let cells = table.rows.map { reader.text($0.cells[column]).count }
      return max(cells.max() ?? 0, table.columns[column].title.count)
    }
  }

  private func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + gap * max(widths.count - 1, 0)
  }

  private func lines(_ columns: [Int], _ widths: [Int]) -> [String] {
    let titles = columns.map { table.columns[$0].title }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
    var lines = line(titles, columns, widths) + [rule]
    for row in table.rows {
      if row.isTotal { lines.append(rule) }
      lines += line(columns.map { reader.text(row.cells[$0]) }, columns, widths)
    }
    return lines
  }

  /// A row of cells, which is several lines high where a text has to be wrapped.
  private func line(_ cells: [String], _ columns: [Int], _ widths: [Int]) -> [String] {
    let wrapped = zip(cells, widths).map { cell, width in
      cell.count > width ? wrap(cell, width) : [cell]
    }
    return (0..<(wrapped.map(\.count).max() ?? 1)).map { height in
      columns.indices.map { place in
        let cell = height < wrapped[place].count ? wrapped[place][height] : ""
        return table.columns[columns[place]].kind.isNumeric
          ? String(repeating: " ", count: max(widths[place] - cell.count, 0)) + cell
          : padded(cell, to: widths[place])
      }.joined(separator: "  ").withoutTrailingSpaces
    }
  }
}

extension Table.Column.Kind {
  var isNumeric: Bool {
    switch self {
    case .money, .number, .share: true
    case .text, .day: false
    }
  }
}

func padded(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(width - text.count, 0))
}

/// A text cut into lines between its words.
func wrap(_ text: String, _ width: Int) -> [String] {
  var lines: [String] = []
  var (line, length) = ("", 0)
  for word in text.split(separator: " ") {
    let letters = word.count
    if !line.isEmpty, length + 1 + letters > width {
      lines.append(line)
      (line, length) = ("", 0)
    }
    length += letters + (line.isEmpty ? 0 : 1)
    line += (line.isEmpty ? "" : " ") + word
  }
  return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
}

extension String {
  fileprivate var withoutTrailingSpaces: String {
    var rest = self[...]
    while rest.last == " " { rest = rest.dropLast() }
    return String(rest)
  }
}
