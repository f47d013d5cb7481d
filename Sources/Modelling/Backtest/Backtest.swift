public import Bookkeeping

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

extension Backtest {
  /// Why a projection cannot be held against what happened.
  public enum Refusal: Error, Hashable, Sendable {
    case tooFewYears(Int)
    /// Nothing has happened since.
    case nothingSince
    case yearNotNext(FinancialYear, after: FinancialYear)
    /// Nothing grows from a nil cost.
    case costNotPositive(YearCost)
    /// The assumptions begin with another cost than was known.
    case baseIsAnother(Money, known: YearCost)
  }
}

extension Backtest.Refusal {
  /// Why years cannot be used, if they cannot.
  static func first(in known: [YearCost]) -> Self? {
    if known.isEmpty { return .tooFewYears(0) }
    return gap(in: known)
  }

  /// The same of the years since; `year` is the last that was known.
  static func first(in since: [YearCost], after year: FinancialYear?) -> Self? {
    guard let first = since.first else { return .nothingSince }
    if let year, first.year != year.next { return .yearNotNext(first.year, after: year) }
    return gap(in: since)
  }

  private static func gap(in years: [YearCost]) -> Self? {
    if let one = years.first(where: { $0.cost <= .zero }) { return .costNotPositive(one) }
    return zip(years, years.dropFirst()).first { $1.year != $0.year.next }
      .map { .yearNotNext($1.year, after: $0.year) }
  }

  /// The refusal as a person should read it.
  public func diagnostic(at place: Place? = nil) -> Diagnostic {
    switch self {
    case .tooFewYears(let count):
      .backtest(
        "\(count) years were known, and \(CostTrend.fewestYears) are needed", at: place,
        next: "begin at a later point, or give the rates that were supposed then")
    case .nothingSince:
      .backtest(
        "no year has ended since", at: place, next: "begin at an earlier point of the ledger")
    case .yearNotNext(let year, let before):
      .backtest("\(year) stands behind \(before)", at: place, next: "give every year, in order")
    case .costNotPositive(let one):
      .backtest(
        "\(one.year) cost \(one.cost)", at: place, next: "leave out the years before the first cost"
      )
    case .baseIsAnother(let cost, let known):
      .backtest(
        "the projection begins with \(cost), and \(known.year) was known as \(known.cost)",
        at: place, next: "begin with what was known then")
    }
  }
}

extension Diagnostic {
  fileprivate static func backtest(_ problem: String, at place: Place?, next: Remedy) -> Diagnostic
  {
    .error(
      "backtest-not-usable", problem, at: place,
      why: "a projection from an earlier point is held against the years that followed it",
      next: next)
  }
}
