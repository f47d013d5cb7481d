import Bookkeeping

/// Where the rows of a file come from, which it hands to a sheet.
protocol RowSource: AnyObject {
  /// How much of the file has been read.
  var bytesRead: Int { get }

  /// Reads on for a while.
  ///
  /// - Returns: whether there is more to come.
  func advance() throws(Unusable) -> Bool
}

/// Rows of CSV.
final class CSVSource: RowSource {
  private let file: SourceFile
  private let csv: CSVReader

  init(
    _ file: SourceFile, into sheet: SheetReader<some SheetRows>
  ) throws(SourceFile.Refusal) {
    self.file = file
    csv = try CSVReader(file) { sheet.take($0) }
  }

  var bytesRead: Int { csv.bytesRead }

  func advance() throws(Unusable) -> Bool {
    do {
      return try csv.advance()
    } catch {
      throw Unusable(diagnostic: error.diagnostic(file))
    }
  }
}

/// Cases of JSON, each of which is a row.
final class CaseSource: RowSource {
  private let file: SourceFile
  private let cases: CaseFile
  private let sheet: SheetReader<ImportedRows>
  private(set) var bytesRead = 0

  init(_ file: SourceFile, into sheet: SheetReader<ImportedRows>) throws(Diagnostic) {
    self.file = file
    self.sheet = sheet
    cases = try CaseFile(file)
  }

  func advance() -> Bool {
    sheet.beginWithoutHeadings()
    cases.forEach { result in
      switch result {
      case .success(let row): sheet.take(row)
      case .failure(let diagnostic): sheet.refuse(diagnostic)
      }
    }
    bytesRead = file.size
    return false
  }
}
