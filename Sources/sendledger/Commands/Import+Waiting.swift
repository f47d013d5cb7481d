import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Reporting
import Storage

struct ImportWaiting: LedgerCommand {
  static let configuration = CommandConfiguration(
    "waiting", "List all that waits for a person, of all imports.",
    """
    Rows that were held, rows that may be twins, previews that are not committed, payments to families that
    no statement shows, and direct payments that were due and not made.
    """,
    examples: ["sendledger import waiting", "sendledger import waiting --names"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Flag(name: .long, help: "Show payees and references, which may name people.")
  var names = false

  func act() async throws -> Exit {
    let today = try Surroundings.current.today()
    let waiting = try await common.reading { try await $0.waiting(on: today) }
    try await report.write(waiting.report(showsNames: names))
    return waiting.isEmpty ? .done : .look
  }
}

struct ImportSettle: LedgerCommand {
  static let configuration = CommandConfiguration(
    "settle", "Settle a row that waits: place it, match it, or set it aside.",
    """
    A row of a family's statement or of the council's payments is placed on a plan line, split over several,
    or matched with payments of ours; any row is set aside with a reason.
    """,
    examples: [
      "sendledger import settle B-0012 --row 44 --line SPB-004655/3",
      "sendledger import settle B-0012 --row 44 --line SPB-004655/1=30.00 --line SPB-004655/3=20.00",
      "sendledger import settle B-0012 --row 44 --match 212 --match 213",
      "sendledger import settle B-0012 --row 44 --set-aside --reason 'Not from the budget'",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The import.")
  var batch: ImportReference

  @Option(name: .long, help: "The row, by its number in the file.")
  var row: Int

  @Option(name: .long, help: "A plan line, and how much of the row is for it: LINE or LINE=AMOUNT.")
  var line: [LineShare] = []

  @Option(name: .long, help: "A payment of ours that it is, by the number of its record.")
  var match: [Int] = []

  @Flag(name: .long, help: "It is nothing of this ledger's.")
  var setAside = false

  @Flag(name: .long, help: "Let the mapping of the file know the payee from now on.")
  var namePayee = false

  @Option(name: .long, help: "Why. It is kept in the ledger, so it names nobody.")
  var reason: String?

  /// A plan line, and a share of a row.
  struct LineShare: ExpressibleByArgument {
    let line: PlanLineReference
    let amount: Money?

    init?(argument: String) {
      let parts = argument.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard let line = PlanLineReference(parts[0]), parts.count <= 2 else { return nil }
      self.line = line
      amount = parts.count == 2 ? try? Money(parsing: parts[1]) : nil
      if parts.count == 2, amount == nil { return nil }
    }
  }

  func act() async throws -> Exit {
    guard [!line.isEmpty, !match.isEmpty, setAside].count(where: { $0 }) == 1 else {
      throw Failure(
        .usage,
        Diagnostic.error(
          "settlement-unclear", "nothing, or more than one thing, is said of the row",
          next: "give one of --line, --match and --set-aside"))
    }
    let ledger = try common.open()
    let place = RowPlace(batch, row: row)
    let records = try await ledger.settle(
      place, as: settlement, because: reason, namesPayee: namePayee,
      by: Surroundings.current.officer(), isDry: writing.dryRun)
    let list = records.map(String.init).joined(separator: ", ")
    let what =
      setAside
      ? "set aside" : match.isEmpty ? "placed, record \(list)" : "matched with record \(list)"
    Console.current.print(
      writing.dryRun
        ? "Row \(row) of \(batch) would be \(setAside ? what : match.isEmpty ? "placed" : what)."
        : "Row \(row) of \(batch) is \(what)."
          + (namePayee ? " Its mapping knows the payee from now on." : ""))
    return .done
  }

  /// A single line takes the whole row.
  private func settlement(of held: RowHeld) -> Settlement {
    if setAside { return .aside }
    if !match.isEmpty { return .match(match) }
    let whole = line.count == 1 ? held.amount : .zero
    return .place(line.map { LineSum($0.line, $0.amount ?? whole, on: held.day) })
  }
}

struct ImportDiscard: LedgerCommand {
  static let configuration = CommandConfiguration(
    "discard", "Drop a preview that is not to be committed.",
    examples: ["sendledger import discard B-0007"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The import, as its preview named it.")
  var batch: ImportReference

  func act() async throws -> Exit {
    try await common.open().discard(
      batch, by: Surroundings.current.officer(), isDry: writing.dryRun)
    Console.current.print("\(batch) \(writing.dryRun ? "would be" : "is") dropped.")
    return .done
  }
}
