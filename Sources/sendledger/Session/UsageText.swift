import ArgumentParser
import Bookkeeping
import Funding

/// A command that was typed wrongly, put into the program's own words.
///
/// The library that reads command lines says what is wrong in a sentence, with the words that were
/// typed between quotation marks.
struct UsageText {
  /// What the library says in one sentence.
  private let sentence: String
  /// What it says at length: the sentence, the help of the option, and how the command is used.
  private let full: String

  init(_ error: any Error, in root: any ParsableCommand.Type) {
    sentence = root.message(for: error)
    full = root.fullMessage(for: error)
  }

  var diagnostic: Diagnostic {
    let quoted = UsageText.quoted(sentence)
    let first = quoted.first ?? ""
    if sentence.hasPrefix("The value '"), quoted.count > 1 {
      return value(first, of: quoted[1], choices: choices(quoted))
    }
    let problem =
      if sentence.hasPrefix("Unknown option") {
        quoted.count > 1
          ? "there is no option \(first); there is \(quoted[1])"
          : "there is no such option" + (PlainWords.allow(first) ? " as \(first)" : "")
      } else if sentence.hasPrefix("Missing value for") {
        "\(UsageText.name(first)) is given without its value"
      } else if sentence.hasPrefix("Missing expected argument") {
        "\(first) is not given"
      } else if sentence.hasPrefix("Missing one of") {
        "one of \(quoted.joined(separator: ", ")) has to be given"
      } else if sentence.contains("nexpected argument") {
        quoted.count == 1
          ? "\(PlainWords.quoted(first, else: "the last word")) is one word too many"
          : "there are \(quoted.count) words too many"
      } else if sentence.contains("does not take any value") {
        "\(first) takes no value"
      } else {
        sentence
      }
    return .error("usage", problem, next: next)
  }

  private func value(_ typed: String, of option: String, choices: [String]) -> Diagnostic {
    // What was typed for a child's reference may be the child's name.
    let mayBeName = option.contains("child")
    let name = UsageText.name(option)
    return .error(
      "usage",
      mayBeName
        ? "what is given for \(name) is not a child's reference"
        : "\(PlainWords.quoted(typed)) is not a value of \(name)",
      why: Day.whyFarOff(typed) ?? (choices.isEmpty ? help : nil),
      next: mayBeName
        ? "write one such as SPB-004217"
        : choices.isEmpty ? next : "write one of: \(choices.joined(separator: ", "))")
  }

  private func choices(_ quoted: [String]) -> [String] {
    let lines = sentence.split(separator: "\n").dropFirst()
      .filter { $0.hasPrefix("  - ") }.map { String($0.dropFirst(4)) }
    return lines.isEmpty ? Array(quoted.dropFirst(2)) : lines
  }

  /// What the option is for.
  private var help: String? {
    let line = full.split(separator: "\n").first { $0.hasPrefix("Help:") }
    guard let end = line?.lastIndex(of: ">"), let line else { return nil }
    let text = line[line.index(after: end)...].drop { $0 == " " }
    guard let capital = text.first else { return nil }
    let sentence = capital.lowercased() + text.dropFirst()
    return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }

  private var next: Remedy {
    let line = full.split(separator: "\n").last { $0.contains("--help'") }
    let command = line.flatMap { UsageText.quoted(String($0)).first } ?? "sendledger help"
    return "see how it is used: \(command)"
  }

  /// `--as` of `--as <as>`.
  private static func name(_ option: String) -> String {
    option.split(separator: " ").first.map(String.init) ?? option
  }

  /// What stands between single quotation marks.
  private static func quoted(_ text: String) -> [String] {
    text.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
