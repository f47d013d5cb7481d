import Foundation

/// Every command of the program and what may be typed after it, as the program itself lists them.
public struct Grammar {
  public let commands: [Command]

  /// A command that has none below it.
  public struct Command {
    public let words: [String]
    public let options: [Option]

    /// Whether it writes to the ledger: it can then be tried without writing.
    public var writes: Bool { options.contains { $0.long == "dry-run" } }
  }

  public struct Option: Decodable {
    public let kind: String
    public let valueName: String?
    public let isOptional: Bool
    let allValues: [String]?
    let names: [Name]?

    struct Name: Decodable {
      let kind: String
      let name: String
    }

    public var long: String? { names?.first { $0.kind == "long" }?.name }

    /// As it is typed.
    public var typed: String {
      if let long { return "--" + long }
      return names?.first.map { "-" + $0.name } ?? ""
    }
  }

  private struct Listed: Decodable {
    let commandName: String
    let subcommands: [Listed]?
    let arguments: [Option]?
  }

  private struct Dump: Decodable { let command: Listed }

  /// The words with which the program lists itself.
  public static let asking = ["--experimental-dump-help"]

  /// Reads what the program answers to ``asking``.
  public init(_ dump: String) throws {
    let root = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
    commands = Grammar.commands(below: root, [])
  }

  private static func commands(below listed: Listed, _ words: [String]) -> [Command] {
    let below = listed.subcommands ?? []
    if below.isEmpty { return [Command(words: words, options: listed.arguments ?? [])] }
    return below.flatMap { commands(below: $0, words + [$0.commandName]) }
  }
}
