/// What a message means, at more length than the message itself has room for.
struct Explanation {
  let code: String
  /// What it means, its commonest causes, and the law or the rule where there is one.
  let words: String
  /// What to type next.
  let commands: [String]

  /// The words, and the commands set in, as a terminal shows them and a page of Markdown has them.
  var text: String {
    ([words] + (commands.isEmpty ? [] : [commands.map { "    " + $0 }.joined(separator: "\n")]))
      .joined(separator: "\n\n")
  }

  /// The first sentence.
  var firstSentence: String {
    let line = words.split(separator: "\n").joined(separator: " ")
    guard let end = line.firstRange(of: ". ") else { return line }
    return String(line[..<end.lowerBound]) + "."
  }

  /// Words in lines that a terminal of 80 columns holds, each set in by some spaces.
  static func lines(of words: String, setIn spaces: Int) -> String {
    var lines: [String] = []
    for word in words.split(whereSeparator: \.isWhitespace) {
      if let last = lines.last, spaces + last.count + 1 + word.count <= 80 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { String(repeating: " ", count: spaces) + $0 }.joined(separator: "\n")
  }
}
