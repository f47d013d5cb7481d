import Bookkeeping

/// The rows of a file that were refused, with the reason beside each, as a file that can be mended and imported.
///
/// The reason stands in the first column, under a heading of its own, so that no cell too many of a row takes
/// its place; of a file without headings it stands behind the last cell, and has to be taken out.
public struct RefusedRows {
  /// The text of the file, in UTF-8, with commas between the cells.
  public let text: String
  public let count: Int

  private static let heading = "Why refused"

  /// - Throws: why the file cannot be read again.
  public init(
    _ reasons: [Int: String], of file: SourceFile, _ summary: SheetSummary
  ) throws(Unusable) {
    var text = ""
    var count = 0
    let headings = summary.headingRows
    do throws(SourceFile.Refusal) {
      let csv = try CSVReader(file, parted: summary.separator) { row in
        let cells = (0..<row.count).map { file.encoding.text(row[$0]) }
        if headings.contains(row.row) {
          let first = row.row == headings.last ? RefusedRows.heading : ""
          text += RefusedRows.line([first] + cells)
        } else if let reason = reasons[row.row] {
          count += 1
          text += RefusedRows.line(headings.isEmpty ? cells + [reason] : [reason] + cells)
        }
      }
      // What follows a quotation that is broken is lost in the file as well.
      while (try? csv.advance()) ?? false {}
    } catch {
      throw Unusable(diagnostic: error.diagnostic(file.path))
    }
    self.text = text
    self.count = count
  }

  private static func line(_ cells: [String]) -> String {
    cells.map { cell in
      cell.contains { ",\"\n\r".contains($0) } || cell != cell.trimmed
        ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }.joined(separator: ",") + "\n"
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
