import Bookkeeping
import Foundation
import Funding
import Modelling
import Reporting
import Storage

/// What a scenario file names beside itself, for its pack to hold the assumptions against.
struct ScenarioEvidence {
  let children: ChildrenPart?
  let backtest: BacktestPart?

  init(_ root: ScenarioPart) throws(Diagnostic) {
    children = root.has("children") ? try ChildrenPart(root) : nil
    backtest = root.has("backtest") ? try BacktestPart(root) : nil
  }

  /// Children's moves: three files or four, and what is asked of them.
  struct ChildrenPart {
    let transitions: String
    let population: String
    let costs: String
    let wider: String?
    let settings: TransitionModel.Settings
    let countsWithoutCost: Bool
    let place: Place

    private static let keys = [
      "transitions", "population", "costs", "wider", "weight", "inflation", "inflation-deviation",
      "adults-from", "without-cost",
    ]

    fileprivate init(_ root: ScenarioPart) throws(Diagnostic) {
      let part = try root.part("children", keys: ChildrenPart.keys)
      place = part.place
      transitions = try part.text("transitions")
      population = try part.text("population")
      costs = try part.text("costs")
      wider = part.has("wider") ? try part.text("wider") : nil
      let group = try part.text("adults-from") == "none" ? nil : try ChildrenPart.group(part)
      settings = TransitionModel.Settings(
        weight: try part.value("weight", as: "a number of children such as 10") { Int64($0) },
        inflation: Simulation.Estimate(
          try part.millionths("inflation"), deviation: try part.millionths("inflation-deviation")),
        adultsFrom: group, years: try ChildrenPart.years(root))
      countsWithoutCost =
        part.has("without-cost")
        ? try part.value("without-cost", as: "counted, or leave it out") {
          $0 == "counted" ? true : nil
        } : false
    }

    private static func group(_ part: ScenarioPart) throws(Diagnostic) -> YearGroup {
      try part.value("adults-from", as: "an academic year such as 14, or none") {
        Int($0).flatMap(YearGroup.init)
      }
    }

    /// As many years as the scenario has after its first.
    private static func years(_ root: ScenarioPart) throws(Diagnostic) -> Int {
      let years = try root.part("years", keys: ["first", "last"])
      return try years.year("last").start - years.year("first").start + 1
    }

    /// The desk that projects them; paths are as seen from the folder of the scenario file.
    func desk(beside file: GivenFile, progress: ProgressBoard) throws -> ChildrenDesk {
      let files = ChildrenDesk.Files(
        transitions: file.path(beside: transitions), population: file.path(beside: population),
        costs: file.path(beside: costs), wider: wider.map { file.path(beside: $0) })
      if let missing = files.all.first(where: { !FileManager.default.fileExists(atPath: $0) }) {
        throw DeskFailure(
          .cannotOpen,
          Diagnostic(
            .error, "file-not-found", at: place,
            problem: "there is no file \(missing.split(separator: "/").last ?? "")",
            next: "name it as it is seen from the folder of the scenario file"))
      }
      return try ChildrenDesk(
        files, settings, countingWithoutCost: countsWithoutCost, progress: progress)
    }
  }

  /// An earlier point of the ledger, and what is counted.
  struct BacktestPart {
    let knownAt: ReadingPoint
    let funds: [String]
    let lines: [Section251Line]

    fileprivate init(_ root: ScenarioPart) throws(Diagnostic) {
      let part = try root.part("backtest", keys: ["known-at", "funds", "lines"])
      knownAt = try part.value("known-at", as: "a day such as 2026-04-30, or a record’s number") {
        ReadingPoint($0)
      }
      funds = try part.texts("funds")
      var lines: [Section251Line] = []
      for text in try part.texts("lines") {
        guard let line = Section251Line(rawValue: text) else {
          throw ScenarioFault.unreadable(
            "lines", "section 251 lines such as 1.2.3", at: part.place(of: "lines"))
        }
        lines.append(line)
      }
      self.lines = lines
    }

    func desk(_ books: OpenBooks, rates: ScenarioRates) async throws -> BacktestDesk {
      let scope = CostScope(funds: Set(try funds.map(books.fund)), lines: Set(lines))
      return try await BacktestDesk(
        books, scope, knownAt: knownAt, until: books.lastDay(nil), rates: rates)
    }
  }
}
