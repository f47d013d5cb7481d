import Bookkeeping
import Importing
package import Modelling
package import Reporting

/// Projects children from the files of their past moves.
package struct ChildrenDesk {
  private let model: TransitionModel
  private let board: ProgressBoard
  private let sources: ChildrenOutlook.Sources

  /// The files that are read, by their paths.
  package struct Files {
    package let transitions: String
    package let population: String
    package let costs: String
    /// The moves of a wider area, such as the nation.
    package let wider: String?

    package init(transitions: String, population: String, costs: String, wider: String?) {
      self.transitions = transitions
      self.population = population
      self.costs = costs
      self.wider = wider
    }

    package var all: [String] { [transitions, population, costs] + (wider.map { [$0] } ?? []) }
  }

  /// Reads and checks everything; nothing is simulated yet.
  ///
  /// - Throws: every fault of every file at once.
  package init(
    _ files: Files, _ settings: TransitionModel.Settings, countingWithoutCost counts: Bool,
    progress: ProgressBoard
  ) throws {
    board = progress
    let tables = try ChildrenTables(files)
    let evidence = tables.evidence
    guard tables.refusals.isEmpty else {
      throw DeskFailure(.badInput, tables.refusals + tables.diagnostics(evidence.givenTwice))
    }
    let used = counts ? evidence.countingWithoutCost : evidence
    switch TransitionModel.made(from: used, settings) {
    case .success(let model): self.model = model
    case .failure(let refused):
      throw DeskFailure(.badInput, tables.diagnostics(refused.faults))
    }
    let learnt = evidence.transitions.map(\.calendarYear)
    sources = ChildrenOutlook.Sources(
      tables.files, learnt: (learnt.min() ?? model.start)...(learnt.max() ?? model.start),
      withoutCost: counts ? evidence.statesWithoutCost : [],
      notNeeded: tables.population.notNeeded)
  }

  /// Simulates.
  package func outlook(runs: Int, seed: UInt64, tasks: Int) async throws -> ChildrenOutlook {
    let progress = board.begin("Runs", of: runs)
    defer { progress.end() }
    do {
      let simulated = try await model.simulated(runs: runs, seed: seed, tasks: tasks) {
        progress.show($0)
      }
      return ChildrenOutlook(model, simulated, runs: runs, seed: seed, from: sources)
    } catch {
      throw DeskFailure(.badInput, error.diagnostic())
    }
  }
}

/// The files of a projection, as they were read.
private struct ChildrenTables {
  let transitions: TableFile<Transition>
  let population: TableFile<Residents>
  let costs: TableFile<StateCost>
  let wider: TableFile<Transition>?

  init(_ paths: ChildrenDesk.Files) throws {
    transitions = try .opened(paths.transitions, TableFile.transitions)
    population = try .opened(paths.population, TableFile.population)
    costs = try .opened(paths.costs, TableFile.costs)
    wider = try paths.wider.map { try .opened($0, TableFile.transitions) }
  }

  var refusals: [Diagnostic] {
    transitions.refusals + population.refusals + costs.refusals + (wider?.refusals ?? [])
  }

  var evidence: TransitionModel.Evidence {
    TransitionModel.Evidence(
      transitions: transitions.rows, population: population.rows, costs: costs.rows,
      pooled: wider?.rows)
  }

  /// Faults of the evidence, each where its row stands.
  func diagnostics(_ faults: [RowFault<TransitionModel.Evidence.Row>]) -> [Diagnostic] {
    faults.map { fault in
      fault.diagnostic { row in
        switch row {
        case .transition(let number): transitions.places[number]
        case .residents(let number): population.places[number]
        case .cost(let number): costs.places[number]
        }
      }
    }
  }

  var files: [ChildrenOutlook.Sources.File] {
    [
      transitions.named("Moves"), population.named("Population"), costs.named("Costs"),
    ] + (wider.map { [$0.named("Moves of a wider area")] } ?? [])
  }
}

extension TableFile {
  /// A table by its path, read as what it holds.
  static func opened(
    _ path: String, _ read: (String) throws(Diagnostic) -> TableFile
  ) throws -> TableFile {
    do { return try read(path) } catch {
      throw DeskFailure(error.code == "file-not-found" ? .cannotOpen : .badInput, error)
    }
  }

  /// What a report says of the file.
  func named(_ holds: String) -> ChildrenOutlook.Sources.File {
    ChildrenOutlook.Sources.File(holds, file.name, rows: rows.count + notNeeded, file.digest)
  }
}
