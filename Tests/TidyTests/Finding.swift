/// A place at which the house style is not kept, and how.
struct Finding: Hashable, CustomStringConvertible {
  let path: String
  let line: Int
  let words: String

  init(_ path: String, _ line: Int, _ words: String) {
    self.path = path
    self.line = line
    self.words = words
  }

  var description: String { "\(path):\(line): \(words)" }
}

/// A use that would be found, and is right where it stands.
struct Allowed {
  let path: String
  let word: String
  let reason: String

  init(_ path: String, _ word: String, because reason: String) {
    self.path = path
    self.word = word
    self.reason = reason
  }
}
