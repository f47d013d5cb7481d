public import Bookkeeping

extension TransitionModel {
  /// What many runs came to in a year.
  public struct SimulatedChildren: Hashable, Sendable {
    public let calendarYear: Int
    /// How many in all: as many runs in a hundred stay at or below each number as is shown.
    public let counts: [Int: Int64]
    /// The mean of those in each state, in the children's lines and in the adults' together.
    public let states: [Fraction]
    public let childrenCost: Band
    public let adultsCost: Band
    public let cost: Band
  }

  /// Simulates: in each run the probabilities are drawn from what was seen, and hold for every year.
  ///
  /// - Parameters:
  ///   - runs: How many, half of which are also looked at alone.
  ///   - seed: What every draw is found from.
  ///   - tasks: How many pieces are worked on at a time; their number changes no figure.
  ///   - progress: Told, again and again, how many runs are done.
  /// - Returns: The years after the last children known.
  /// - Throws: A fault where there are too few runs.
  public func simulated(
    runs: Int, seed: UInt64, tasks: Int = 2, progress: (Int) -> Void = { _ in }
  ) async throws(TransitionFault) -> [SimulatedChildren] {
    guard runs >= Simulation.fewestRuns else { throw .setting(.tooFewRuns(runs)) }
    let empty = TransitionTally(self)
    let (half, all) = await Tallied.runs(runs, tasks: tasks, from: empty, progress: progress) {
      piece in
      var tally = empty
      tally.count(piece, of: self, seed: seed)
      return tally
    }
    return (0..<settings.years).map { year in
      let bands = (0..<3).map { line in
        all.costs[3 * year + line].band(since: half.costs[3 * year + line])
      }
      return SimulatedChildren(
        calendarYear: start + 1 + year,
        counts: Dictionary(
          uniqueKeysWithValues: zip(
            Percentile.shown, all.counts[year].results(at: Percentile.shown))),
        states: all.children[year].map { Fraction($0, over: Int64(runs)) },
        childrenCost: bands[0], adultsCost: bands[1], cost: bands[2])
    }
  }

  /// The children of a run, by year, by year group and by state.
  func run(_ number: Int, seed: UInt64) -> [[[Int64]]] {
    var here = known
    var urns = moves
    var entries = arrivals.map(\.states)
    let joined = arrivals.enumerated().map { group, arrivals in
      var draws = Draws(seed: seed, variable: variable(.joined, group, 0, 0), run: number)
      return arrivals.drawn(years: settings.years, &draws)
    }
    return (0..<settings.years).map { year in
      var next = here.map { $0.map { _ in Int64(0) } }
      for group in here.indices {
        for state in states.indices where here[group][state] > 0 {
          let variable = variable(.moves, group, state, year)
          var draws = Draws(seed: seed, variable: variable, run: number)
          for _ in 0..<here[group][state] {
            let place = urns[group][state].draw(&draws)
            if place < states.count { next[group + 1][place] += 1 }
          }
        }
        guard group + 1 < here.count else { continue }
        var draws = Draws(seed: seed, variable: variable(.entries, group, 0, year), run: number)
        for _ in 0..<joined[group][year] { next[group + 1][entries[group].draw(&draws)] += 1 }
      }
      here = next
      return here
    }
  }

  /// What is drawn.
  private enum Drawn: UInt64 {
    case joined = 1
    case entries
    case moves
  }

  /// The number of a variable: what is drawn, of which year group and state, in which year.
  private func variable(_ drawn: Drawn, _ group: Int, _ state: Int, _ year: Int) -> UInt64 {
    drawn.rawValue << 56 | UInt64(group) << 48 | UInt64(year) << 32 | UInt64(state)
  }

  /// Draws by how much the price of each year differs from what is expected, in a run.
  func priceTimes(_ number: Int, seed: UInt64) -> [Double] {
    let deviate = NormalTable.standard.deviate(
      Draws.word(Draws.key(seed: seed, variable: 0), number))
    let inflation = settings.inflation
    let each = max(
      0, 1 + Double(inflation.deviation) / Double(1_000_000 + inflation.central) * deviate)
    return (1...settings.years).map { Elementary.power(each, $0) }
  }
}
