import Bookkeeping
import Yams

/// The cases of a file, one after another.
///
/// JSON is a part of YAML, and is read as that: numbers stay text, so that none of them becomes a
/// binary fraction, and every key knows its line.
struct CaseFile {
  private let file: SourceFile
  private let cases: [Node]

  /// What may stand beside the list of cases, and in a case beside what is read of it.
  private static let fileKeys = ["cases", "units", "note"]
  private static let caseKeys = ["id", "title", "inputs", "results", "outcome", "note"]
  private static let mostBytes = CSVReader.usualMostBytes

  init(_ file: SourceFile) throws(Diagnostic) {
    self.file = file
    let root: Node?
    do {
      root = try Yams.compose(yaml: try CaseFile.text(of: file))
    } catch let error as YamlError {
      throw CaseFile.unreadable(file, CaseFile.line(of: error), "the file is not JSON from here on")
    } catch let refusal as SourceFile.Refusal {
      throw refusal.diagnostic(file.path)
    } catch let diagnostic as Diagnostic {
      throw diagnostic
    } catch {
      throw CaseFile.unreadable(file, 1, "the file is not JSON")
    }
    guard let root = root?.mapping, let list = root["cases"]?.sequence, !list.isEmpty else {
      throw CaseFile.unreadable(file, 1, "there is no list of cases in the file")
    }
    for (key, _) in root where !CaseFile.fileKeys.contains(key.string ?? "") {
      throw CaseFile.unknown(key, Place(file: file.name, row: 1, line: key.mark?.line ?? 1))
    }
    cases = Array(list)
  }

  /// Hands over each case as a row, or why it is none.
  func forEach(_ take: (Result<TypedRow, Diagnostic>) -> Void) {
    for (index, node) in cases.enumerated() {
      let place = Place(file: file.name, row: index + 1, line: node.mark?.line ?? 1)
      take(Result { () throws(Diagnostic) in try row(node, place) })
    }
  }

  private func row(_ node: Node, _ place: Place) throws(Diagnostic) -> TypedRow {
    var cells: [String: TypedRow.Cell] = [:]
    guard let parts = node.mapping, let inputs = parts["inputs"]?.mapping else {
      throw Diagnostic(
        .error, "case-unclear", at: place, problem: "the case has no inputs",
        next: "write its id, its title, and under inputs what is known of it")
    }
    for (key, value) in parts {
      guard let name = key.string, CaseFile.caseKeys.contains(name) else {
        throw CaseFile.unknown(key, place)
      }
      if name == "id" || name == "title" { cells[name] = try cell(value, key, place) }
    }
    for (key, value) in inputs where key.string != "note" {
      guard let name = key.string, CaseFields.place(name) != nil, name != "id", name != "title"
      else { throw CaseFile.unknown(key, place) }
      cells[name] = try cell(value, key, place)
    }
    return TypedRow(cells, CaseFields.specs, at: place)
  }

  /// What stands behind a key: a number, a word, yes or no, or several days.
  private func cell(_ node: Node, _ key: Node, _ place: Place) throws(Diagnostic) -> TypedRow.Cell {
    let line = key.mark?.line ?? place.line
    if let list = node.sequence {
      let texts = list.compactMap { $0.scalar?.string }
      if texts.count == list.count {
        return TypedRow.Cell(texts.joined(separator: " "), line: line)
      }
    }
    guard let scalar = node.scalar else {
      throw Diagnostic(
        .error, "case-unclear",
        at: Place(file: place.file, row: place.row, line: line, column: key.string),
        problem: "\(key.string ?? "a key") is neither a number nor a word",
        next: "write one number or one word behind it")
    }
    switch (scalar.style == .plain, scalar.string) {
    case (true, "null"), (true, "~"): return TypedRow.Cell("", line: line)
    case (true, "true"): return TypedRow.Cell("yes", line: line)
    case (true, "false"): return TypedRow.Cell("no", line: line)
    case (_, let text): return TypedRow.Cell(text, line: line)
    }
  }
}

extension CaseFile {
  private static func text(of file: SourceFile) throws -> String {
    guard file.size <= mostBytes else {
      throw unreadable(file, 1, "the file is longer than 16 megabytes")
    }
    var bytes: [UInt8] = []
    try FilePieces(file.path).forEach { bytes.append(contentsOf: $0) }
    return file.encoding.text(bytes.dropFirst(file.hasMark ? SourceFile.markLength : 0))
  }

  private static func unknown(_ key: Node, _ place: Place) -> Diagnostic {
    let name = key.string ?? ""
    // What is no word may be a name.
    let isWord = name.count <= 40 && name.utf8.allSatisfy { isDigit($0) || $0 == 0x5F || $0 > 0x60 }
    let shown = isWord ? "“\(name)”" : Quotable.text(name)
    return Diagnostic(
      .error, "word-not-known",
      at: Place(file: place.file, row: place.row, line: key.mark?.line ?? place.line),
      problem: "\(shown) is not a key of a case",
      why: "what is not understood is not passed over",
      next:
        "write a key such as capacity_hours, child_hours or market_hour; a note may say the rest")
  }

  private static func unreadable(_ file: SourceFile, _ line: Int, _ problem: String) -> Diagnostic {
    Diagnostic(
      .error, "cases-unreadable", at: Place(file: file.name, row: line, line: line),
      problem: problem, why: "nothing of the file is used",
      next: "write {\"cases\": [...]}, as docs/formats/cases.md shows")
  }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: 1
    }
  }
}
