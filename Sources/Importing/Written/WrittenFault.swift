package import Bookkeeping

/// The words for what is wrong with a written file.
package struct WrittenFault: Sendable {
  let file: String
  let kind: WrittenKind

  package init(file: String, kind: WrittenKind) {
    self.file = file
    self.kind = kind
  }

  func place(_ line: Int) -> Place { Place(file: file, row: line, line: line) }

  // MARK: The file as a whole

  /// Reading stopped at a line.
  func notReadable(line: Int) -> Diagnostic {
    notYAML(
      "\(kind.name) is not \(kind.form) from this line on", line,
      next: "look at the indenting, the colons and the quotation marks")
  }

  var notText: Diagnostic {
    notYAML("\(kind.name) is not written in UTF-8", 1, next: "save it as UTF-8")
  }

  func notNames(line: Int) -> Diagnostic {
    notYAML(
      "\(kind.name) is not written as names and values", line,
      next: "write names, each with a colon and its value, as \(kind.model) shows")
  }

  private func notYAML(_ problem: String, _ line: Int, next: Remedy) -> Diagnostic {
    .error(
      "written-not-yaml", problem, at: place(line),
      why: "it is read whole, or nothing of it is used", next: next)
  }

  var tooLong: Diagnostic {
    outOfBounds(
      "\(kind.name) is longer than \(kind.mostBytes) bytes", 1,
      "see whether it is the file that is meant")
  }

  func tooDeep(line: Int) -> Diagnostic {
    outOfBounds(
      "\(kind.name) has more than \(WrittenNode.mostLevels) parts in one another", line,
      "write it as \(kind.model) shows")
  }

  func repeats(line: Int) -> Diagnostic {
    outOfBounds(
      "\(kind.name) refers to a part of itself by an alias", line,
      "write out what stands behind the alias")
  }

  private func outOfBounds(_ problem: String, _ line: Int, _ next: Remedy) -> Diagnostic {
    .error(
      "written-out-of-bounds", problem, at: place(line),
      why:
        "what people write by hand is short and stands there once; more would take up the machine",
      next: next)
  }

  // MARK: Names and values

  func twice(_ name: String, line: Int) -> Diagnostic {
    .error(
      "written-name-twice",
      "\(WrittenFault.shown(name, among: [])) stands twice, here for the first time",
      at: place(line), why: "one of the two would be passed over", next: "take one of the two out")
  }

  func unknown(_ name: String, in part: String, among known: [String], line: Int) -> Diagnostic {
    let near = NearName.nearest(to: name, among: known).map { "write “\($0)” if that is meant; " }
    return .error(
      "written-name-unknown", "\(WrittenFault.shown(name, among: known)) is not a name of \(part)",
      at: place(line), why: "a name that is misspelt would be passed over, and its value with it",
      next: "\(near ?? "")use only: \(known.filter { !$0.isEmpty }.joined(separator: ", "))")
  }

  func missing(_ name: String, in part: String, as form: String, line: Int) -> Diagnostic {
    .error(
      "written-value-missing", "\(part) does not say its \(name)", at: place(line),
      why: "nothing that \(kind.name) does not say is filled in", next: "write \(name): and \(form)"
    )
  }

  func unreadable(
    _ what: String, as form: String, why: String? = nil, line: Int
  ) -> Diagnostic {
    .error(
      "written-value-unreadable", "\(what) cannot be read", at: place(line), why: why,
      next: "write \(form)")
  }

  /// What each part allows, and the parts together do not.
  package func unfit(_ problem: String, at place: Place?, next: Remedy) -> Diagnostic {
    .error(
      "written-parts-unfit", problem, at: place,
      why: "the parts of \(kind.name) have to fit each other", next: next)
  }

  /// A name as a message may show it: one that is a word, or nearly one that is known.
  static func shown(_ name: String, among known: [String]) -> String {
    let isWord =
      name.count <= 40
      && name.utf8.allSatisfy { isDigit($0) || $0 == 0x2D || $0 == 0x5F || $0 > 0x60 }
    let isNear = NearName.nearest(to: name, among: known) != nil
    return isWord || isNear ? "“\(name)”" : Quotable.text(name)
  }
}
