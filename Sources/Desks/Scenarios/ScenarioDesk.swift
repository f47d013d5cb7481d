import Bookkeeping
import Funding
import Importing
import Modelling
package import Reporting
import Storage

/// Makes a pack of a scenario file and a ledger.
package struct ScenarioDesk {
  private let books: OpenBooks
  package let plan: PackPlan
  package let figures: PackFigures
  /// Beyond this, a run of the program would take hours and tell nothing more.
  package static let mostRuns = 10_000_000
  package static let mostRunsOfChildren = 2_000

  private let evidence: ScenarioEvidence
  private let origin: PackOrigin
  private let given: GivenFile
  private let places: ScenarioPlaces

  /// Reads and checks everything; nothing is simulated yet.
  package init(_ books: OpenBooks, _ given: GivenFile) async throws {
    self.books = books
    self.given = given
    let path = given.name
    let guarded = try await NameGuard(books.names)
    try guarded.check(path, as: "the name of the file")
    let written = try WrittenFile(
      at: given.path, named: path, as: .scenario,
      missing: (
        "there is no such scenario file as \(PlainWords.quoted(path: path, else: "that"))",
        "name a file such as imports/example/scenarios/pool-2027.yaml"
      ))
    try guarded.check(written.texts.map { ($0.words, $0.place) }, of: "the scenario")
    let adopted = try await books.agreements()
    let file = try DeskFailure.reading { () throws(WrittenFaults) in
      try ScenarioFile.read(
        written, ledgerOpens: books.charter.firstYear.first, adopted: adopted)
    }
    plan = try await ScenarioDesk.plan(file, books)
    do { figures = try PackFigures(of: plan) } catch {
      throw DeskFailure(.badInput, file.places.diagnostic(error))
    }
    places = file.places
    evidence = file.evidence
    origin = PackOrigin(
      authority: books.charter.authority, file: path, fileDigest: Digest(sha256: written.bytes),
      record: books.books.head.number, head: books.books.head.digest)
  }

  private static func plan(
    _ file: ScenarioFile, _ books: OpenBooks
  ) async throws -> PackPlan {
    let base = try await file.base.read(books)
    let outlook: Outlook
    do {
      outlook = try file.table.outlook(
        over: file.frame.years, cost: BaseCost(base.amount),
        contributions: file.agreement.contributions)
    } catch {
      throw DeskFailure(.badInput, error.diagnostic(at: file.places.place(of: error)))
    }
    let agreed = file.agreement
    return PackPlan(
      file.frame.name, pool: file.frame.pool, base: base, outlook: outlook, table: file.table,
      partners: agreed.partners,
      sharing: PackSharing(
        agreed.rules, host: agreed.host, reserve: agreed.reserve,
        services: agreed.services, shown: agreed.shown,
        gaps: agreed.gaps + agreed.departures(of: outlook),
        taken: agreed.taken, restricted: agreed.restricted),
      options: file.options, uncertainty: file.uncertainty, deficit: file.deficit,
      words: file.words, runs: file.frame.runs, seed: file.frame.seed)
  }

  /// The rates that the file supposes.
  package var rates: ScenarioRates {
    ScenarioRates(file: origin.file, outlook: plan.outlook, uncertainty: plan.uncertainty)
  }

  /// Sees that a simulation could be made of it, and of all that it names beside itself.
  package func checkSimulation() async throws {
    do { _ = try figures.simulation() } catch {
      throw DeskFailure(.badInput, places.diagnostic(error))
    }
    _ = try evidence.children?.desk(beside: given, progress: books.progress)
    _ = try await evidence.backtest?.desk(books, rates: rates)
  }

  /// Simulates, with the file's runs and seed unless others are given.
  ///
  /// What the past says is left out where nobody reads it; what it goes by is checked all the same.
  package func pack(_ options: Runs, withPast: Bool = true) async throws -> ScenarioPack {
    let runs = options.runs ?? plan.runs
    let progress = books.progress.begin("Runs", of: runs)
    defer { progress.end() }
    do {
      let outcome = try await figures.simulation().simulated(
        runs: runs, seed: options.seed ?? plan.seed, tasks: options.tasks,
        dividing: figures.division
      ) { progress.show($0) }
      return ScenarioPack(
        figures, outcome, beside: try await found(runs, options, withPast), from: origin)
    } catch let refusal as PackFigures.Refusal {
      throw DeskFailure(.badInput, places.diagnostic(refusal))
    } catch let objection as Simulation.Objection {
      throw DeskFailure(.badInput, objection.diagnostic())
    }
  }

  /// What the past says of the assumptions, from the same seed.
  private func found(
    _ runs: Int, _ options: Runs, _ isWanted: Bool
  ) async throws -> PackEvidence {
    let children = try evidence.children?.desk(beside: given, progress: books.progress)
    let backtest = try await evidence.backtest?.desk(books, rates: rates)
    guard isWanted else { return PackEvidence(children: nil, backtest: nil) }
    let seed = options.seed ?? plan.seed
    // Moves are drawn child by child, so that fewer runs are made of them.
    let fewer = min(runs, ScenarioDesk.mostRunsOfChildren)
    return PackEvidence(
      children: try await children?.outlook(runs: fewer, seed: seed, tasks: options.tasks),
      backtest: try await backtest?.report(runs: runs, seed: seed, tasks: options.tasks))
  }
}
