import Bookkeeping

/// What past moves say of the moves to come: from which state to which, and who joins.
///
/// Where few children of a year group were seen in a state, what they did is mixed with what others
/// did, here or in the nation where its counts are given: children who leave as all of the year group
/// do, and move as all in the state do. Those count for as many children as the weight says.
public struct TransitionModel: Sendable {
  public let states: [SupportState]
  /// The calendar year of the last children known: where the projection begins.
  public let start: Int
  public let settings: Settings
  let prices: [Int64]
  /// By year group and state.
  let known: [[Int64]]
  /// Where the children of a year group and state go.
  let moves: [[Urn]]
  /// How many join out of each year group, and into which states.
  let arrivals: [Arrivals]

  /// What is asked of the projection.
  public struct Settings: Hashable, Sendable {
    /// For how many children the pooled moves count.
    public let weight: Int64
    /// How much more a state costs each year than the year before.
    public let inflation: Simulation.Estimate
    /// From which year group on a child's cost stands in the adults' lines.
    public let adultsFrom: YearGroup?
    public let years: Int

    public init(
      weight: Int64 = 10, inflation: Simulation.Estimate = Simulation.Estimate(0),
      adultsFrom: YearGroup? = YearGroup(14), years: Int = 5
    ) {
      self.weight = weight
      self.inflation = inflation
      self.adultsFrom = adultsFrom
      self.years = years
    }

    /// Whether a year group's cost stands in the adults' lines.
    public func isAdult(_ group: YearGroup) -> Bool { adultsFrom.map { group >= $0 } ?? false }
  }

  /// All that was seen.
  public struct Evidence: Hashable, Sendable {
    public let transitions: [Transition]
    public let population: [Residents]
    public let costs: [StateCost]
    /// The moves of a wider area; without them all year groups are pooled.
    public let pooled: [Transition]?

    public init(
      transitions: [Transition], population: [Residents], costs: [StateCost],
      pooled: [Transition]? = nil
    ) {
      self.transitions = transitions
      self.population = population
      self.costs = costs
      self.pooled = pooled
    }

    /// A row of it, by its number in its list, from 0.
    public enum Row: Hashable, Sendable {
      case transition(Int)
      case residents(Int)
      case cost(Int)
    }
  }

  /// What can be made of the evidence, or everything that stands in the way.
  public static func made(
    from evidence: Evidence, _ settings: Settings
  ) -> Result<TransitionModel, TransitionFaults> {
    let faults = settings.faults + evidence.faults(years: settings.years)
    guard faults.isEmpty, let last = evidence.lastYear else {
      return .failure(TransitionFaults(faults: faults))
    }
    return .success(TransitionModel(evidence, settings, start: last + 1))
  }

  private init(_ evidence: Evidence, _ settings: Settings, start: Int) {
    let priced = evidence.costs.sorted { $0.state < $1.state }
    states = priced.map(\.state)
    prices = priced.map(\.price.pence)
    self.start = start
    self.settings = settings
    let seen = MoveCounts(evidence.transitions, among: states)
    let pooled = evidence.pooled.map { MoveCounts($0, among: priced.map(\.state)) } ?? seen
    moves = YearGroup.all.map { group in
      (0..<priced.count).map { state in
        // After the last year group there is none, and a state that nobody was seen in is kept.
        group == YearGroup.all.last
          ? Urn(only: priced.count)
          : Urn(
            seen.moves(group, from: state),
            pooled: pooled.expected(group, from: state)
              ?? [Int64](repeating: 0, count: priced.count + 1),
            settings.weight) ?? Urn(only: state)
      }
    }
    arrivals = Arrivals.all(evidence, seen, pooled, settings.weight)
    known = MoveCounts.standing(
      evidence.transitions.filter { $0.calendarYear == start - 1 }, among: states)
  }
}

/// Everything that stands in the way of a projection.
public struct TransitionFaults: Error, Hashable, Sendable {
  public let faults: [RowFault<TransitionModel.Evidence.Row>]
}
