import Bookkeeping
import Yams

/// What is told of a scenario file that cannot be read as it is written.
enum ScenarioFault {
  static func unknown(
    _ key: String, in part: String, known: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "scenario-name-unknown", at: place, problem: "“\(key)” is not a name of \(part)",
      why: "a name that is misspelt would be passed over, and its value with it",
      next: "use only: \(known.joined(separator: ", "))")
  }

  static func missing(_ key: String, in part: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "scenario-value-missing", at: place, problem: "\(part) does not say its \(key)",
      why: "nothing that a scenario does not say is filled in",
      next: "write \(key): and its value")
  }

  static func unreadable(_ key: String, _ form: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "scenario-value-unreadable", at: place, problem: "\(key) cannot be read",
      next: "write \(form)")
  }

  /// The line is that at which reading stopped.
  static func notYAML(_ file: String, line: Int = 1) -> Diagnostic {
    Diagnostic(
      .error, "scenario-not-yaml", at: Place(file: file, row: line, line: line),
      problem: "the file is not written as names and values in UTF-8",
      why: "a scenario is YAML: names, colons and values, set in by spaces; no name stands twice",
      next: "look at its indenting and its colons, and save it as UTF-8")
  }

  static func unusable(_ problem: String, at place: Place, next: String) -> Diagnostic {
    Diagnostic(
      .error, "scenario-not-whole", at: place, problem: problem,
      why: "the parts of a scenario have to fit each other", next: next)
  }
}

extension YamlError {
  /// The line at which reading stopped, where one is told.
  var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      max(1, mark.line)
    case .duplicatedKeysInMapping(_, let context): max(1, context.mark.line)
    case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded: nil
    }
  }
}
