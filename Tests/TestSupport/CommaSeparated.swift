/// Comma-separated text as a table of names and cells, read in the plainest way there is.
///
/// It is a second reader beside the one that is tested.
public struct CommaSeparated: Sendable {
  public let headings: [String]
  public let rows: [[String: String]]

  public init(_ text: String) {
    let records = CommaSeparated.records(text)
    headings = records.first ?? []
    rows = records.dropFirst().map { record in
      Dictionary(zip(records[0], record)) { first, _ in first }
    }
  }

  /// The records of a text, each a list of cells.
  public static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = ""
    var isQuoted = false
    var previous: Unicode.Scalar = " "
    for character in text.unicodeScalars {
      switch character {
      case "\"":
        if !isQuoted, previous == "\"" { cell.append("\"") }
        isQuoted.toggle()
      case "," where !isQuoted:
        record.append(cell)
        cell = ""
      case "\n" where !isQuoted:
        records.append(record + [cell])
        (record, cell) = ([], "")
      case "\r" where !isQuoted: break
      default: cell.unicodeScalars.append(character)
      }
      previous = character
    }
    if !record.isEmpty || !cell.isEmpty { records.append(record + [cell]) }
    return records
  }
}
