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

/// Rows of CSV, whichever mark stands between the cells.
final class CSVSource: RowSource {
  private let file: SourceFile
  private let csv: CSVReader

  /// `separator` is the mark between the cells; none where it is to be found out.
  init(
    _ file: SourceFile, parted separator: Separator? = nil, into sheet: SheetReader<some SheetRows>
  ) throws(SourceFile.Refusal) {
    self.file = file
    var mark = separator
    if mark == nil { mark = try CSVSource.separator(of: file, for: sheet.rows.format) }
    sheet.rows.summary.separator = mark ?? .comma
    csv = try CSVReader(file, parted: mark ?? .comma) { sheet.take($0) }
  }

  /// The first mark with which a row in the beginning of the file reads as the headings.
  private static func separator<Said>(
    of file: SourceFile, for format: any RowFormat<Said>
  ) throws(SourceFile.Refusal) -> Separator {
    for separator in Separator.allCases {
      let sheet = SheetReader(file, HeadingProbe(format: format))
      let csv = try CSVReader(file, parted: separator) { sheet.take($0) }
      _ = try? csv.advance()
      if sheet.hasFoundHeadings { return separator }
    }
    return .comma
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

extension SheetReader {
  /// Reads a whole file of CSV.
  ///
  /// - Returns: why nothing of the file can be used, if nothing can.
  func readAll(parted separator: Separator? = nil) throws(SourceFile.Refusal) -> Diagnostic? {
    let source = try CSVSource(file, parted: separator, into: self)
    do throws(Unusable) {
      while try source.advance() {}
      return finish()
    } catch {
      return error.diagnostic
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

/// Looks no further than to the headings.
private struct HeadingProbe<Said>: SheetRows {
  var format: any RowFormat<Said>
  let name = ""
  let takesMapping = false
  let isExact = false
  var summary = SheetSummary()

  mutating func take(_ row: TypedRow) {}
  mutating func pass(_ place: Place) {}
  mutating func refuse(_ diagnostic: Diagnostic) {}
}
