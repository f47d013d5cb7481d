import ArgumentParser
import Desks
import Funding
import Storage

struct RegisterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "What is known of families, beside the ledger.",
    subcommands: [RegisterForget.self, RegisterReadmit.self])
}

struct RegisterForget: LedgerCommand {
  static let configuration = CommandConfiguration(
    "forget", "Forget a child and its family, and leave the chain whole.",
    """
    Takes out of the register all that names the child or its family, so that no byte of it stays, and
    records that it did. Figures stay as they are; names are “not held” from then on. It cannot be
    undone. The same again does what an interrupted run left.
    """,
    examples: [
      "sendledger register forget SPB-004655 --reason 'Six years are over' --dry-run",
      "sendledger register forget SPB-004655 --reason 'Six years are over'",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The child's reference.")
  var child: ChildReference

  @Option(name: .long, help: "Why. It is kept in the ledger, so it names nobody.")
  var reason: String

  func act() async throws -> Exit {
    let done = try await common.open().forget(
      child, because: reason, by: Surroundings.current.officer(), isDry: writing.dryRun)
    let words = ForgettingWords(done, of: child, isDry: writing.dryRun)
    Console.current.print(words.lines.joined(separator: "\n"))
    return .done
  }
}

struct RegisterReadmit: LedgerCommand {
  static let configuration = CommandConfiguration(
    "readmit", "Let the register name a child again that was forgotten.",
    "Nothing comes back by it: the family’s file has to be imported again.",
    examples: ["sendledger register readmit SPB-004655 --reason 'The family has come back'"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The child's reference.")
  var child: ChildReference

  @Option(name: .long, help: "Why. It is kept in the ledger, so it names nobody.")
  var reason: String

  func act() async throws -> Exit {
    let isDone = try await common.open().readmit(
      child, because: reason, by: Surroundings.current.officer(), isDry: writing.dryRun)
    Console.current.print(
      isDone
        ? "\(child) \(writing.dryRun ? "would be" : "is") no longer forgotten."
          + " Next: sendledger import preview FILE --as families"
        : "\(child) is not forgotten. Nothing to do.")
    return .done
  }
}

/// What is told of a child that was forgotten: what went, what stays, and what nobody here can reach.
private struct ForgettingWords {
  let lines: [String]

  init(_ done: Forgetting, of child: ChildReference, isDry: Bool) {
    let taken = done.taken
    let isNothing = taken.isEmpty && done.mappings.isEmpty
    var lines: [String] = []
    if let record = done.record {
      let since = "since \(record.value.day), by record \(record.number)"
      lines.append(
        !done.wasRecorded
          ? "\(child) is forgotten, by record \(record.number)."
          : isNothing
            ? "\(child) is forgotten \(since). Nothing more was held of it."
            : "\(child) is forgotten \(since). What was still held of it "
              + (isDry ? "would go now." : "is taken away now."))
    } else {
      lines.append("\(child) would be forgotten. Nothing was written.")
    }
    let counts = [
      (taken.hasFamily ? 1 : 0, "name and address of the family", "names and addresses"),
      (taken.texts.count, "text", "texts"),
      (taken.rows.count, "row’s hidden cells", "rows’ hidden cells"),
      (
        taken.imports.count, "import, by its file’s name and its mapping",
        "imports, by their files’ names and their mappings"
      ),
      (taken.listed.count, "message on a row", "messages on rows"),
    ].filter { $0.0 > 0 }.map { "  \($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    if !isNothing {
      lines.append(isDry ? "It would take away:" : "Taken away:")
      lines += counts + done.mappings.map { "  mappings/\($0).yaml" }
    }
    if taken.shared > 0, !isNothing {
      lines.append(
        "Stays: \(taken.shared) \(taken.shared == 1 ? "text" : "texts") that others use as well.")
    }
    lines.append("Out of its reach, and for you to see to:")
    lines += done.otherMappings.map { "  mappings/\($0).yaml, which names \(child) and stands" }
    lines += [
      "  papers given out, and files written: statements, letters, reports, packs",
      "  copies of register.sqlite, back-ups, and what a disk keeps of old files",
      "  the files that were imported, and the systems that they came from",
      "  files that wait or are imported later: a name in a payee's cell is nobody's to the program",
    ]
    self.lines = lines
  }
}
