import ArgumentParser
import Desks
import Disaggregation
import Funding
import Reporting

struct DecisionList: ReportCommand {
  static let configuration = CommandConfiguration(
    "list", "List requests, and what became of each.",
    examples: ["sendledger decision list", "sendledger decision list --contract OT-2026"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Option(name: .long, help: "Requests for one contract only.")
  var contract: ContractReference?

  func read(_ books: OpenBooks) async throws -> Report { try await books.decisions(on: contract) }
}

struct DecisionShow: ReportCommand {
  static let configuration = CommandConfiguration(
    "show", "Show a request, its evidence, and what was decided.",
    examples: ["sendledger decision show D-2026-0402"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Argument(help: "The request’s reference.")
  var reference: DecisionReference

  func read(_ books: OpenBooks) async throws -> Report {
    try await books.named(try await books.decisionFile(reference).report(books.header))
  }
}

struct DecisionDemand: ReportCommand {
  static let configuration = CommandConfiguration(
    "demand",
    "What was asked of each contract and could not be met: to be read when it is let anew.",
    examples: ["sendledger decision demand --contract OT-2026"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Option(name: .long, help: "One contract only.")
  var contract: ContractReference?

  func read(_ books: OpenBooks) async throws -> Report { try await books.demand(on: contract) }
}
