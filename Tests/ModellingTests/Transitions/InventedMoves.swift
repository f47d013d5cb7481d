import Bookkeeping
import Modelling

/// A small set of children's moves, wholly invented.
enum InventedMoves {
  static let special = SupportState(setting: "special", need: "autism")
  static let school = SupportState(setting: "mainstream", need: "speech")

  static let costs = [StateCost(special, 30_000_00), StateCost(school, 8_000_50)]

  /// Twelve children of academic year 5 and two of 12, in 2024 and 2025.
  static let transitions = [2024, 2025].flatMap { year in
    [
      move(year, special, 5, special), move(year, special, 5, special),
      move(year, special, 5, special), move(year, special, 5, nil),
      move(year, school, 5, special), move(year, school, 5, school), move(year, nil, 5, school),
      move(year, special, 12, special),
    ]
  }

  static func move(
    _ year: Int, _ from: SupportState?, _ group: Int, _ to: SupportState?
  ) -> Transition {
    Transition(calendarYear: year, yearGroup: self.group(group), from: from, to: to)
  }

  static func population(_ years: ClosedRange<Int> = 2024...2030) -> [Residents] {
    years.flatMap { [residents($0, 5, 20), residents($0, 12, 10)] }
  }

  static func residents(_ year: Int, _ group: Int, _ count: Int64) -> Residents {
    Residents(calendarYear: year, yearGroup: self.group(group), count: count)
  }

  static func group(_ number: Int) -> YearGroup {
    guard let group = YearGroup(number) else { preconditionFailure("there is such a year group") }
    return group
  }

  static func evidence(
    transitions: [Transition] = transitions, population: [Residents] = population(),
    costs: [StateCost] = costs, pooled: [Transition]? = nil
  ) -> TransitionModel.Evidence {
    TransitionModel.Evidence(
      transitions: transitions, population: population, costs: costs, pooled: pooled)
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
