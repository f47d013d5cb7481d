/// A page of `docs/messages`: one subject, and what each of its codes means.
struct MessagePage {
  /// The name of the page, without its ending.
  let name: String
  let title: String
  let explanations: [Explanation]

  /// Reads a page as it is written, in blocks of lines that one empty line parts.
  ///
  /// First comes the title, then the line that every page has. Each code is a heading, what it
  /// means, and the commands to type next, if there are any, set in by four spaces.
  ///
  /// - Throws: the first line that is not what has to stand there.
  init(_ name: String, text: String) throws(Fault) {
    self.name = name
    var blocks = Blocks(of: text, on: name)
    title = try blocks.heading("# ")
    let preface = "The same words: `sendledger explain CODE`."
    _ = try blocks.next("“\(preface)” stands here, on a line of its own") { $0 == preface }

    var explanations: [Explanation] = []
    repeat {
      let code = try blocks.heading("## ")
      let words = try blocks.next("words stand here, from the first column") { line in
        !line.hasPrefix("#") && line.first != " " && line.last != " "
      }
      let commands =
        !blocks.isCommands
        ? []
        : try blocks.next("commands stand here, each set in by four spaces") { line in
          line.hasPrefix("    ") && line.dropFirst(4).first != " " && line.last != " "
        }
      explanations.append(
        Explanation(
          code: code, words: words.joined(separator: "\n"),
          commands: commands.map { String($0.dropFirst(4)) }))
    } while !blocks.isAtEnd
    self.explanations = explanations
  }

  /// A line that is not what a page has in that place.
  struct Fault: Error, Hashable, CustomStringConvertible {
    let page: String
    let line: Int
    let problem: String

    var description: String { "docs/messages/\(page).md:\(line): \(problem)" }
  }
}

/// The lines of a page, as far as they have not been read.
private struct Blocks {
  private let page: String
  private let lines: [Substring]
  private var place = 0

  init(of text: String, on page: String) {
    self.page = page
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Whether the last line has been read; it ends in a line break, so that an empty one follows.
  var isAtEnd: Bool { place >= lines.count }

  var isCommands: Bool { !isAtEnd && lines[place].hasPrefix(" ") }

  /// The text of a heading, which is a block of one line.
  mutating func heading(_ mark: String) throws(MessagePage.Fault) -> String {
    let rule = "a heading stands here: “\(mark)” and words, on a line of its own"
    let first = place
    let block = try next(rule) { $0.hasPrefix(mark) && $0.count > mark.count }
    guard block.count == 1 else { throw fault(first + 1, rule) }
    return String(block[0].dropFirst(mark.count))
  }

  /// The lines up to the next empty one, each of which keeps to a rule.
  mutating func next(
    _ rule: String, where isKept: (Substring) -> Bool
  ) throws(MessagePage.Fault) -> [String] {
    let start = place
    while place < lines.count, !lines[place].isEmpty {
      guard isKept(lines[place]) else { throw fault(place, rule) }
      place += 1
    }
    guard place > start else { throw fault(place, rule) }
    guard place < lines.count else { throw fault(place - 1, "the page ends in a line break") }
    defer { place += 1 }
    return lines[start..<place].map(String.init)
  }

  private func fault(_ place: Int, _ rule: String) -> MessagePage.Fault {
    MessagePage.Fault(page: page, line: place + 1, problem: rule)
  }
}
