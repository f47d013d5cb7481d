public import Bookkeeping

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
}

extension Backtest.Refusal {
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
  fileprivate static func backtest(_ problem: String, at place: Place?, next: String) -> Diagnostic
  {
    Diagnostic(
      .error, "backtest-not-usable", at: place, problem: problem,
      why: "a projection from an earlier point is held against the years that followed it",
      next: next)
  }
}
