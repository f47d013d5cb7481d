import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Importing
import Reporting

struct MappingGroup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mapping",
    abstract: "Write a first mapping from a file, or see what a mapping makes of one.",
    subcommands: [MappingSuggest.self, MappingCheck.self])
}

struct MappingSuggest: LedgerCommand {
  static let configuration = CommandConfiguration(
    "suggest", "Write a first mapping from a file's headings and its commonest codes.",
    """
    It is for a person to correct: every code is outside, and the columns are those whose headings and cells
    fit best.
    """,
    examples: [
      "sendledger mapping suggest payments.csv --as payments",
      "sendledger mapping suggest payments.csv --as payments --name ours",
    ])

  @OptionGroup var common: CommonOptions

  @Argument(help: "The file.")
  var file: String

  @Option(name: .customLong("as"), help: "What it holds: payments, bank or card.")
  var kind: ImportKind

  @Option(name: [.short, .long], help: "Write it to a file, whole or not at all.")
  var output: String?

  @Flag(name: .long, help: "Replace the output file if it is there.")
  var force = false

  @Option(name: .long, help: "Add it to the ledger's mappings under a new name.")
  var name: String?

  func act() async throws -> Exit {
    let draft = try MappingReview.draft(of: Surroundings.current.path(file), as: kind)
    if let name {
      try await MappingReview.add(draft, as: name, to: common.open())
      Console.current.say("The mapping is written. Look at every line of it.")
      if output == nil { return .done }
    }
    guard let output else {
      Console.current.print(draft.text.trimmingSuffix("\n"))
      return .done
    }
    try await OutputFile(path: Surroundings.current.path(output)).write(
      draft.text, replacing: force)
    Console.current.say("The mapping is written. Look at every line of it.")
    return .done
  }
}

struct MappingCheck: LedgerCommand {
  static let configuration = CommandConfiguration(
    "check", "Show what each code and rule of a mapping catches in a file. Nothing is kept.",
    examples: [
      "sendledger mapping check devon payments.csv",
      "sendledger mapping check spb-004655 bank.csv --child SPB-004655",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Argument(help: "The mapping: mappings/NAME.yaml.")
  var mapping: String

  @Argument(help: "The file.")
  var file: String

  @Option(name: .long, help: "The family whose statement it is, by the child's reference.")
  var child: ChildReference?

  func act() async throws -> Exit {
    let ledger = try common.open()
    let review = try await MappingReview(
      of: Surroundings.current.path(file), mapping, child: child, in: ledger)
    Console.current.report(review.diagnostics)
    try await report.write(review.report)
    return review.diagnostics.isEmpty ? .done : .look
  }
}

extension String {
  fileprivate func trimmingSuffix(_ end: Character) -> String {
    last == end ? String(dropLast()) : self
  }
}
