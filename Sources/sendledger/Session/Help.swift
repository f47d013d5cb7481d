import ArgumentParser
import Funding
import Importing

/// What every command's help has in common.
enum Help {
  fileprivate static let statuses = """
    Status: 0 done; 2 done, but a person must look; 3 refused by a control; 4 not found;
    64 wrong use; 65 input not usable; 66 cannot open; 73 cannot create; 74 failed part way;
    75 in use by another run; 77 not allowed; 78 setting missing; 130 stopped.
    """

  /// What to say of a word that is not a command, or none where every word is one.
  static func misspelling(
    in arguments: [String], of root: any ParsableCommand.Type
  ) -> String? {
    var command = root
    for word in arguments {
      let commands = command.configuration.subcommands
      if word.hasPrefix("-") || commands.isEmpty || word == "help" { return nil }
      let names = commands.map { $0.configuration.commandName ?? "" }
      if let place = names.firstIndex(of: word) {
        command = commands[place]
        continue
      }
      let near = names.map { ($0, NearName.distance($0, word)) }.min { $0.1 < $1.1 }
      let hint = near.flatMap { $0.1 <= 3 ? " Did you mean “\($0.0)”?" : nil }
      return "error: \(PlainWords.quoted(word, else: "that")) is not a command.\(hint ?? "")\n"
        + "  next    see what there is: sendledger help"
    }
    return nil
  }
}

extension CommandConfiguration {
  /// A command that does something: its name, what it does, what is to be known of it, and examples.
  init(
    _ name: String, _ abstract: String, _ text: String = "", examples: [String],
    version: String = "", subcommands: [any ParsableCommand.Type] = []
  ) {
    let examples = "Examples:\n" + examples.map { "  " + $0 }.joined(separator: "\n")
    self.init(
      commandName: name, abstract: abstract,
      discussion: [text, examples, Help.statuses].filter { !$0.isEmpty }.joined(separator: "\n\n"),
      version: version, subcommands: subcommands)
  }
}
