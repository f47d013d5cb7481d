/// Words that neither a message nor a page says.
enum PlainWords {
  private static let words = ["invalid", "please", "failed to", "unexpected", "oops", "sorry"]

  /// What the literals of a source say.
  static func findings(in file: SwiftText, allowing allowed: [Allowed] = []) -> [Finding] {
    file.literals.flatMap { literal in
      findings(in: literal.text, of: file.path, line: literal.line, allowing: allowed)
    }
  }

  /// What a page says.
  static func findings(
    inPage text: String, of path: String, allowing allowed: [Allowed] = []
  ) -> [Finding] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .flatMap { index, line in
        findings(in: String(line), of: path, line: index + 1, allowing: allowed)
      }
  }

  private static func findings(
    in text: String, of path: String, line: Int, allowing allowed: [Allowed]
  ) -> [Finding] {
    let small = text.lowercased()
    return words.filter(small.contains)
      .filter { word in !allowed.contains { $0.path == path && $0.word == word } }
      .map { Finding(path, line, $0) }
  }
}
