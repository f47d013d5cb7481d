import Bookkeeping

/// What is made of the rows of a sheet.
protocol SheetRows {
  associatedtype Said
  var format: any RowFormat<Said> { get set }
  /// What such a file holds, in a word.
  var name: String { get }
  /// Whether a mapping may name its columns.
  var takesMapping: Bool { get }
  /// Whether every row has as many cells as there are headings.
  var isExact: Bool { get }
  var summary: SheetSummary { get set }

  mutating func take(_ row: TypedRow)

  /// Takes note of a row that is empty.
  mutating func pass(_ place: Place)

  /// Takes note of what should be a row and is none.
  mutating func refuse(_ diagnostic: Diagnostic)
}

/// Finds the headings of a file, and hands on every row under them.
final class SheetReader<Rows: SheetRows> {
  let file: SourceFile
  private let fields: [FieldSpec]
  var rows: Rows
  private var finder: LayoutFinder
  private var layout: Layout?
  private var stopped: Diagnostic?
  private var isAmbiguous = false
  /// The row before the one that is looked at for headings.
  private var lastRow = 0

  init(_ file: SourceFile, _ rows: Rows) {
    self.file = file
    self.rows = rows
    fields = rows.format.fields
    finder = LayoutFinder(fields)
  }

  func take(_ row: borrowing CSVRow) {
    if stopped != nil { return }
    if row.isBlank {
      rows.summary.blanks += 1
      return rows.pass(Place(file: file.name, row: row.row, line: row.line))
    }
    guard let layout else { return findLayout(row) }
    // A cell that no heading is for comes of a comma too many: every cell before it may be another's.
    if row.isFilled(beyond: layout.width) || rows.isExact && row.count < layout.width {
      return rows.refuse(
        .cellsDiffer(
          row.count, layout.width, at: Place(file: file.name, row: row.row, line: row.line)))
    }
    if let place = partedFigure(row, layout) { return rows.refuse(figureParted(row, at: place)) }
    if row.lines > 1, row.swallowsRow(of: layout.width, parted: rows.summary.separator) {
      return rows.refuse(rowSwallowed(row))
    }
    if row.count > layout.width { rows.summary.wider += 1 }
    rows.take(TypedRow(row, of: file, fields, layout))
  }

  /// Whether a row was the headings, be they of use or not.
  var hasFoundHeadings: Bool { layout != nil || isAmbiguous }

  /// Begins a file whose fields have their names with them.
  func beginWithoutHeadings() {
    begin(Layout(named: fields), at: Place(file: file.name, row: 1, line: 1))
  }

  /// Takes a row whose fields have their names with them.
  func take(_ row: TypedRow) { rows.take(row) }

  /// Takes note of what should be a row and is none.
  func refuse(_ diagnostic: Diagnostic) { rows.refuse(diagnostic) }

  private func findLayout(_ row: borrowing CSVRow) {
    let texts = (0..<row.count).map { field in
      let bytes = row[field]
      return bytes.count > CellFault.mostBytes ? "" : file.encoding.text(bytes.trimmed)
    }
    let place = Place(file: file.name, row: row.row, line: row.line)
    if let order = rows.format.order {
      guard let layout = Layout(without: order, fields, first: texts, rows.format.forms)
      else {
        stopped = notTheseColumns(row.row, row.line, order)
        return
      }
      begin(layout, at: place)
      return take(row)
    }
    defer { lastRow = row.row }
    switch finder.offer(texts) {
    case .layout(let layout):
      rows.summary.headingRows = layout.headingRows == 1 ? [row.row] : [lastRow, row.row]
      rows.summary.headings += layout.headingRows
      rows.summary.preamble -= layout.headingRows - 1
      begin(layout, at: place)
    case .ambiguous(let field, let one, let other):
      let isSame = one == other
      isAmbiguous = true
      stopped = Diagnostic.error(
        "heading-twice",
        isSame
          ? "two columns have the heading \(Quotable.heading(one))"
          : "two columns may be \(field): \(Quotable.heading(one)) and \(Quotable.heading(other))",
        at: place, why: "neither can be trusted",
        next: !rows.takesMapping
          ? "give one of them another heading"
          : isSame
            ? "say in the mapping which is meant: {heading: NAME, nth: 1}"
            : "name one of them in a mapping")
    case nil:
      rows.summary.preamble += 1
      let title = texts.joined(separator: ",")
      if Heading.isNotPounds(title) {
        rows.summary.doubts.append(
          Diagnostic(
            .warning, "units-not-pounds", at: place,
            problem: "what stands above the headings says that figures are not in pounds",
            why: "where the figures are not in pounds, each would be read as another",
            next: "find out what they are in before the file is committed"))
      }
      if finder.isExhausted { stopped = headingsNotFound() }
    }
  }

  private func begin(_ layout: Layout, at place: Place) {
    var layout = layout
    layout.forms = rows.format.forms
    self.layout = layout
    rows.summary.missing += zip(fields, layout.columns)
      .filter { field, column in field.isMapped && !field.isCarried && column == nil }.map(\.0.name)
    do {
      try requirePounds(layout, at: place)
      try rows.format.begin(layout)
    } catch {
      stopped = error
    }
  }

  /// Ends the reading.
  ///
  /// - Returns: why nothing of the file can be used, if nothing can.
  func finish() -> Diagnostic? {
    if let stopped { return stopped }
    if layout == nil { return headingsNotFound() }
    let ending = rows.format.finish()
    rows.summary.controls += ending.controls
    rows.summary.faults += ending.diagnostics
    rows.summary.caught = ending.caught.sorted {
      ($0.amount.magnitude, $1.code) > ($1.amount.magnitude, $0.code)
    }
    rows.summary.unusedCodes = ending.unusedCodes
    rows.summary.doubts += ending.doubts
    return nil
  }
}

// MARK: Columns that are not those of the format

extension SheetReader {
  private func headingsNotFound() -> Diagnostic {
    let place = Place(file: file.name, row: 1, line: 1)
    let near = finder.closest
    let wanted = fields.filter(\.isRequired).map(\.name)
    return .error(
      "columns-not-found",
      near.map { "the file has no column for \($0.missing.joined(separator: ", "))" }
        ?? "no row of the file looks like headings of \(rows.name)", at: place,
      why: near.map { "it has: \($0.found.joined(separator: ", "))" }
        ?? "the headings needed are: \(wanted.joined(separator: ", "))",
      next: rows.takesMapping
        ? "check the kind of file, or name its columns in a mapping"
        : "check which file was named, or add what is missing")
  }

  /// Refuses figures in thousands, in pence or in other money, whatever kind of file has them.
  private func requirePounds(_ layout: Layout, at place: Place) throws(Diagnostic) {
    let money = zip(fields, layout.headings).filter { field, _ in
      field.kind == .amount || field.kind == .price
    }
    guard let heading = money.map(\.1).first(where: Heading.isNotPounds) else { return }
    throw .error(
      "units-not-pounds", "the heading \(Quotable.heading(heading)) is not in pounds", at: place,
      why: "every figure under it would be read as another",
      next: "have the file exported in pounds and pence")
  }

  private func notTheseColumns(_ row: Int, _ line: Int, _ order: [String]) -> Diagnostic {
    .error(
      "columns-not-found", "the first row is not \(order.joined(separator: ", "))",
      at: Place(file: file.name, row: row, line: line),
      why: "files of this layout have no headings, and are known by their columns",
      next: "check the mapping, or take out what stands before the first row")
  }

  /// Where a figure seems to be parted by its own comma: `1` and `250.00` for `1,250.00`.
  ///
  /// The cell behind is three digits with pence, or three digits in a row with a cell too many.
  private func partedFigure(_ row: borrowing CSVRow, _ layout: Layout) -> Int? {
    guard rows.summary.separator == .comma else { return nil }
    for (field, column) in zip(fields, layout.columns) where field.kind != .text {
      guard field.kind != .day, let column, column + 1 < row.count, row[column].isFewDigits,
        let hasPence = row[column + 1].isThreeDigits
      else { continue }
      let isFollowed =
        !layout.columns.contains(column + 1) && column + 2 < row.count
        && row[column + 2].isThreeDigits != nil
      if hasPence || isFollowed || row.count > layout.width { return column }
    }
    return nil
  }

  private func figureParted(_ row: borrowing CSVRow, at column: Int) -> Diagnostic {
    .error(
      "cells-differ", "a figure seems to be parted by its own comma, in cell \(column + 1)",
      at: Place(file: file.name, row: row.row, line: row.line),
      why: "one to three digits stand before three more, as of a thousand pounds",
      next: "put quotation marks around a figure with a comma in it, or write it without")
  }

  private func rowSwallowed(_ row: borrowing CSVRow) -> Diagnostic {
    .error(
      "cells-differ", "a cell holds a line break and as many commas as a row",
      at: Place(file: file.name, row: row.row, line: row.line),
      why: "a quotation mark that is opened too early makes a row part of another’s cell",
      next: "look for a quotation mark that does not belong there")
  }
}

extension Diagnostic {
  /// A row has more cells than there are headings, or fewer: which of them is whose is not known.
  static func cellsDiffer(_ count: Int, _ width: Int, at place: Place) -> Diagnostic {
    .error(
      "cells-differ", "the row has \(count) cells and the heading \(width)", at: place,
      why: "a comma too many or too few makes one cell another's",
      next: count > width
        ? "put quotation marks around a figure or a text with a comma in it"
        : "give every row as many cells as there are headings, empty ones too")
  }
}

extension CSVRow {
  /// Whether a cell behind so many holds something.
  fileprivate func isFilled(beyond width: Int) -> Bool {
    count > width
      && !(width..<count).allSatisfy { cell in
        let text = self[cell].trimmed
        return text.isEmpty || cell == width && text.starts(with: RefusedRows.behind.utf8)
      }
  }
}

extension CSVRow {
  /// Whether a cell holds a line break, and as many marks as part the cells of a row.
  fileprivate func swallowsRow(of width: Int, parted separator: Separator) -> Bool {
    (0..<count).contains { cell in
      self[cell].contains(UInt8(ascii: "\n"))
        && self[cell].count { $0 == separator.mark } >= max(width - 1, 2)
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether the cell is one to three digits, with a sign, a pound sign or a bracket before them at most.
  fileprivate var isFewDigits: Bool {
    let text = trimmed
    guard text.count <= 8, let last = text.last, isDigit(last) else { return false }
    let digits = text.reversed().prefix { isDigit($0) }.count
    let before = text.dropLast(digits)
    return digits <= 3 && before.allSatisfy { [0x28, 0x2D, 0x2B, 0xC2, 0xA3, 0x20].contains($0) }
  }

  /// Whether the cell is three digits, and whether pence stand behind them; none where it is something else.
  fileprivate var isThreeDigits: Bool? {
    var text = trimmed
    if text.last == UInt8(ascii: ")") { text = text.dropLast() }
    guard text.count >= 3, text.prefix(3).allSatisfy(isDigit) else { return nil }
    let rest = text.dropFirst(3)
    if rest.isEmpty { return false }
    guard rest.first == UInt8(ascii: "."), rest.count <= 3, rest.dropFirst().allSatisfy(isDigit)
    else { return nil }
    return true
  }
}
