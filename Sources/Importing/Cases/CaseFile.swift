import Bookkeeping

/// The cases of a file, one after another.
///
/// JSON is a part of YAML, and is read as that: numbers stay text, so that none of them becomes a
/// binary fraction, and every key knows its line.
struct CaseFile {
  private let file: SourceFile
  private let cases: [WrittenNode]

  private static let names: WrittenNames = ["cases", "units", "note"]
  /// What may stand in a case beside what is read of it.
  private static let caseKeys = ["id", "title", "inputs", "results", "outcome", "note"]

  /// - Throws: why nothing of the file can be used.
  init(_ file: SourceFile) throws(Diagnostic) {
    self.file = file
    do throws(WrittenFaults) {
      cases = try CaseFile.written(file).read(CaseFile.names) { root in
        let form = "{\"cases\": [...]}"
        let cases = root.needed("cases", as: form)?.list(as: form)
        if cases?.isEmpty == true { root.refuse("cases", as: form) }
        return cases?.map(\.node)
      }
    } catch {
      throw error.list[0]
    }
  }

  private static func written(_ file: SourceFile) throws(WrittenFaults) -> WrittenFile {
    let kind = WrittenKind.cases
    let bytes: [UInt8]
    do {
      bytes = try SourceFile.bytes(file.path, upTo: kind.mostBytes)
    } catch {
      throw WrittenFaults([error.diagnostic(file.path)])
    }
    let text = file.encoding.text(bytes.dropFirst(file.hasMark ? SourceFile.markLength : 0))
    return try WrittenFile(text, named: file.name, as: kind)
  }

  /// Hands over each case as a row, or why it is none.
  func forEach(_ take: (Result<TypedRow, Diagnostic>) -> Void) {
    for (index, node) in cases.enumerated() {
      let place = Place(file: file.name, row: index + 1, line: node.line)
      take(Result { () throws(Diagnostic) in try row(node, place) })
    }
  }

  private func row(_ node: WrittenNode, _ place: Place) throws(Diagnostic) -> TypedRow {
    var cells: [String: TypedRow.Cell] = [:]
    guard let parts = node.names, let inputs = node["inputs"]?.names else {
      throw Diagnostic.error(
        "case-unclear", "the case has no inputs", at: place,
        next: "write its id, its title, and under inputs what is known of it")
    }
    for part in parts {
      guard let name = part.name.text, CaseFile.caseKeys.contains(name) else {
        throw CaseFile.unknown(part.name, place)
      }
      if name == "id" || name == "title" { cells[name] = try cell(part, place) }
    }
    for input in inputs where input.name.text != "note" {
      guard let name = input.name.text, CaseFields.place(name) != nil, name != "id", name != "title"
      else { throw CaseFile.unknown(input.name, place) }
      cells[name] = try cell(input, place)
    }
    return TypedRow(cells, CaseFields.specs, at: place)
  }

  /// What stands behind a key: a number, a word, yes or no, or several days.
  private func cell(_ pair: WrittenNode.Pair, _ place: Place) throws(Diagnostic) -> TypedRow.Cell {
    let line = pair.name.line
    switch pair.value.content {
    case .text(let text, let isBare):
      if isBare, WrittenNode.nothing.contains(text) { return TypedRow.Cell(text: "", line: line) }
      switch (isBare, text) {
      case (true, "true"): return TypedRow.Cell(text: "yes", line: line)
      case (true, "false"): return TypedRow.Cell(text: "no", line: line)
      case (_, let text): return TypedRow.Cell(text: text, line: line)
      }
    case .list(let list):
      let texts = list.compactMap(\.text)
      if texts.count == list.count {
        return TypedRow.Cell(text: texts.joined(separator: " "), line: line)
      }
    case .names: break
    }
    throw Diagnostic.error(
      "case-unclear", "\(pair.name.text ?? "a key") is neither a number nor a word",
      at: Place(file: place.file, row: place.row, line: line, column: pair.name.text),
      next: "write one number or one word behind it")
  }

  private static func unknown(_ key: WrittenNode, _ place: Place) -> Diagnostic {
    .error(
      "word-not-known", "\(WrittenFault.shown(key.text ?? "", among: [])) is not a key of a case",
      at: Place(file: place.file, row: place.row, line: key.line),
      why: "what is not understood is not passed over",
      next:
        "write a key such as capacity_hours, child_hours or market_hour; a note may say the rest")
  }
}
