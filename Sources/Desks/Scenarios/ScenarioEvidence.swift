import Bookkeeping
import Foundation
import Funding
import Importing
import Modelling
import Reporting
import Storage

/// What a scenario file names beside itself, for its pack to hold the assumptions against.
struct ScenarioEvidence {
  let children: ChildrenPart?
  let backtest: BacktestPart?

  init(_ root: WrittenPart, _ years: ClosedRange<FinancialYear>?) {
    children = root.optionalPart("children", ChildrenPart.names).flatMap { part in
      years.flatMap { ChildrenPart(part, $0) }
    }
    backtest = root.optionalPart("backtest", BacktestPart.names).flatMap { BacktestPart($0) }
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

    fileprivate static let names: WrittenNames = [
      "transitions", "population", "costs", "wider", "weight", "inflation", "inflation-deviation",
      "adults-from", "without-cost",
    ]

    fileprivate init?(_ part: WrittenPart, _ years: ClosedRange<FinancialYear>) {
      let (transitions, population) = (part.text("transitions"), part.text("population"))
      let costs = part.text("costs")
      wider = part.has("wider") ? part.text("wider") : nil
      let weight = part.value("weight", as: "a number of children such as 10") { Int64($0) }
      let inflation = part.millionths("inflation")
      let deviation = part.millionths("inflation-deviation")
      let group: YearGroup?? = part.value(
        "adults-from", as: "an academic year such as 14, or none"
      ) { $0 == "none" ? .some(nil) : Int($0).flatMap(YearGroup.init) }
      let counted = part.optional("without-cost", as: "counted, or leave it out") {
        $0 == "counted" ? true : nil
      }
      guard let transitions, let population, let costs, let weight, let inflation, let deviation,
        let group
      else { return nil }
      place = part.place
      self.transitions = transitions
      self.population = population
      self.costs = costs
      settings = TransitionModel.Settings(
        weight: weight, inflation: Simulation.Estimate(inflation, deviation: deviation),
        adultsFrom: group, years: years.upperBound.start - years.lowerBound.start + 1)
      countsWithoutCost = counted ?? false
    }

    /// The desk that projects them; paths are as seen from the folder of the scenario file.
    func desk(beside file: GivenFile, progress: ProgressBoard) throws -> ChildrenDesk {
      let files = ChildrenDesk.Files(
        transitions: file.path(beside: transitions), population: file.path(beside: population),
        costs: file.path(beside: costs), wider: wider.map { file.path(beside: $0) })
      if let missing = files.all.first(where: { !FileManager.default.fileExists(atPath: $0) }) {
        throw DeskFailure(
          .cannotOpen,
          Diagnostic.error(
            "file-not-found", "there is no file \(missing.split(separator: "/").last ?? "")",
            at: place, next: "name it as it is seen from the folder of the scenario file"))
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

    fileprivate static let names: WrittenNames = ["known-at", "funds", "lines"]

    fileprivate init?(_ part: WrittenPart) {
      let known = part.value("known-at", as: "a day such as 2026-04-30, or a record’s number") {
        ReadingPoint($0)
      }
      let funds = part.each("funds", as: "the code of a fund") { $0 }
      let lines = part.each(
        "lines", as: "section 251 lines such as 1.2.3", Section251Line.init(rawValue:))
      guard let known, let funds, let lines else { return nil }
      (knownAt, self.funds, self.lines) = (known, funds, lines)
    }

    func desk(_ books: OpenBooks, rates: ScenarioRates) async throws -> BacktestDesk {
      let scope = CostScope(funds: Set(try funds.map(books.fund)), lines: Set(lines))
      return try await BacktestDesk(
        books, scope, knownAt: knownAt, until: books.lastDay(nil), rates: rates)
    }
  }
}
