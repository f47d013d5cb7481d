import Bookkeeping
import Importing
import Modelling
import Reporting

/// Projects children from the files of their past moves.
struct ChildrenDesk {
  private let model: TransitionModel
  private let sources: ChildrenOutlook.Sources

  /// The files that are read, by their paths.
  struct Files {
    let transitions: String
    let population: String
    let costs: String
    /// The moves of a wider area, such as the nation.
    let wider: String?

    var all: [String] { [transitions, population, costs] + (wider.map { [$0] } ?? []) }
  }

  /// Reads and checks everything; nothing is simulated yet.
  ///
  /// - Throws: every fault of every file at once.
  init(
    _ files: Files, _ settings: TransitionModel.Settings, countingWithoutCost counts: Bool
  ) throws {
    let reading = try Reading(files)
    guard reading.faults.isEmpty else { throw Failure(.badInput, reading.faults) }
    let evidence = reading.evidence
    let used = counts ? evidence.countingWithoutCost : evidence
    switch TransitionModel.made(from: used, settings) {
    case .success(let model): self.model = model
    case .failure(let refused): throw Failure(.badInput, refused.faults.map(\.diagnostic))
    }
    let learnt = evidence.transitions.map(\.row.calendarYear)
    sources = ChildrenOutlook.Sources(
      reading.files, learnt: (learnt.min() ?? model.start)...(learnt.max() ?? model.start),
      withoutCost: counts ? evidence.statesWithoutCost : [], notNeeded: reading.notNeeded)
  }

  /// Simulates.
  func outlook(runs: Int, seed: UInt64, tasks: Int) async throws -> ChildrenOutlook {
    let progress = Progress("Runs", of: runs)
    defer { progress.end() }
    do {
      let simulated = try await model.simulated(runs: runs, seed: seed, tasks: tasks) {
        progress.show($0)
      }
      return ChildrenOutlook(model, simulated, runs: runs, seed: seed, from: sources)
    } catch {
      throw Failure(.badInput, PlacedTransitionFault(error).diagnostic)
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
  /// A file by the path that was typed.
  static func opened(_ path: String) throws -> CSVTable {
    do { return try CSVTable(Surroundings.current.path(path)) } catch {
      throw Failure(error.code == "file-not-found" ? .cannotOpen : .badInput, error)
    }
  }

  var cells: [TransitionFile.Cells] {
    rows.map { TransitionFile.Cells($0.cells, at: $0.place) }
  }
}
