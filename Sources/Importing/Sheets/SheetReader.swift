import Bookkeeping
import Funding

/// Finds the headings of a file, and then makes a result of every row.
final class SheetReader {
  private let file: SourceFile
  private var format: any RowFormat
  private let opens: Day
  private let isWhole: Bool
  private var results: [RowResult] = []
  private var finder: LayoutFinder
  private var layout: Layout?
  private var sealer: RowSealer
  private var stopped: Diagnostic?
  private var tally = TotalTally()
  private let amountFields: [Int]
  /// Those of ``amountFields``, and the prices beside them.
  private let moneyFields: [Int]
  private let referenceField: Int?
  private(set) var summary = SheetSummary()

  init(
    _ file: SourceFile, _ format: any RowFormat, opens: Day, salt: Salt, isWhole: Bool
  ) {
    self.file = file
    self.format = format
    self.opens = opens
    self.isWhole = isWhole
    finder = LayoutFinder(format.fields)
    sealer = RowSealer(format.kind, format.fields, salt: salt)
    amountFields = format.fields.indices.filter { format.fields[$0].kind == .amount }
    moneyFields = format.fields.indices.filter {
      format.fields[$0].kind == .amount || format.fields[$0].kind == .price
    }
    referenceField = format.fields.firstIndex { $0.name == "reference" }
  }

  /// The results of the rows taken since this was last asked.
  func collect() -> [RowResult] {
    defer { results.removeAll(keepingCapacity: true) }
    return results
  }

  private func give(_ result: RowResult) { results.append(result) }

  func take(_ row: borrowing CSVRow) {
    if stopped != nil { return }
    if row.isBlank {
      summary.blanks += 1
      return give(.blank(Place(file: file.name, row: row.row, line: row.line)))
    }
    guard let layout else { return findLayout(row) }
    use(TypedRow(row, of: file, format.fields, layout))
  }

  /// Begins a file whose fields have their names with them.
  func beginWithoutHeadings() {
    begin(Layout(named: format.fields))
  }

  /// Takes a row whose fields have their names with them.
  func take(_ row: TypedRow) { use(row) }

  /// Takes note of what should be a row and is none.
  func refuse(_ diagnostic: Diagnostic) { give(.refused(diagnostic, nil)) }

  // MARK: Headings

  private func findLayout(_ row: borrowing CSVRow) {
    let texts = (0..<row.count).map { field in
      let bytes = row[field]
      return bytes.count > CellFault.mostBytes ? "" : file.encoding.text(bytes.trimmed)
    }
    if let order = format.order {
      guard let layout = Layout(without: order, format.fields, first: texts) else {
        stopped = notTheseColumns(row.row, row.line, order)
        return
      }
      begin(layout)
      return use(TypedRow(row, of: file, format.fields, layout))
    }
    switch finder.offer(texts) {
    case .layout(let layout):
      summary.headings += layout.headingRows
      summary.preamble -= layout.headingRows - 1
      begin(layout)
    case .ambiguous(let field, let one, let other):
      let isSame = one == other
      stopped = Diagnostic(
        .error, "heading-twice", at: Place(file: file.name, row: row.row, line: row.line),
        problem: isSame
          ? "two columns have the heading \(Quotable.heading(one))"
          : "two columns may be \(field): \(Quotable.heading(one)) and \(Quotable.heading(other))",
        why: "neither can be trusted",
        next: isSame ? "give one of them another heading" : "name one of them in a mapping")
    case nil:
      summary.preamble += 1
      if finder.isExhausted { stopped = headingsNotFound() }
    }
  }

  private func begin(_ layout: Layout) {
    self.layout = layout
    do {
      try format.begin(layout)
    } catch {
      stopped = error
    }
  }

  private func headingsNotFound() -> Diagnostic {
    let wanted = format.fields.filter(\.isRequired).map(\.name)
    let near = finder.closest
    return Diagnostic(
      .error, "columns-not-found",
      at: Place(file: file.name, row: 1, line: 1),
      problem: near.map { "the file has no column for \($0.missing.joined(separator: ", "))" }
        ?? "no row of the file looks like headings of \(format.kind.rawValue)",
      why: near.map { "it has: \($0.found.joined(separator: ", "))" }
        ?? "the headings needed are: \(wanted.joined(separator: ", "))",
      next: "check the kind of file, or name its columns in a mapping")
  }

  private func notTheseColumns(_ row: Int, _ line: Int, _ order: [String]) -> Diagnostic {
    Diagnostic(
      .error, "columns-not-found", at: Place(file: file.name, row: row, line: line),
      problem: "the first row is not \(order.joined(separator: ", "))",
      why: "files of this layout have no headings, and are known by their columns",
      next: "check the mapping, or take out what stands before the first row")
  }

  // MARK: Rows

  private func use(_ row: TypedRow) {
    if let total = statedTotal(row) {
      summary.totals += 1
      summary.controls.append(tally.check(total, at: row.place))
      return give(.total(row.place, total))
    }
    do {
      try row.checkCells()
      note(row)
      switch try format.meaning(of: row) {
      case .says(let saying):
        try checkDay(saying.day, row)
        tally.count(saying.amount)
        remember(saying.day)
        give(.reading(reading(row, saying)))
      case .outside(let amount):
        tally.count(amount)
        give(.outside(row.place, amount))
      case .nothing: give(.nothing(row.place))
      case .total(let amount):
        summary.totals += 1
        give(.total(row.place, amount))
      case .heading:
        summary.headings += 1
        give(.heading(row.place))
      }
    } catch {
      let amount = readableAmount(row)
      if let amount { tally.count(amount) }
      give(.refused(error, amount))
    }
  }

  private func reading(_ row: TypedRow, _ saying: Saying) -> Reading {
    Reading(
      place: row.place, amount: saying.amount, day: saying.day,
      identity: sealer.identity(of: row),
      hasReference: referenceField.map { !row.isEmpty($0) } ?? false, intent: saying.intent,
      cells: isWhole ? sealer.cells(of: row) : [], hidden: isWhole ? sealer.hidden(of: row) : nil,
      texts: saying.texts)
  }

  /// The amount of a row that cannot be used, where that much of it can be read.
  private func readableAmount(_ row: TypedRow) -> Money? {
    let amounts = amountFields.filter { !row.isEmpty($0) }
    guard let field = amounts.first else { return nil }
    return (try? row.readAmount(field).get())?.money
  }

  /// Days before the ledger opens cannot be posted to it.
  private func checkDay(_ day: Day, _ row: TypedRow) throws(Diagnostic) {
    guard day < opens else { return }
    throw Diagnostic(
      .error, "date-before-ledger", at: row.place, problem: "the row is of \(day)",
      why: "the ledger opens on \(opens)", next: "leave the row out, or use an earlier ledger")
  }

  /// The total that a row states of the file: an amount with nothing beside it, or with that word.
  private func statedTotal(_ row: TypedRow) -> Money? {
    guard format.kind != .dsgAllocation,
      let field = amountFields.first(where: { !row.isEmpty($0) }),
      case .success(let amount) = row.readAmount(field).map(\.money)
    else { return nil }
    for other in row.fields.indices where other != field && !row.isEmpty(other) {
      return row.bytes(other).saysTotal ? amount : nil
    }
    return amount
  }

  private func note(_ row: TypedRow) {
    for field in moneyFields where !row.isEmpty(field) {
      guard case .success(let read) = row.readAmount(field), let note = read.note else { continue }
      summary.notes[note, default: 0] += 1
    }
  }

  private func remember(_ day: Day) {
    summary.firstDay = min(summary.firstDay ?? day, day)
    summary.lastDay = max(summary.lastDay ?? day, day)
  }

  /// Ends the reading.
  ///
  /// - Returns: why nothing of the file can be used, if nothing can.
  func finish() -> Diagnostic? {
    if let stopped { return stopped }
    if layout == nil { return headingsNotFound() }
    let ending = format.finish()
    summary.controls += ending.controls
    summary.faults += ending.diagnostics
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// Whether the cell is the label of a total, and not the name of a supplier that begins with it:
  /// `Grand Total`, `Total for October 2026`.
  fileprivate var saysTotal: Bool {
    guard let first, first | 0x20 == UInt8(ascii: "t") || first | 0x20 == UInt8(ascii: "g") else {
      return false
    }
    let words = String(decoding: self, as: UTF8.self).lowercased()
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let label = words.first == "grand" ? words.dropFirst() : words[...]
    return (label.first == "total" || label.first == "totals")
      && label.dropFirst().allSatisfy { word in
        word.allSatisfy(\.isNumber) || totalWords.contains(word) || monthNames.contains(word)
      }
  }
}

/// The words that may follow `total` in a label.
private let totalWords: Set<String> = [
  "for", "of", "the", "month", "period", "year", "to", "all", "payments", "amount", "net",
  "expenditure", "spend", "invoices", "gbp",
]

/// The sums by which a total that a file states is checked.
private struct TotalTally {
  private var all = Money.zero
  private var sinceTotal = Money.zero

  mutating func count(_ amount: Money) {
    all += amount
    sinceTotal += amount
  }

  mutating func check(_ stated: Money, at place: Place) -> ControlTotal {
    let found = stated == sinceTotal ? sinceTotal : all
    sinceTotal = .zero
    return ControlTotal(name: "total of the file", place: place, stated: stated, found: found)
  }
}
