import Bookkeeping

/// Where a field stands among those of its format: the number itself, or a case of a format's columns.
protocol FieldPlace {
  var place: Int { get }
}

extension Int: FieldPlace {
  var place: Int { self }
}

extension FieldPlace where Self: RawRepresentable<Int> {
  var place: Int { rawValue }
}

/// A row of a sheet, its cells found by field and read as what they are.
///
/// What has been read once is kept, since several steps ask for the same amount and the same day.
final class TypedRow {
  let place: Place
  let fields: [FieldSpec]
  let layout: Layout
  let encoding: SourceFile.Encoding
  /// How many cells the row has.
  let count: Int
  /// By field: the bytes of the cell as UTF-8, trimmed.
  private let cells: [ArraySlice<UInt8>]
  /// The fields of which something has been made, a bit each.
  private var used: UInt128 = 0
  /// By field: the line of its cell, where cells have lines of their own.
  private let lines: [Int]
  private var lastAmount: (field: Int, result: Result<ReadAmount, Money.ParsingFailure>)?
  private var lastDay: (field: Int, result: Result<Day, DayText.Failure>)?

  init(
    _ row: borrowing CSVRow, of file: SourceFile, _ fields: [FieldSpec], _ layout: Layout
  ) {
    place = Place(file: file.name, row: row.row, line: row.line)
    self.fields = fields
    self.layout = layout
    encoding = file.encoding
    count = row.count
    var cells: [ArraySlice<UInt8>] = []
    cells.reserveCapacity(fields.count)
    for column in layout.columns {
      cells.append(column.map { file.encoding.utf8(row[$0]).trimmed.withoutQuote } ?? [])
    }
    self.cells = cells
    lines = []
  }

  /// A row that does not come from a file: its cells by the name of the field.
  convenience init(
    _ cells: [String: String], _ fields: [FieldSpec], _ forms: CellForms = .usual
  ) {
    let place = Place(file: "", row: 1, line: 1)
    self.init(cells.mapValues { Cell(text: $0, line: place.line) }, fields, forms, at: place)
  }

  /// A row whose fields have their names with them, and lines of their own.
  init(
    _ cells: [String: Cell], _ fields: [FieldSpec], _ forms: CellForms = .usual, at place: Place
  ) {
    self.place = place
    self.fields = fields
    layout = Layout(named: fields, forms)
    encoding = .utf8
    count = fields.count
    self.cells = fields.map { Array((cells[$0.name]?.text ?? "").utf8)[...].trimmed }
    lines = fields.map { cells[$0.name]?.line ?? place.line }
  }

  /// The text of a cell, and the line on which it stands.
  struct Cell {
    let text: String
    let line: Int
  }

  /// The trimmed bytes of a field.
  func bytes(_ field: some FieldPlace) -> ArraySlice<UInt8> { cells[field.place] }

  /// The trimmed text of a field; empty where the file has no such column.
  func text(_ field: some FieldPlace) -> String {
    use(field)
    return String(decoding: cells[field.place], as: UTF8.self)
  }

  /// Whether something has been made of a field.
  func isUsed(_ field: some FieldPlace) -> Bool { used >> UInt128(field.place) & 1 == 1 }

  private func use(_ field: some FieldPlace) { used |= 1 << UInt128(field.place) }

  func isEmpty(_ field: some FieldPlace) -> Bool { cells[field.place].isEmpty }

  /// What is wrong with a cell, as a person should read it.
  func fault(_ fault: CellFault, _ field: some FieldPlace) -> Diagnostic {
    let heading = layout.headings[field.place]
    let place =
      lines.isEmpty ? place : Place(file: place.file, row: place.row, line: lines[field.place])
    return fault.diagnostic(
      at: place, column: heading.isEmpty ? fields[field.place].name : heading, text: text(field))
  }

  func amount(_ field: some FieldPlace) throws(Diagnostic) -> ReadAmount {
    use(field)
    do {
      return try readAmount(field).get()
    } catch {
      throw fault(.amount(error), field)
    }
  }

  /// The amount of a cell, with its sign from a word in another column or behind it, where files are so.
  func amount(_ field: some FieldPlace, directedBy direction: some FieldPlace)
    throws(Diagnostic) -> Money
  {
    let amount = try amount(field).money
    let isDirected = layout.columns[direction.place] != nil && !isEmpty(direction)
    guard let signs = layout.forms.signs else {
      if isDirected { throw fault(.directionNotKnown, direction) }
      return amount
    }
    guard isDirected else {
      // A sign may say otherwise than the word that is missing.
      if !(bytes(field).last.map(isLetter) ?? false), amount != .zero {
        throw fault(.withoutItsWord, field)
      }
      return amount
    }
    guard let isOut = signs.isOut(text(direction)) else {
      throw fault(.notOneOf((signs.out.union(signs.into)).sorted()), direction)
    }
    // An amount may have its own word, which says the same or is none.
    if let own = layout.forms.isOut(bytes(field)) {
      guard own == isOut else { throw fault(.againstItsColumn, field) }
      return amount
    }
    if amount < .zero { throw fault(.againstItsColumn, field) }
    return layout.forms.amount(amount, isOut: isOut)
  }

  func day(_ field: some FieldPlace) throws(Diagnostic) -> Day {
    use(field)
    do {
      return try readDay(field).get()
    } catch {
      throw fault(.day(error), field)
    }
  }

  /// The amount of a cell, or why it is none.
  func readAmount(_ field: some FieldPlace) -> Result<ReadAmount, Money.ParsingFailure> {
    if let lastAmount, lastAmount.field == field.place { return lastAmount.result }
    let result = Result { () throws(Money.ParsingFailure) in
      try layout.forms.amount(cells[field.place])
    }
    lastAmount = (field.place, result)
    return result
  }

  /// The day of a cell, or why it is none.
  func readDay(_ field: some FieldPlace) -> Result<Day, DayText.Failure> {
    if let lastDay, lastDay.field == field.place { return lastDay.result }
    let result = Result { () throws(DayText.Failure) in try layout.forms.day(cells[field.place]) }
    lastDay = (field.place, result)
    return result
  }

  /// A cell that has to be filled in.
  func filled(_ field: some FieldPlace) throws(Diagnostic) -> String {
    if isEmpty(field) { throw fault(.missing, field) }
    return text(field)
  }

  /// A cell that may be empty and otherwise has to be something.
  func optional<Value>(_ field: some FieldPlace, _ what: String, _ read: (String) -> Value?)
    throws(Diagnostic) -> Value?
  {
    if isEmpty(field) { return nil }
    guard let value = read(text(field)) else { throw fault(.notA(what), field) }
    return value
  }

  /// A cell that has to be something.
  func value<Value>(_ field: some FieldPlace, _ what: String, _ read: (String) -> Value?)
    throws(Diagnostic) -> Value
  {
    guard let value = read(try filled(field)) else { throw fault(.notA(what), field) }
    return value
  }

  /// A cell that has to be one of some words.
  func word<Word: RawRepresentable & CaseIterable>(_ field: some FieldPlace, _ type: Word.Type)
    throws(Diagnostic) -> Word where Word.RawValue == String
  {
    let text = try filled(field).lowercased()
    let words = Word.allCases.map(\.rawValue)
    guard let word = Word.allCases.first(where: { $0.rawValue.lowercased() == text }) else {
      throw fault(.notOneOf(words), field)
    }
    return word
  }

  /// Refuses a row with a cell that no real one has.
  func checkCells() throws(Diagnostic) {
    for field in fields.indices {
      if cells[field.place].count > CellFault.mostBytes {
        throw fault(.tooLong(cells[field.place].count), field)
      }
      if cells[field.place].contains(0) { throw fault(.holdsNul, field) }
    }
  }
}

extension ArraySlice<UInt8> {
  /// Some banks put a lone quotation mark before text so that a spreadsheet leaves it alone.
  fileprivate var withoutQuote: ArraySlice<UInt8> {
    guard first == UInt8(ascii: "'") else { return self }
    return dropFirst().contains(UInt8(ascii: "'")) ? self : dropFirst()
  }
}
