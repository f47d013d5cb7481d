import Bookkeeping
import CLibXlsxWriter

/// Writes the sheets of a workbook with libxlsxwriter.
///
/// Nothing in the file depends on the day or the machine: it is said to have been made on one fixed
/// day, and the names of its parts carry another.
struct WorkbookFile {
  private let book: UnsafeMutablePointer<lxw_workbook>
  let styles: SheetStyles
  private var faults: [lxw_error] = []

  /// 1 January 1980, the first day that a zip file can name.
  private static let made: time_t = 315_532_800

  /// Writes a workbook to a path, over whatever is there.
  ///
  /// What the library keeps for itself while it writes stands beside the file, and nowhere else.
  static func write(_ workbook: Workbook, to path: String) throws(Workbook.Failure) {
    guard xlsxwriter_is_found() else { throw .libraryMissing }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[..<$0]) } ?? "."
    let book = folder.withCString { folder -> UnsafeMutablePointer<lxw_workbook>? in
      var options = lxw_workbook_options()
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return workbook_new_opt(path, &options)
    }
    guard let book else { throw .notMade }
    var file = WorkbookFile(book)
    file.name(workbook.title)
    for sheet in workbook.sheets { file.add(sheet) }
    let closed = workbook_close(book)
    if let fault = (file.faults + [closed]).first(where: { $0 != LXW_NO_ERROR }) {
      throw .notWritten(String(cString: lxw_strerror(fault)))
    }
  }

  private init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    self.book = book
    styles = SheetStyles(book)
  }

  private mutating func name(_ title: String) {
    // A spreadsheet's title holds no more than this.
    var properties = lxw_doc_properties()
    properties.created = WorkbookFile.made
    let fault = String(title.prefix(100)).withCString { title in
      properties.title = UnsafeMutablePointer(mutating: title)
      return workbook_set_properties(book, &properties)
    }
    faults.append(fault)
  }

  private mutating func add(_ sheet: Workbook.Sheet) {
    guard let page = workbook_add_worksheet(book, sheet.name) else {
      return faults.append(LXW_ERROR_SHEETNAME_ALREADY_USED)
    }
    var writer = SheetWriter(page: page, styles: styles)
    writer.write(sheet)
    faults += writer.faults
  }
}

/// Writes the cells of one sheet.
private struct SheetWriter {
  let page: UnsafeMutablePointer<lxw_worksheet>
  let styles: SheetStyles
  private(set) var faults: [lxw_error] = []

  mutating func write(_ sheet: Workbook.Sheet) {
    faults.append(worksheet_write_string(page, 0, 0, kept(sheet.title), styles.title))
    if !sheet.note.isEmpty {
      faults.append(worksheet_write_string(page, 1, 0, sheet.note, nil))
    }
    let heading = UInt32(Workbook.Sheet.headingRow)
    let widths = SheetWidths(sheet)
    for (column, text) in sheet.headings.enumerated() {
      let style = widths.isNumeric[column] ? styles.numberHeading : styles.heading
      faults.append(worksheet_write_string(page, heading, UInt16(column), kept(text), style))
    }
    setHeight(of: heading, widths.headingLines)
    for (place, row) in sheet.rows.enumerated() {
      setHeight(of: UInt32(Workbook.Sheet.firstRow + place), widths.lines(of: place))
      let isTotal = sheet.totals.contains(place)
      for (column, cell) in row.enumerated() {
        write(cell, at: (UInt32(Workbook.Sheet.firstRow + place), UInt16(column)), isTotal: isTotal)
      }
    }
    for (column, width) in widths.widths.enumerated() {
      let place = UInt16(column)
      faults.append(worksheet_set_column(page, place, place, Double(width), nil))
    }
    worksheet_freeze_panes(page, heading + 1, 0)
    faults.append(worksheet_repeat_rows(page, heading, heading))
    worksheet_set_landscape(page)
    worksheet_set_paper(page, 9)
    worksheet_fit_to_pages(page, 1, 0)
  }

  private static let lineHeight = 15.0
  /// No row may be higher.
  private static let mostLines = 27

  private mutating func setHeight(of row: UInt32, _ lines: Int) {
    if lines < 2 { return }
    let height = Double(min(lines, SheetWriter.mostLines)) * SheetWriter.lineHeight
    faults.append(worksheet_set_row(page, row, height, nil))
  }

  private mutating func write(
    _ cell: Workbook.Cell, at place: (row: UInt32, column: UInt16), isTotal: Bool
  ) {
    let (row, column) = place
    let style = styles.style(cell, isTotal: isTotal)
    let fault: lxw_error =
      switch cell {
      case .empty: worksheet_write_blank(page, row, column, style)
      case .text(let text): worksheet_write_string(page, row, column, kept(text), style)
      case .money(let money): worksheet_write_number(page, row, column, pounds(money), style)
      case .number(let number): worksheet_write_number(page, row, column, Double(number), style)
      case .share(let number), .quantity(let number):
        worksheet_write_number(page, row, column, decimal(number), style)
      case .day(let day): write(day, row, column, style)
      case .formula(let formula, .text(let text)):
        worksheet_write_formula_str(page, row, column, formula.text, style, text)
      case .formula(let formula, .money(let money)):
        worksheet_write_formula_num(page, row, column, formula.text, style, pounds(money))
      case .formula(let formula, .number(let number)):
        worksheet_write_formula_num(page, row, column, formula.text, style, Double(number))
      case .formula(let formula, .share(let number)), .formula(let formula, .quantity(let number)):
        worksheet_write_formula_num(page, row, column, formula.text, style, decimal(number))
      case .link(let sheet): link(to: sheet, row, column, style)
      }
    faults.append(fault)
  }

  /// A text in which what looks like the sign for a letter, `_x0041_`, is not taken for that letter.
  ///
  /// The library writes such signs for control letters, and leaves those that were there.
  private func kept(_ text: String) -> String {
    text.replacing(/_(x[0-9A-Fa-f]{4}_)/) { "_x005F_\($0.output.1)" }
  }

  /// Pounds as a spreadsheet holds them: fifteen digits of pence come out as they went in.
  private func pounds(_ money: Money) -> Double { Double(money.pence) / 100 }

  private func decimal(_ number: Fraction) -> Double {
    Double(number.numerator) / Double(number.denominator)
  }

  /// A day as a date; one before a spreadsheet's first, 1 March 1900 that it has right, is text.
  private func write(
    _ day: Day, _ row: UInt32, _ column: UInt16, _ style: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    let parts = day.parts
    guard (parts.year, parts.month) >= (1900, 3), parts.year <= 9999 else {
      return worksheet_write_string(page, row, column, day.description, style)
    }
    var moment = lxw_datetime()
    (moment.year, moment.month) = (Int32(parts.year), Int32(parts.month))
    moment.day = Int32(parts.day)
    return worksheet_write_datetime(page, row, column, &moment, style)
  }

  private func link(
    to sheet: String, _ row: UInt32, _ column: UInt16, _ style: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    let fault = worksheet_write_url(page, row, column, "internal:'\(sheet)'!A1", style)
    return fault == LXW_NO_ERROR
      ? worksheet_write_string(page, row, column, sheet, style) : fault
  }
}
