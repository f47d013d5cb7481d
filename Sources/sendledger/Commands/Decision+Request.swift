import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Importing
import Storage

struct DecisionRequest: LedgerCommand {
  static let configuration = CommandConfiguration(
    "request", "Record one request, as a row of a requests file would.",
    "Many at once: sendledger import preview FILE --as requests.",
    examples: [
      "sendledger decision request D-2026-0402 --contract OT-2026 --child SPB-004702 "
        + "--plan-line 1 --for 'occupational therapy' --asked 2026-11-03 --window review "
        + "--units 24"
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The request’s reference.")
  var reference: String

  @Option(name: .long, help: "The contract.")
  var contract: String

  @Option(name: .long, help: "The child’s reference.")
  var child: String

  @Option(name: .long, help: "The number of the plan line.")
  var planLine: String

  @Option(name: .customLong("for"), help: "What it is, in a few words.")
  var purpose: String

  @Option(name: .long, help: "The day on which it was asked.")
  var asked: String

  @Option(name: .long, help: "draft, review, reassessment or none.")
  var window: String

  @Option(name: .long, help: "The plan’s next review.")
  var nextReview: String?

  @Option(name: .long, help: "cash or statement.")
  var asks: String?

  @Option(name: .long, help: "How many of the contract’s units.")
  var units: String

  @Option(name: .long, help: "How many units would be bought instead, where they are others.")
  var replacementUnits: String?

  @Option(name: .long, help: "What a direct payment costs besides, in pounds and pence.")
  var overheads: String?

  @Flag(name: .long, help: "It is given in a school or college.")
  var onPremises = false

  @Option(name: .long, help: "The first day for which money is asked.")
  var starts: String?

  @Option(name: .long, help: "The plan line bought elsewhere that the freed place would serve.")
  var replaces: String?

  @Option(name: .long, help: "The plan line that a direct payment would be.")
  var paidAs: String?

  func act() async throws -> Exit {
    let ledger = try common.open()
    try await ledger.requireNameless(purpose, as: "what it is for")
    let read: (request: BudgetRequest, texts: [KeptText])
    do {
      read = try SingleRequest.read(fields, try await ledger.importContext())
    } catch let diagnostic as Diagnostic {
      throw Failure(.badInput, diagnostic)
    }
    if !writing.dryRun {
      try await ledger.register.write { register in
        for text in read.texts { try await register.keep(text.text, as: text.reference) }
      }
    }
    let code = try await ledger.post(
      .budgetRequested(read.request), document: LedgerText(read.request.reference),
      isDry: writing.dryRun)
    Console.current.print("Next: sendledger decision assess \(reference)")
    return code
  }

  private var fields: [String: String] {
    let given: [(String, String?)] = [
      ("decision", reference), ("contract", contract), ("child", child), ("line", planLine),
      ("for", purpose), ("asked", asked), ("window", window), ("next review", nextReview),
      ("asks", asks), ("units", units), ("replacement units", replacementUnits),
      ("overheads", overheads), ("on premises", onPremises ? "yes" : "no"), ("starts", starts),
      ("replaces", replaces), ("paid as", paidAs),
    ]
    return Dictionary(
      uniqueKeysWithValues: given.compactMap { name, value in value.map { (name, $0) } })
  }
}
