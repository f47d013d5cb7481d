import Bookkeeping
import Modelling
import Testing

/// A small set of children's moves, wholly invented.
enum InventedMoves {
  static let special = SupportState(setting: "special", need: "autism")
  static let school = SupportState(setting: "mainstream", need: "speech")

  static let costs = ["need,setting,cost", "autism,special,30000", "speech,mainstream,8000.50"]

  /// Twelve children of academic year 5 and two of 12, in 2024 and 2025.
  static let transitions =
    ["calendar-year,setting-1,need-1,academic-year-1,setting-2,need-2,academic-year-2"]
    + [2024, 2025].flatMap { year in
      [
        "\(year),special,autism,5,special,autism,6", "\(year),special,autism,5,special,autism,6",
        "\(year),special,autism,5,special,autism,6", "\(year),special,autism,5,NONSEND,NONSEND,6",
        "\(year),mainstream,speech,5,special,autism,6",
        "\(year),mainstream,speech,5,mainstream,speech,6",
        "\(year),NONSEND,NONSEND,5,mainstream,speech,6",
        "\(year),special,autism,12,special,autism,13",
      ]
    }

  static func population(_ years: ClosedRange<Int> = 2024...2030) -> [String] {
    ["calendar-year,academic-year,population"]
      + years.flatMap { ["\($0),5,20", "\($0),12,10"] }
  }

  /// Lines as the cells of a file.
  static func cells(_ lines: [String], of file: String) -> [TransitionFile.Cells] {
    lines.enumerated().map { number, line in
      TransitionFile.Cells(
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init),
        at: Place(file: file, row: number + 1, line: number + 1))
    }
  }

  static func evidence(
    transitions: [String] = transitions, population: [String] = population(),
    costs: [String] = costs, pooled: [Transition]? = nil
  ) -> TransitionModel.Evidence {
    let moves = TransitionFile.transitions(
      cells(transitions, of: "transitions.csv"), named: "transitions.csv")
    let people = TransitionFile.population(
      cells(population, of: "population.csv"), named: "population.csv")
    let prices = TransitionFile.costs(cells(costs, of: "costs.csv"), named: "costs.csv")
    #expect(moves.faults == [] && people.faults == [] && prices.faults == [])
    return TransitionModel.Evidence(
      transitions: moves.rows, population: people.rows, costs: prices.rows, pooled: pooled)
  }

  static func model(
    weight: Int64 = 0, inflation: Simulation.Estimate = Simulation.Estimate(0),
    adultsFrom: YearGroup? = YearGroup(14), pooled: [Transition]? = nil
  ) throws -> TransitionModel {
    try TransitionModel.made(
      from: evidence(pooled: pooled),
      TransitionModel.Settings(weight: weight, inflation: inflation, adultsFrom: adultsFrom)
    ).get()
  }
}
