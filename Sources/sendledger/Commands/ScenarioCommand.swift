import ArgumentParser
import Bookkeeping
import Desks
import Modelling
import Funding
import Rendering
import Reporting
import Storage

struct ScenarioCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario",
    abstract: "What a pool would cost under each option, who would pay, and how sure that is.",
    subcommands: [
      ScenarioNew.self, ScenarioCheck.self, ScenarioRun.self, ScenarioCompare.self,
      ScenarioTornado.self, ScenarioFan.self, ScenarioPackCommand.self, ScenarioChildren.self,
      ScenarioBacktest.self,
    ])
}

/// Which scenario, laid over which state of the ledger.
struct ScenarioOptions: ParsableArguments {
  @Argument(help: "The scenario file.")
  var file: String

  @Option(name: .long, help: "Only what the ledger held at that record, by its digest.")
  var at: String?

  /// Opens the scenario over the ledger as it stood at the record that is meant.
  func reading<Result>(
    _ common: CommonOptions, _ work: (ScenarioDesk) async throws -> Result
  ) async throws -> Result {
    let given = Surroundings.current.file(file)
    return try await common.reading { books in
      try books.requireWitnessed()
      return try await work(ScenarioDesk(try await point(in: books), given))
    }
  }

  /// The books at the record that is meant.
  private func point(in books: OpenBooks) async throws -> OpenBooks {
    guard let at else { return books }
    if let found = try await books.earlier(digestBeginning: at) { return found }
    throw Failure(
      .notFound,
      Diagnostic.error(
        "point-not-known",
        "no record of the ledger has a digest that begins \(PlainWords.quoted(at, else: "so"))",
        next: "give seven digits or more of a digest from: sendledger audit log"))
  }
}

/// How the runs are made.
struct RunOptions: ParsableArguments {
  @Option(name: .long, help: "How many runs; those of the file, if none are given.")
  var runs: Int?

  @Option(name: .long, help: "What every draw is found from; that of the file, if none is given.")
  var seed: UInt64?

  @Option(name: .long, help: "How many pieces are worked on at a time; it changes no figure.")
  var tasks = 2

  var given: Runs { Runs(runs, seed: seed, tasks: tasks) }

  func validate() throws {
    if let runs, runs > ScenarioDesk.mostRuns {
      throw ValidationError("give 10 million runs at most")
    }
    if tasks < 1 { throw ValidationError("give one task at least") }
  }
}

struct ScenarioRun: LedgerCommand {
  static let configuration = CommandConfiguration(
    "run", "Project and simulate a scenario, and print its pack.",
    "As csv it prints every figure in long form.",
    examples: [
      "sendledger scenario run imports/example/scenarios/pool-2027.yaml",
      "sendledger scenario run pool.yaml --runs 20000 --seed 20261120 --format html -o pack.html",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var running: RunOptions
  @OptionGroup var report: ReportOptions

  func act() async throws -> Exit {
    let pack = try await scenario.reading(common) { try await $0.pack(running.given) }
    try await report.write(pack.report, in: .thousands, figures: pack.longForm)
    return .done
  }
}

struct ScenarioCheck: LedgerCommand {
  static let configuration = CommandConfiguration(
    "check", "Read a scenario, and say everything that is wrong with it.",
    examples: ["sendledger scenario check imports/example/scenarios/pool-2027.yaml"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var scenario: ScenarioOptions

  func act() async throws -> Exit {
    let plan = try await scenario.reading(common) { desk in
      try await desk.checkSimulation()
      return desk.plan
    }
    let gaps = plan.sharing.gaps.count
    Console.current.print(
      "\(plan.name): \(plan.options.count) options, \(plan.partners.count) partners, "
        + "\(plan.table.rows.count) assumptions, each with its source; gaps of "
        + "the agreement: \(gaps)")
    return .done
  }
}
