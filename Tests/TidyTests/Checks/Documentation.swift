/// Public declarations without a line on what they are.
enum Documentation {
  /// What a declaration declares.
  enum Kind {
    case type
    case member
  }

  static func undocumented(_ kind: Kind, in file: SwiftText) -> [Finding] {
    file.code.enumerated().compactMap { index, line -> Finding? in
      guard declared(by: line) == kind, !isDocumented(index, in: file) else { return nil }
      return Finding(file.path, index + 1, String(line.trimmingSpaces))
    }
  }

  private static let types: Set<String> = [
    "struct", "class", "enum", "protocol", "actor", "typealias",
  ]
  private static let members: Set<String> = ["func", "var", "let", "init", "subscript", "case"]

  /// What a line declares publicly: by the first word behind `public` that is a kind.
  private static func declared(by line: String) -> Kind? {
    let words = line.split { !$0.isLetter && $0 != "_" }.map(String.init)
    guard let place = words.firstIndex(of: "public"), line.trimmingSpaces.first != "." else {
      return nil
    }
    for word in words[(place + 1)...] {
      if word == "import" || word == "extension" { return nil }
      // `class` may be a modifier of a member, but the project has no such members.
      if types.contains(word) { return .type }
      if members.contains(word) { return .member }
    }
    return nil
  }

  /// Whether the lines above, attributes passed over, end with one that explains.
  private static func isDocumented(_ index: Int, in file: SwiftText) -> Bool {
    var above = index - 1
    while above >= 0, file.lines[above].trimmingSpaces.hasPrefix("@") { above -= 1 }
    return above >= 0 && file.lines[above].trimmingSpaces.hasPrefix("///")
  }
}

extension String {
  fileprivate var trimmingSpaces: Substring { drop { $0 == " " } }
}
