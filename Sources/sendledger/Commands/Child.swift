import ArgumentParser
import Desks
import Funding
import Reporting
import Storage

struct Child: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "child", abstract: "Children and their plan lines, by reference.",
    subcommands: [ChildList.self, ChildShow.self])
}

struct ChildList: ReportCommand {
  static let configuration = CommandConfiguration(
    "list", "List the children who have a plan line.",
    examples: ["sendledger child list", "sendledger child list --show-names"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Flag(name: .long, help: "Show names in full. On a screen they are masked otherwise.")
  var showNames = false

  func read(_ books: OpenBooks) async throws -> Report {
    try await books.children(showingNames: showNames)
  }
}

struct ChildShow: ReportCommand {
  static let configuration = CommandConfiguration(
    "show", "Show a child's plan lines, and what stands for each.",
    examples: ["sendledger child show SPB-004655"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Argument(help: "The child's reference.")
  var child: ChildReference

  func read(_ books: OpenBooks) async throws -> Report {
    let today = try Surroundings.current.today()
    return try await books.lines(of: child, on: today)
  }
}
