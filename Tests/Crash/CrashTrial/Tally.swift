/// Where in the life of a run its kill fell.
enum Moment: String, CaseIterable {
  /// Nothing was being written yet, or no longer.
  case before = "before the write"
  /// SQLite was in the middle of writing.
  case during = "during the write"
  /// It was written, and the program had not ended.
  case after = "after the write"
}

/// How many kills there were, of which commands, and where they fell.
struct Tally {
  private var kills: [String: [Moment: Int]] = [:]
  /// Runs that had ended by themselves when the kill came.
  private(set) var tooLate = 0
  var repeats = 0
  var ledgers = 0
  /// Drafts of reports that stayed behind, out of sight, beside their place.
  var drafts = 0

  var all: Int { kills.values.flatMap(\.values).reduce(0, +) }

  mutating func count(_ command: String, _ moment: Moment) {
    kills[command, default: [:]][moment, default: 0] += 1
  }

  mutating func countTooLate() { tooLate += 1 }

  /// The table that the trial prints.
  var text: String {
    let columns = Moment.allCases.map { Tally.cell($0.rawValue, 18) }.joined()
    var lines = [Tally.name("Killed") + columns + Tally.cell("all", 8)]
    for (command, moments) in kills.sorted(by: { $0.key < $1.key }) {
      lines.append(line(command, moments))
    }
    let sums = kills.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    return (lines + [line("all", sums)]).joined(separator: "\n")
  }

  private func line(_ name: String, _ moments: [Moment: Int]) -> String {
    let cells = Moment.allCases.map { Tally.cell("\(moments[$0] ?? 0)", 18) }.joined()
    return Tally.name(name) + cells + Tally.cell("\(moments.values.reduce(0, +))", 8)
  }

  private static func name(_ text: String) -> String {
    text + String(repeating: " ", count: max(0, 26 - text.count))
  }

  private static func cell(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
