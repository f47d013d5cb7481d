import ArgumentParser
import Bookkeeping
import Desks
import Disaggregation
import Funding
import Reporting
import Storage

struct DecisionList: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List requests, and what became of each.",
    discussion: Help.discussion(
      examples: ["sendledger decision list", "sendledger decision list --contract OT-2026"]))

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Option(name: .long, help: "Requests for one contract only.")
  var contract: ContractReference?

  func act() async throws -> Exit {
    try await report.write(
      try await common.reading { books in
        try await books.decisions(on: contract).report(books.header)
      })
    return .done
  }
}

struct DecisionShow: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a request, its evidence, and what was decided.",
    discussion: Help.discussion(examples: ["sendledger decision show D-2026-0402"]))

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Argument(help: "The request’s reference.")
  var reference: DecisionReference

  func act() async throws -> Exit {
    try await report.write(
      try await common.reading { books in
        try await books.named(try await books.decisionFile(reference).report(books.header))
      })
    return .done
  }
}

struct DecisionDemand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "demand",
    abstract:
      "What was asked of each contract and could not be met: to be read when it is let anew.",
    discussion: Help.discussion(examples: ["sendledger decision demand --contract OT-2026"]))

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Option(name: .long, help: "One contract only.")
  var contract: ContractReference?

  func act() async throws -> Exit {
    try await report.write(
      try await common.reading { books in
        try await books.demand(on: contract).report(books.header)
      })
    return .done
  }
}
