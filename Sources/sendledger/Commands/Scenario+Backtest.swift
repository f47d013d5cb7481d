import ArgumentParser
import Desks
import Reporting

struct ScenarioBacktest: ReportCommand {
  static let configuration = CommandConfiguration(
    "backtest", "Project from an earlier point of the ledger, and score it against what happened.",
    """
    It begins with the last whole year that was known then, as it was known then. The rates are the \
    trend of the years known, of which there have to be three, or those of a scenario file.
    """,
    examples: [
      "sendledger scenario backtest --as-known-at 2029-04-30 --fund high-needs",
      "sendledger scenario backtest --as-known-at 2029-04-30 --scenario pool.yaml",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Option(name: .long, help: "The earlier point: a day, or the number of a record.")
  var asKnownAt: String

  @OptionGroup var counted: CostScopeOptions

  @Option(name: .long, help: "A scenario file whose rates are used.")
  var scenario: String?

  @Option(name: .long, help: "How many runs.")
  var runs = 20_000

  @Option(name: .long, help: "What every draw is found from.")
  var seed: UInt64 = 1

  @Option(name: .long, help: "How many pieces are worked on at a time; it changes no figure.")
  var tasks = 2

  func validate() throws {
    if runs > ScenarioDesk.mostRuns { throw ValidationError("give 10 million runs at most") }
    if tasks < 1 { throw ValidationError("give one task at least") }
  }

  func read(_ books: OpenBooks) async throws -> Report {
    let known = try PointOptions.point(asKnownAt)
    let scope = try counted.scope(books)
    var rates: ScenarioRates?
    if let scenario {
      rates = try await ScenarioDesk(books, Surroundings.current.file(scenario)).rates
    }
    let desk = try await BacktestDesk(
      books, scope, knownAt: known, until: books.lastDay(counted.asOf), rates: rates)
    return try await desk.report(runs: runs, seed: seed, tasks: tasks).report(books.header)
  }
}
