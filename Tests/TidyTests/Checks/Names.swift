/// How long files are, and what folders and types are called.
enum Names {
  /// Names that say nothing of what is behind them.
  private static let empty: Set<String> = [
    "Core", "Common", "Shared", "Utils", "Helpers", "Extensions",
  ]

  private static let kinds: Set<String> = [
    "struct", "class", "enum", "protocol", "actor", "typealias",
  ]

  static let mostLines = 300

  static func tooLong(_ file: SwiftText) -> [Finding] {
    // A file ends with a line feed, so the last of its lines is none.
    let count = file.lines.count - (file.lines.last == "" ? 1 : 0)
    return count > mostLines ? [Finding(file.path, count, "over \(mostLines) lines")] : []
  }

  static func emptyNames(in file: SwiftText) -> [Finding] {
    let folders = file.path.split(separator: "/").map { String($0.prefix { $0 != "." }) }
      .filter(empty.contains).map { Finding(file.path, 0, "\($0): a name that says nothing") }
    let types = file.code.enumerated().flatMap { index, line -> [Finding] in
      let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
      return zip(words, words.dropFirst())
        .filter { kinds.contains($0) && empty.contains($1) }
        .map { Finding(file.path, index + 1, "\($1): a name that says nothing") }
    }
    return folders + types
  }
}
