import ArgumentParser
import Desks
import Funding
import Reporting
import Storage

struct PolicyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "The authority's settings, as they were adopted.",
    subcommands: [PolicyShow.self, PolicyAdopt.self])
}

struct PolicyShow: ReportCommand {
  static let configuration = CommandConfiguration(
    "show", "Show every setting that has been adopted, and from when it holds.",
    examples: ["sendledger policy show"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  func read(_ books: OpenBooks) async throws -> Report { .policy(books.books.policy, books.header) }
}

struct PolicyAdopt: LedgerCommand {
  static let configuration = CommandConfiguration(
    "adopt", "Adopt what is new in policy.yaml and ledger.yaml.",
    "What has been adopted stays in the chain; a new value holds from its own day on.",
    examples: ["sendledger policy adopt"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  func act() async throws -> Exit {
    let adoption = try await common.open().adoptSettings(
      by: Surroundings.current.officer(), isDry: writing.dryRun)
    guard !adoption.isEmpty else {
      Console.current.print("Nothing is new in policy.yaml or ledger.yaml.")
      return .done
    }
    let chart = "funds and partners"
    let names = adoption.settings.map(name) + (adoption.isRenamed ? [chart] : [])
    let waiting = (adoption.waiting.map(name) + (adoption.namesWait ? [chart] : []))
      .joined(separator: ", ")
    if !names.isEmpty {
      Console.current.print(
        "\(writing.dryRun ? "Would adopt" : "Adopted"): \(names.joined(separator: ", ")).")
    }
    if waiting.isEmpty { return .done }
    Console.current.print("Waits until another person runs sendledger policy adopt: \(waiting).")
    return .look
  }

  private func name(_ setting: Policy.Adopted) -> String {
    "\(setting.setting.rawValue) from \(setting.from)"
  }
}
