public import Bookkeeping

extension Workbook {
  /// Why a file did not come about.
  public enum Failure: Error, Hashable, Sendable {
    /// libxlsxwriter is not on the machine.
    case libraryMissing
    /// There was not room enough to begin.
    case notMade
    /// What the library said.
    case notWritten(String)
  }

  /// Writes the workbook to a path, over whatever is there.
  ///
  /// If it throws, what stands at the path is of no use. The same workbook is the same bytes on any
  /// day.
  public func write(to path: String) throws(Failure) { try WorkbookFile.write(self, to: path) }
}

extension Workbook.Failure {
  /// The failure as a person should read it.
  public func diagnostic(of file: String) -> Diagnostic {
    switch self {
    case .libraryMissing:
      .error(
        "workbook-library-missing", "\(file) could not be written",
        why: "libxlsxwriter, which writes workbooks, is not on this machine",
        next: "install it (on Debian: apt-get install libxlsxwriter-dev), then run this again")
    case .notMade: .notWritten(file, why: nil)
    case .notWritten(let words):
      .notWritten(file, why: words.prefix(1).lowercased() + words.dropFirst())
    }
  }
}

extension Workbook.Refusal {
  /// The refusal as a person should read it.
  public func diagnostic() -> Diagnostic {
    switch self {
    case .numberTooLong(let sheet, let row):
      .error(
        "workbook-number-too-long",
        "row \(row) of the table \(sheet) holds a number of more than 15 digits",
        why: "a spreadsheet keeps 15 digits, and would change the rest without a word",
        next: "write the report as csv or json, which keep every digit")
    case .textTooLong(let sheet, let row):
      .error(
        "workbook-text-too-long",
        "row \(row) of the table \(sheet) holds a text of more than 32,767 letters",
        why: "a cell of a spreadsheet holds no more",
        next: "write the report as csv or json, which keep every letter")
    case .tooManyRows(let sheet, let count):
      .error(
        "workbook-too-many-rows", "the table \(sheet) has \(count) rows",
        why: "a sheet holds 1,048,576 rows with its headings",
        next: "write the report as csv, or ask for fewer days")
    }
  }
}

extension Diagnostic {
  fileprivate static func notWritten(_ file: String, why: String?) -> Diagnostic {
    .error(
      "workbook-not-written", "\(file) could not be written", why: why,
      next: "name another place, with room for it")
  }
}
