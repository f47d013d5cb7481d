import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Reporting
import Storage

struct Child: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "child", abstract: "Children and their plan lines, by reference.",
    subcommands: [ChildList.self, ChildShow.self])
}

struct ChildList: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the children who have a plan line.",
    discussion: Help.discussion(examples: [
      "sendledger child list", "sendledger child list --show-names",
    ]))

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Flag(name: .long, help: "Show names in full. On a screen they are masked otherwise.")
  var showNames = false

  func act() async throws -> Exit {
    try await report.write(
      try await common.reading { try await $0.children(showingNames: showNames).report })
    return .done
  }
}

struct ChildShow: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a child's plan lines, and what stands for each.",
    discussion: Help.discussion(examples: ["sendledger child show SPB-004655"]))

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Argument(help: "The child's reference.")
  var child: ChildReference

  func act() async throws -> Exit {
    let today = try Surroundings.current.today()
    try await report.write(
      try await common.reading { books in
        try await books.lines(of: child, on: today).report(books.chart, books.header)
      })
    return .done
  }
}
