/// A Swift file, with what the compiler sees, what it prints and what it explains told apart.
struct SwiftText {
  /// A literal text of the code.
  struct Literal: Hashable {
    let line: Int
    let text: String
    /// The code just before it, without spaces: enough to tell what it is for.
    let before: String
  }

  let path: String
  /// The lines as they are written.
  let lines: [String]
  /// The lines of code alone: comments are gone, and a literal is two quotation marks.
  let code: [String]
  let literals: [Literal]

  init(_ path: String, _ text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var scanner = SwiftScanner(Array(text.utf8))
    scanner.run()
    code = String(decoding: scanner.code, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    literals = scanner.literals
  }
}
