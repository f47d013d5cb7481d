/// Code that the house style does without.
enum ForbiddenCode {
  /// Words, and what is wrong with each.
  private static let words: [String: String] = [
    "fatalError": "a mistake of ours is a precondition",
    "Double": "money is whole pence",
    "Float": "money is whole pence",
    "Decimal": "money is whole pence",
    "Date": "today is handed in",
    "SystemRandomNumberGenerator": "chance is handed in",
    "arc4random": "chance is handed in",
    "random": "chance is handed in",
    "asRead": "a text that may name somebody goes through a guard",
  ]

  /// Signs that are looked for as they stand.
  private static let signs: [(text: String, why: String)] = [
    ("@unchecked", "values are Sendable by nature"),
    ("nonisolated(unsafe)", "values are Sendable by nature"),
  ]

  static func findings(in file: SwiftText, allowing allowed: [Allowed] = []) -> [Finding] {
    var found: [Finding] = []
    for (index, line) in file.code.enumerated() {
      var uses = signs.filter { line.contains($0.text) }.map { ($0.text, $0.why) }
      for word in identifiers(of: line) { if let why = words[word] { uses.append((word, why)) } }
      if isForced(line) { uses.append(("!", "nothing is forced")) }
      if prints(line) { uses.append(("print", "words go through the console")) }
      for (word, why) in uses
      where !allowed.contains(where: { $0.path == file.path && $0.word == word }) {
        found.append(Finding(file.path, index + 1, "\(word): \(why)"))
      }
    }
    return found
  }

  private static func identifiers(of line: String) -> [String] {
    line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
  }

  /// Whether something is unwrapped, tried or cast by force: a `!` right behind what it is for.
  ///
  /// A `!` of negation has a space, a bracket or a colon before it, and `!=` has spaces around it.
  private static func isForced(_ line: String) -> Bool {
    let bytes = Array(line.utf8)
    for (at, byte) in bytes.enumerated() where byte == UInt8(ascii: "!") && at > 0 {
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      if ends(bytes[at - 1]), next != UInt8(ascii: "=") { return true }
    }
    return false
  }

  /// Whether a byte may be the last of a name, a call or a value.
  private static func ends(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: ")"),
      UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "`"):
      true
    default: false
    }
  }

  /// Whether the words of a line go to standard output past the console.
  private static func prints(_ line: String) -> Bool {
    var rest = line[...]
    while let found = rest.firstRange(of: "print(") {
      let before = rest[..<found.lowerBound]
      let isOwn = before.hasSuffix(".") || before.hasSuffix("func ")
      if !isOwn, !(before.last?.isLetter ?? false) { return true }
      rest = rest[found.upperBound...]
    }
    return false
  }
}
