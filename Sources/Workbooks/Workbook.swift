public import Bookkeeping
public import Reporting

/// A report as sheets, before any file is written.
///
/// The first sheet says what the others are, each table has one, and the last two say whether every
/// formula equals the ledger's figure and what the workbook was made from.
public struct Workbook: Hashable, Sendable {
  public let title: String
  public let sheets: [Sheet]

  /// A word that the sheets use, and what it means.
  public struct Term: Hashable, Sendable {
    public let word: String
    public let meaning: String

    public init(_ word: String, _ meaning: String) {
      self.word = word
      self.meaning = meaning
    }
  }

  /// Why a report cannot be a workbook.
  public enum Refusal: Error, Hashable, Sendable {
    /// A spreadsheet keeps fifteen digits of a number.
    case numberTooLong(sheet: String, row: Int)
    case textTooLong(sheet: String, row: Int)
    case tooManyRows(sheet: String, count: Int)
  }

  public init(_ report: Report, glossary: [Term] = []) throws(Refusal) {
    let tables = TableSheets(report)
    let checks = ChecksSheet(tables: tables).sheet
    let about = AboutSheet(report: report, glossary: glossary).sheet
    let contents = ContentsSheet(report: report, tables: tables, rest: [checks, about]).sheet
    try self.init(report.title, [contents] + tables.all.map(\.sheet) + [checks, about])
  }

  /// - Throws: a ``Refusal`` where a spreadsheet could not keep a cell.
  init(_ title: String, _ sheets: [Sheet]) throws(Refusal) {
    self.title = title
    self.sheets = sheets
    for sheet in sheets { try sheet.check() }
  }
}

extension Workbook {
  /// One sheet: its title in the first cell, a heading, and rows of typed cells below it.
  public struct Sheet: Hashable, Sendable {
    /// At most 31 letters, and no other sheet's.
    public let name: String
    public let title: String
    /// What has to be known to read the sheet, above its heading.
    public let note: String
    public let headings: [String]
    public let rows: [[Cell]]
    /// The rows in bold, by their places.
    public let totals: Set<Int>

    init(
      _ name: String, title: String, note: String = "", headings: [String], rows: [[Cell]],
      totals: Set<Int> = []
    ) {
      self.name = name
      self.title = title
      self.note = note
      self.headings = headings
      self.rows = rows
      self.totals = totals
    }

    /// The row of the headings, counted from nothing; what comes after it moves under it.
    public static let headingRow = 3
    /// The first row below the headings.
    public static let firstRow = headingRow + 1
  }

  /// What stands in a cell of a sheet.
  public enum Cell: Hashable, Sendable {
    case empty
    /// Text, which is never taken for a formula, whatever it begins with.
    case text(String)
    case money(Money)
    case number(Int)
    /// A share of one, which is printed in per cent.
    case share(Fraction)
    /// A number that need not be whole.
    case quantity(Fraction)
    case day(Day)
    /// A formula of ours, and what it comes to.
    case formula(Formula, Value)
    /// The name of another sheet, which leads there.
    case link(String)
  }

  /// What a formula comes to.
  public enum Value: Hashable, Sendable {
    case money(Money)
    case number(Int)
    case share(Fraction)
    case quantity(Fraction)
    case text(String)
  }
}

extension Workbook.Sheet {
  /// The most that a sheet, a number and a cell can hold.
  private static let mostRows = 1_048_576
  private static let mostLetters = 32_767
  private static let mostInNumber: UInt64 = 999_999_999_999_999

  func check() throws(Workbook.Refusal) {
    guard rows.count + Self.firstRow <= Self.mostRows else {
      throw .tooManyRows(sheet: name, count: rows.count)
    }
    for (place, row) in rows.enumerated() {
      for cell in row {
        switch cell {
        case .text(let text) where text.utf16.count > Self.mostLetters:
          throw .textTooLong(sheet: name, row: place + 1)
        case .money(let money), .formula(_, .money(let money)):
          try check(money.pence.magnitude, place)
        case .number(let number), .formula(_, .number(let number)):
          try check(UInt64(number.magnitude), place)
        case .empty, .text, .share, .quantity, .day, .formula, .link: break
        }
      }
    }
  }

  private func check(_ number: UInt64, _ place: Int) throws(Workbook.Refusal) {
    if number > Self.mostInNumber { throw .numberTooLong(sheet: name, row: place + 1) }
  }
}
