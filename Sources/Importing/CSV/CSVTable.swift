public import Bookkeeping

/// A CSV file held as a whole, for what is reckoned with and not imported.
///
/// Import files are read row by row instead, in memory that does not grow.
public struct CSVTable: Sendable {
  public let file: SourceFile
  /// Its records from the first, the headings among them; blank lines are left out.
  public let rows: [Row]

  /// The cells of a record as text, and where it stands.
  public struct Row: Hashable, Sendable {
    public let cells: [String]
    public let place: Place
  }

  /// - Throws: what is wrong with the file, if it cannot be read to its end as CSV.
  public init(_ path: String) throws(Diagnostic) {
    let file: SourceFile
    var rows: [Row] = []
    do throws(SourceFile.Refusal) {
      file = try SourceFile(path)
    } catch {
      throw error.diagnostic(path)
    }
    do {
      let reader = try CSVReader(file) { row in
        let cells = (0..<row.count).map { file.encoding.text(row[$0]) }
        rows.append(
          Row(cells: cells, place: Place(file: file.name, row: row.row, line: row.line)))
      }
      while try reader.advance() {}
    } catch let refusal as SourceFile.Refusal {
      throw refusal.diagnostic(path)
    } catch let fault as CSVReader.Fault {
      throw fault.diagnostic(file)
    } catch {
      preconditionFailure("a file is refused in the ways listed here")
    }
    self.file = file
    self.rows = rows
  }
}
