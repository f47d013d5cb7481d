import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Storage

struct Period: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "period", abstract: "Prepare a month, close it, or open it again.",
    subcommands: [PeriodPrepare.self, PeriodClose.self, PeriodReopen.self])
}

struct PeriodPrepare: LedgerCommand {
  static let configuration = CommandConfiguration(
    "prepare", "Say that a month is ready to be closed by somebody else.",
    examples: ["sendledger period prepare 2026-10"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The month.")
  var month: Month

  @Option(
    name: .long, help: "Why what still waits is carried into the next month; it names nobody.")
  var carry: String?

  func act() async throws -> Exit {
    let officer = try Surroundings.current.officer()
    let ledger = try common.open()
    let isNew = try await ledger.prepare(
      month, carrying: carry, by: officer, isDry: writing.dryRun)
    Console.current.print(
      writing.dryRun
        ? "\(month) would be prepared by \(officer.name). Nothing was written."
        : "\(month) is prepared by \(officer.name)\(isNew ? "" : " already")."
          + " Next: somebody else runs sendledger period close \(month)")
    return .done
  }
}

struct PeriodClose: LedgerCommand {
  static let configuration = CommandConfiguration(
    "close", "Close a month that another person has prepared.",
    "What is open before it is closed with it. Whoever has a key that was adopted signs the record that closes it.",
    examples: [
      "sendledger period close 2026-10", "sendledger period close 2026-10 --key ~/keys/ledger.key",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @OptionGroup var signing: SigningOptions

  @Argument(help: "The month.")
  var month: Month

  func act() async throws -> Exit {
    let ledger = try common.open()
    let signature = try signing.signing()
    try await writing.write(to: ledger) { try await $0.close(month, signing: signature) }
    let head = try await ledger.head()
    let how = signature == nil ? "not signed" : "signed"
    Console.current.print(
      writing.dryRun
        ? "\(month) would be closed, \(how). Nothing was written."
        : "\(month) is closed, \(how). It takes no entry. Head \(head.digest.short).")
    return .done
  }
}

struct PeriodReopen: LedgerCommand {
  static let configuration = CommandConfiguration(
    "reopen", "Open a closed month again, for a reason.",
    "It takes two people: the first proposes it, and it is open once another gives the same command.",
    examples: ["sendledger period reopen 2026-10 --reason 'Bank file of 30 October was late'"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The month.")
  var month: Month

  @Option(name: .long, help: "Why. It is kept in the ledger, so it names nobody.")
  var reason: String

  func act() async throws -> Exit {
    let ledger = try common.open()
    let reason = try await ledger.plain(reason, as: "the reason", isDry: writing.dryRun)
    let isOpen = try await writing.write(to: ledger) {
      try await $0.reopen(month, because: reason)
    }
    let words =
      isOpen
      ? "\(month) \(writing.dryRun ? "would be" : "is") open again."
      : "That \(month) be open again \(writing.dryRun ? "would be" : "is") proposed."
    Console.current.print(
      words
        + (writing.dryRun
          ? " Nothing was written."
          : isOpen ? "" : " Next: somebody else gives the same command."))
    return isOpen ? .done : .look
  }
}
