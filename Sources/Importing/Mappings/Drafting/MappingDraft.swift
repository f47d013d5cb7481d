public import Bookkeeping

/// A first mapping for the files of a publisher, from the headings of one of them and its commonest codes.
///
/// It is a text for a person to correct: of no code does it say that it is SEND money.
public struct MappingDraft: Sendable {
  public let text: String

  /// Reads the beginning of a file for its headings, and all of it for its codes.
  public init(_ file: SourceFile, as kind: ImportKind) throws(Diagnostic) {
    let sample = try Sample(file)
    guard let found = DraftColumns(sample, kind) else {
      throw .error(
        "columns-not-found", "no columns of the file look like those of \(kind.rawValue)",
        at: Place(file: file.name, row: 1, line: 1),
        why: "it needs a column of amounts and one of whom they were paid to"
          + (kind == .payments ? "" : ", and one of days"),
        next: "write the mapping by hand: its page says what stands in one")
    }
    var lines = [
      "# A first mapping, from \(sample.rows.count) rows of a file. Look at every line of it.",
      "kind: \(kind == .card ? ImportKind.bank.rawValue : kind.rawValue)",
      "name: Whose files they are",
    ]
    if sample.separator != .comma { lines.append("separator: \(sample.separator.rawValue)") }
    lines += found.lines
    lines += found.forms
    if kind == .payments {
      lines += try DraftCodes(file, through: lines.joined(separator: "\n")).lines
    }
    text = lines.joined(separator: "\n") + "\n"
  }
}

/// A text as it may stand in a mapping.
func quoted(_ text: String) -> String {
  let isPlain =
    text.first?.isLetter == true
    && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " }
    && !["yes", "no", "true", "false", "null", "on", "off", "y", "n"].contains(text.lowercased())
  if isPlain { return text }
  let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    .replacing("\t", with: " ").replacing("\n", with: " ").replacing("\r", with: " ")
  return "\"" + escaped + "\""
}
