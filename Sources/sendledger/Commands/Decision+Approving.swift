import ArgumentParser
import Bookkeeping
import Desks
import Disaggregation
import Funding
import Importing
import Reporting
import Storage

struct DecisionApprove: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Put a second name to a recorded decision. Only this posts.",
    discussion: Help.discussion(
      "Whoever recorded it cannot approve it.",
      examples: ["sendledger decision approve D-2026-0402 --dry-run"]))

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The request’s reference.")
  var reference: DecisionReference

  func act() async throws -> Exit {
    let ledger = try await common.open()
    let officer = try Surroundings.current.officer()
    let approval = try await DecisionApproval(ledger, reference, by: officer)
    let origin = Origin.command(person: officer.name, document: reference.code)
    let head = try await ledger.store.head().number
    let records = try await ledger.write(by: officer, isDry: writing.dryRun) { bookkeeper in
      try await bookkeeper.post(approval.approved.document(from: origin))
      if let demand = approval.demand(from: origin) { try await bookkeeper.note(demand) }
      return try await bookkeeper.records(after: head)
    }
    let posted = PostedChange(records)
    try await ReportOptions.table(
      try await ledger.named(
        posted.report(approval, isDry: writing.dryRun, try await ledger.header())))
    return .done
  }
}
