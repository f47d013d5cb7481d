public import Bookkeeping

/// A rule that divides what a run's years cost above or below what was put in.
///
/// The parts of a year, what no rule gives to anyone among them, add to that year's variance.
public struct Division: Sendable {
  /// What the parts are: partners, a reserve, what is left over.
  public let parts: [String]
  /// The parts of each year's variance, for an option and its variances by year.
  public let divided: @Sendable (_ option: Int, _ variances: [Money]) -> [[Money]]

  public init(
    parts: [String],
    divided: @escaping @Sendable (_ option: Int, _ variances: [Money]) -> [[Money]]
  ) {
    self.parts = parts
    self.divided = divided
  }
}

extension Simulation {
  /// Simulates, on as many tasks as are given; their number changes no figure.
  ///
  /// - Parameters:
  ///   - runs: How many, half of which are also looked at alone.
  ///   - seed: What every draw is found from.
  ///   - tasks: How many pieces are worked on at a time.
  ///   - division: How each run's variance is divided, where that is wanted.
  ///   - progress: Told, again and again, how many runs are done.
  /// - Returns: What the runs came to.
  /// - Throws: ``Objection/tooFewRuns(_:)``.
  public func simulated(
    runs: Int, seed: UInt64, tasks: Int = 2, dividing division: Division? = nil,
    progress: (Int) -> Void = { _ in }
  ) async throws(Objection) -> Outcome {
    guard runs >= Simulation.fewestRuns else { throw .tooFewRuns(runs) }
    let years = SimulatedYears(self, seed: seed)
    let table = NormalTable.standard
    let empty = SimulationTally(
      self, division: division, reaching: PartReach(self, years, division, of: runs))
    let (half, all) = await Tallied.runs(runs, tasks: tasks, from: empty, progress: progress) {
      piece in
      var tally = empty
      tally.count(piece, of: years, table)
      return tally
    }
    return Outcome(
      runs: runs, seed: seed,
      options: options.indices.map { index in
        OptionOutcome(
          name: options[index].name,
          years: (0..<self.years).map { all.year(index, $0).band(since: half.year(index, $0)) },
          whole: all.whole(index).band(since: half.whole(index)),
          runsDearer: all.dearer[index],
          parts: (0..<self.years).map { year in
            zip(all.parts(index, year), half.parts(index, year)).map { $0.band(since: $1) }
          })
      },
      parts: division?.parts ?? [])
  }

  /// What one run comes to: every option's cost by year.
  public func run(_ number: Int, seed: UInt64) -> [[Money]] {
    let years = SimulatedYears(self, seed: seed)
    let times = years.drawn(number..<number + 1, from: .standard)
    return options.indices.map { option in
      times.indices.flatMap { year in
        years.centres[option * self.years + year].costs(times[year]).map { Money(pence: $0) }
      }
    }
  }

  /// What many runs came to.
  public struct Outcome: Hashable, Sendable {
    public let runs: Int
    public let seed: UInt64
    public let options: [OptionOutcome]
    /// What the parts of a year are, where the variance was divided.
    public let parts: [String]
  }

  /// What many runs of an option came to.
  public struct OptionOutcome: Hashable, Sendable {
    public let name: String
    /// The cost of each year; ``Band/runsAbove`` counts those above contributions.
    public let years: [Band]
    /// The cost of all years together.
    public let whole: Band
    /// The runs in which all years together cost more than under the first option.
    public let runsDearer: Int
    /// By year, what fell to each part of the division.
    public let parts: [[Band]]
  }
}
