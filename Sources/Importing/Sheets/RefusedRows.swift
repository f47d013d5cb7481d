import Bookkeeping

/// The rows of a file that were refused, with the reason beside each, as a file that can be mended and imported.
///
/// The reason stands in the first column, under a heading of its own, so that no cell too many of a row takes
/// its place; of a file without headings it stands behind the last cell, and is passed over there.
public struct RefusedRows {
  /// The text of the file, in UTF-8, with the mark between the cells that the file had.
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
          text += RefusedRows.line([first] + cells, parted: summary.separator)
        } else if let reason = reasons[row.row] {
          count += 1
          text += RefusedRows.line(
            headings.isEmpty ? cells + [RefusedRows.behind + reason] : [reason] + cells,
            parted: summary.separator)
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

  /// What a reason behind the last cell begins with.
  static let behind = heading + ": "

  private static func line(_ cells: [String], parted separator: Separator) -> String {
    let mark = String(decoding: [separator.mark], as: UTF8.self)
    return cells.map { cell in
      cell.contains { "\"\n\r".contains($0) || String($0) == mark } || cell != cell.trimmed
        ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }.joined(separator: mark) + "\n"
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
