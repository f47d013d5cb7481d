import Bookkeeping

/// A projection from an earlier point, held against what happened since.
///
/// It begins with the last year that was known then, as it was known then, and not as it has been
/// corrected since: whoever decided had no other figure.
public struct Backtest: Hashable, Sendable {
  /// As known at the earlier point, year after year.
  public let known: [YearCost]
  /// What the years after them came to.
  public let since: [YearCost]
  public let assumptions: Simulation.Assumptions

  /// - Throws: a refusal where the years do not run on, or nothing can be projected from them.
  public init(
    known: [YearCost], since: [YearCost], assumptions: Simulation.Assumptions
  ) throws(Refusal) {
    if let refusal = Refusal.first(in: known) ?? Refusal.first(in: since, after: known.last?.year) {
      throw refusal
    }
    guard let last = known.last else { throw .tooFewYears(0) }
    guard assumptions.baseCost == last.cost else {
      throw .baseIsAnother(assumptions.baseCost, known: last)
    }
    self.known = known
    self.since = since
    self.assumptions = assumptions
  }

  /// The same, with what the known years themselves let anybody suppose.
  public init(known: [YearCost], since: [YearCost]) throws(Refusal) {
    let trend = try CostTrend(of: known)
    try self.init(
      known: known, since: since,
      assumptions: trend.assumptions(from: known.last?.cost ?? .zero))
  }

  /// Projects and scores.
  ///
  /// - Throws: an objection of the simulation to what was supposed.
  public func scored(
    runs: Int = 20_000, seed: UInt64, tasks: Int = 2, progress: (Int) -> Void = { _ in }
  ) async throws(Simulation.Objection) -> BacktestScore {
    let actual = [assumptions.baseCost] + since.map(\.cost)
    let noChange = Simulation.Option("no change", savings: actual.map { _ in .zero })
    // What happened stands where contributions would, so that the runs above it are counted.
    let simulation = try Simulation(assumptions, options: [noChange], contributions: actual)
    let outcome = try await simulation.simulated(
      runs: runs, seed: seed, tasks: tasks, progress: progress)
    let bands = outcome.options[0].years.dropFirst()
    return BacktestScore(
      runs: runs, seed: seed,
      years: zip(since, bands).map { BacktestScore.Year(year: $0.year, actual: $0.cost, band: $1) })
  }
}
