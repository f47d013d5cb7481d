import Bookkeeping
public import Reporting

/// The tables of a report as CSV for other programs: UTF-8, RFC 4180, one row of headings.
///
/// The tables stand under one another, told apart by the first column, each with its own columns
/// filled. Amounts are plain pounds and pence.
public struct CSVRenderer: Sendable {
  public init() {}

  public func render(_ report: Report) -> String {
    let columns = CSVRenderer.columns(of: report)
    var lines = [(["table", "is_total"] + columns.map(\.heading))]
    for table in report.tables {
      for row in table.rows {
        let cells = columns.map { column -> String in
          guard let place = table.columns.firstIndex(where: { $0.name == column.name }) else {
            return ""
          }
          return plain(row.cells[place])
        }
        lines.append([table.name, row.isTotal ? "1" : "0"] + cells)
      }
    }
    return lines.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  /// One table by itself, under its own headings and nothing else.
  public func render(_ table: Table) -> String {
    let lines = [table.columns.map(programName)] + table.rows.map { $0.cells.map(plain) }
    return lines.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  /// One table in a form that a command reads: under its columns' own names.
  public func form(_ table: Table) -> String {
    let lines = [table.columns.map(\.name)] + table.rows.map { $0.cells.map(plain) }
    return lines.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private struct Column: Hashable {
    let name: String
    let heading: String
  }

  private static func columns(of report: Report) -> [Column] {
    var seen: Set<String> = []
    return report.tables.flatMap(\.columns).compactMap { column in
      guard seen.insert(column.name).inserted else { return nil }
      return Column(name: column.name, heading: programName(of: column))
    }
  }

  private func plain(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): text.showingControls.guardedAgainstFormulas
    case .money(let money, _): money.plain
    case .number(let number): String(number)
    case .share(let share): ShareText.plain(share)
    case .day(let day): day.description
    case .blank, .unknown: ""
    }
  }

  private func quoted(_ field: String) -> String {
    let isPlain = field.utf8.allSatisfy {
      $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\n")
        && $0 != UInt8(ascii: "\r")
    }
    return isPlain ? field : "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}

/// The name of a column for programs, with its unit: `forecast_gbp`, `share_percent`.
func programName(of column: Table.Column) -> String {
  let name = String(column.name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  return switch column.kind {
  case .money: name == "gbp" ? name : name + "_gbp"
  case .share: name + "_percent"
  case .text, .number, .day: name
  }
}

extension String {
  /// The text so that no spreadsheet takes it for a formula.
  fileprivate var guardedAgainstFormulas: String {
    guard let first = unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
      return self
    }
    return "'" + self
  }
}
