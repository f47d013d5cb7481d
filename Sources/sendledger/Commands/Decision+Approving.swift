import ArgumentParser
import Desks
import Funding

struct DecisionApprove: LedgerCommand {
  static let configuration = CommandConfiguration(
    "approve", "Put a second name to a recorded decision. Only this posts.",
    "Whoever recorded it cannot approve it.",
    examples: ["sendledger decision approve D-2026-0402 --dry-run"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The request’s reference.")
  var reference: DecisionReference

  func act() async throws -> Exit {
    let ledger = try common.open()
    let approved = try await ledger.approve(
      reference, by: Surroundings.current.officer(), isDry: writing.dryRun)
    try await ReportOptions.table(
      try await ledger.reading { try await $0.named(approved.report(isDry: writing.dryRun, $0)) })
    return .done
  }
}
