import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Importing
import Reporting
import Storage

struct Event: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "event", abstract: "Record one event, take one back, or see what is in suspense.",
    subcommands: [EventRecord.self, EventReverse.self, EventSuspense.self])
}

struct EventRecord: LedgerCommand {
  static let configuration = CommandConfiguration(
    "record", "Record one event, as a row of an events file would.",
    """
    Events: \(SingleEvent.names.joined(separator: ", ")).
    """,
    examples: [
      "sendledger event record invoice-received --day 2026-10-31 --amount 180.00 "
        + "--child SPB-004655 --plan-line 2 --document 'Invoice 1011'",
      "sendledger event record suspense-placed --day 2026-11-03 --record 212 "
        + "--fund high-needs --line 1.2.3 --document 'Fee for autumn, agreed with the school'",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The event.")
  var event: String

  @Option(name: .long, help: "The day on which it happened.")
  var day: String

  @Option(name: .long, help: "The amount, in pounds and pence.")
  var amount: String?

  @Option(name: .long, help: "The fund.")
  var fund: String?

  @Option(name: .long, help: "The section 251 line.")
  var line: String?

  @Option(name: .long, help: "The setting's column of the line.")
  var setting: String?

  @Option(name: .long, help: "The child's reference.")
  var child: String?

  @Option(name: .long, help: "The number of the plan line.")
  var planLine: String?

  @Option(name: .long, help: "The contract's reference.")
  var contract: String?

  @Option(name: .long, help: "The partner.")
  var partner: String?

  @Option(name: .long, help: "The fund of ours that pays.")
  var paidBy: String?

  @Option(name: .long, help: "The day on which a sum is due.")
  var due: String?

  @Option(name: .long, help: "The document that shows it, or the authority and the reason.")
  var document: String

  @Option(name: .long, help: "The record that it is about.")
  var record: String?

  @Option(name: .long, help: "yes where a payment is what its line was committed for.")
  var commitment: String?

  @Flag(name: .long, help: "It is another, though an earlier record says the same.")
  var again = false

  func act() async throws -> Exit {
    let ledger = try common.open()
    let chart = try await ledger.charter().chart
    let document = try await ledger.plain(document, as: "the document", isDry: writing.dryRun)
    let funding: FundingEvent
    do {
      funding = try SingleEvent.read(fields, authority: document, chart)
    } catch {
      throw Failure(.badInput, error)
    }
    return try await ledger.post(
      funding, document: document, isAgain: again, isDry: writing.dryRun)
  }

  private var fields: [String: String] {
    let given: [(String, String?)] = [
      ("event", event), ("day", day), ("amount", amount), ("fund", fund), ("line", line),
      ("setting", setting), ("child", child), ("plan line", planLine), ("contract", contract),
      ("partner", partner), ("paid by", paidBy), ("due", due), ("record", record),
      ("commitment", commitment),
    ]
    return Dictionary(
      uniqueKeysWithValues: given.compactMap { name, value in value.map { (name, $0) } })
  }
}

extension OpenLedger {
  /// Posts one event by the word of the person who acts.
  func post(
    _ event: FundingEvent, document: LedgerText, isAgain: Bool = false, isDry: Bool
  ) async throws -> Exit {
    let officer = try Surroundings.current.officer()
    let recorded = try await record(
      event, document: document, by: officer, isAgain: isAgain, isDry: isDry)
    Console.current.report(recorded.warnings)
    let moved = recorded.moved.map { moved in
      " \(moved.number) counts on \(moved.day), since \(Month(of: moved.ownDay)) is closed;"
        + " its own day is \(moved.ownDay)."
    }.joined()
    if isDry {
      Console.current.print("It would be recorded. Nothing was written.\(moved)")
    } else {
      let list = recorded.numbers.map(String.init).joined(separator: ", ")
      let head = try await head()
      Console.current.print("Recorded as \(list).\(moved) Head \(head.digest.short).")
    }
    return recorded.warnings.isEmpty ? .done : .look
  }
}

struct EventReverse: LedgerCommand {
  static let configuration = CommandConfiguration(
    "reverse", "Take an entry back whole, by one that runs the other way.",
    examples: ["sendledger event reverse 212 --reason 'Entered twice'"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The number of the record.")
  var record: Int

  @Option(name: .long, help: "Why. It is kept in the ledger, so it names nobody.")
  var reason: String

  @Flag(name: .long, help: "Although rows of other files rest on it.")
  var evenSo = false

  func act() async throws -> Exit {
    let ledger = try common.open()
    let reason = try await ledger.plain(reason, as: "the reason", isDry: writing.dryRun)
    let (number, warnings) = try await ledger.reverse(
      record, because: reason, evenSo: evenSo, by: Surroundings.current.officer(),
      isDry: writing.dryRun)
    Console.current.report(warnings)
    Console.current.print(
      writing.dryRun
        ? "Record \(record) would be reversed." : "Record \(record) is reversed by \(number).")
    return warnings.isEmpty ? .done : .look
  }
}

struct EventSuspense: LedgerCommand {
  static let configuration = CommandConfiguration(
    "suspense", "List the payments in suspense.", examples: ["sendledger event suspense"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  func act() async throws -> Exit {
    try await common.reading { books in
      let suspense = try await books.suspense()
      try await report.write(suspense.report(books.header))
      return suspense.total == .zero ? .done : .look
    }
  }
}
