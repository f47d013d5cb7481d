import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Modelling

struct ScenarioNew: LedgerCommand {
  static let configuration = CommandConfiguration(
    "new", "Begin a scenario file on an agreement that has been adopted.",
    """
    What the ledger knows is written into it. The rest is left empty, and scenario check names it.
    """,
    examples: ["sendledger scenario new ours.yaml --pool POOL-2026"])

  @OptionGroup var common: CommonOptions

  @Argument(help: "The file to begin.")
  var file: String

  @Option(name: .long, help: "The pool, by its agreement’s reference.")
  var pool: PoolReference

  @Option(
    name: .long, help: "The day up to which the base is read; that of the last record otherwise.")
  var asOf: Day?

  @Flag(name: .long, help: "Replace the file if it is there.")
  var force = false

  func act() async throws -> Exit {
    let draft = try await common.reading { books in
      try books.requireWitnessed()
      let desk = PoolDesk(books, pool, on: asOf)
      return ScenarioDraft(
        agreed: try await desk.agreementNeeded().terms(on: desk.day), chart: books.chart,
        day: desk.day)
    }
    try await OutputFile(path: Surroundings.current.path(file)).write(draft.text, replacing: force)
    Console.current.print(
      "Began \(file): fill in what is empty.\nNext  sendledger scenario check \(file)")
    return .done
  }
}
