import ArgumentParser
import Bookkeeping
import Foundation

/// An option that is given more often than once where it has one value.
///
/// The library would take the last and say nothing, and an amount or an import would be another than the one that
/// somebody reads in the line.
enum RepeatedOption {
  /// What to say of the first in a line; none where each is given once, or may be given again.
  static func diagnostic(
    in arguments: [String], of command: any ParsableCommand.Type
  ) -> Diagnostic? {
    let given = arguments.prefix { $0 != "--" }.compactMap(name)
    // What the library tells takes longer than many a command, and is asked for only where it is needed.
    guard Set(given.map { long[$0] ?? $0 }).count < given.count else { return nil }
    guard
      let told = try? JSONDecoder().decode(Told.self, from: Data(command._dumpHelp().utf8)).command
    else { return nil }
    for option in told.arguments ?? [] where option.kind == "option" && !option.isRepeating {
      let names = (option.names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
      guard given.count(where: names.contains) > 1 else { continue }
      return .error(
        "usage", "\(names.last ?? "an option") is given more than once",
        why: "it has one value, and which of them is meant cannot be known",
        next: "give it once")
    }
    return nil
  }

  /// The options of one value that have a short name.
  private static let long = ["-C": "--ledger", "-o": "--output"]

  private static func name(_ word: String) -> String? {
    if word.hasPrefix("--") { return String(word.prefix { $0 != "=" }) }
    guard word.hasPrefix("-"), let letter = word.dropFirst().first, letter.isLetter else {
      return nil
    }
    return "-\(letter)"
  }

  /// What the library tells of a command, as far as it is needed here.
  private struct Told: Decodable {
    let command: Command

    struct Command: Decodable {
      let arguments: [Argument]?
    }

    struct Argument: Decodable {
      let kind: String
      let isRepeating: Bool
      let names: [Name]?
    }

    struct Name: Decodable {
      let kind: String
      let name: String
    }
  }
}
