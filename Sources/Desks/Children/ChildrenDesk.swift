import Bookkeeping
package import Importing
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
    let reading = try Reading(files)
    guard reading.faults.isEmpty else { throw DeskFailure(.badInput, reading.faults) }
    let evidence = reading.evidence
    let used = counts ? evidence.countingWithoutCost : evidence
    switch TransitionModel.made(from: used, settings) {
    case .success(let model): self.model = model
    case .failure(let refused): throw DeskFailure(.badInput, refused.faults.map(\.diagnostic))
    }
    let learnt = evidence.transitions.map(\.row.calendarYear)
    sources = ChildrenOutlook.Sources(
      reading.files, learnt: (learnt.min() ?? model.start)...(learnt.max() ?? model.start),
      withoutCost: counts ? evidence.statesWithoutCost : [], notNeeded: reading.notNeeded)
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
      throw DeskFailure(.badInput, PlacedTransitionFault(error).diagnostic)
    }
  }
}

/// What the files hold, and everything that is wrong with their rows.
private struct Reading {
  let evidence: TransitionModel.Evidence
  let files: [ChildrenOutlook.Sources.File]
  let faults: [Diagnostic]
  let notNeeded: Int

  init(_ paths: ChildrenDesk.Files) throws {
    let transitions = try CSVTable.opened(paths.transitions)
    let population = try CSVTable.opened(paths.population)
    let costs = try CSVTable.opened(paths.costs)
    let wider = try paths.wider.map(CSVTable.opened)
    let moves = TransitionFile.transitions(transitions.cells, named: transitions.file.name)
    let people = TransitionFile.population(population.cells, named: population.file.name)
    let prices = TransitionFile.costs(costs.cells, named: costs.file.name)
    let pooled = wider.map { TransitionFile.transitions($0.cells, named: $0.file.name) }
    faults = (moves.faults + people.faults + prices.faults + (pooled?.faults ?? []))
      .map(\.diagnostic)
    evidence = TransitionModel.Evidence(
      transitions: moves.rows, population: people.rows, costs: prices.rows,
      pooled: pooled.map { $0.rows.map(\.row) })
    notNeeded = people.notNeeded
    files =
      [
        Reading.file("Moves", transitions, moves.rows.count),
        Reading.file("Population", population, people.rows.count + people.notNeeded),
        Reading.file("Costs", costs, prices.rows.count),
      ] + (wider.map { [Reading.file("Moves of a wider area", $0, pooled?.rows.count ?? 0)] } ?? [])
  }

  private static func file(
    _ holds: String, _ table: CSVTable, _ rows: Int
  ) -> ChildrenOutlook.Sources.File {
    ChildrenOutlook.Sources.File(holds, table.file.name, rows: rows, table.file.digest)
  }
}

extension CSVTable {
  /// A file by its path.
  package static func opened(_ path: String) throws -> CSVTable {
    do { return try CSVTable(path) } catch {
      throw DeskFailure(error.code == "file-not-found" ? .cannotOpen : .badInput, error)
    }
  }

  package var cells: [TransitionFile.Cells] {
    rows.map { TransitionFile.Cells($0.cells, at: $0.place) }
  }
}
