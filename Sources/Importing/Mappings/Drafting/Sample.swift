import Bookkeeping

/// The rows in the beginning of a file, by the mark that parts them best.
struct Sample {
  let separator: Separator
  let rows: [[String]]

  private static let mostRows = 5_000

  init(_ file: SourceFile) throws(Diagnostic) {
    var best: (separator: Separator, rows: [[String]])?
    for separator in Separator.allCases {
      let rows = try Sample.rows(of: file, separator, upTo: Sample.mostRows)
      let cells = rows.filter { $0.count > 1 }.count
      if cells > best?.rows.filter({ $0.count > 1 }).count ?? -1 { best = (separator, rows) }
    }
    separator = best?.separator ?? .comma
    rows = best?.rows ?? []
  }

  private static func rows(
    of file: SourceFile, _ separator: Separator, upTo most: Int
  ) throws(Diagnostic) -> [[String]] {
    var rows: [[String]] = []
    do throws(SourceFile.Refusal) {
      let csv = try CSVReader(file, parted: separator) { row in
        if rows.count < most, !row.isBlank {
          rows.append((0..<row.count).map { file.encoding.text(row[$0].trimmed) })
        }
      }
      while rows.count < most, (try? csv.advance()) ?? false {}
    } catch {
      throw error.diagnostic(file.path)
    }
    return rows
  }
}
