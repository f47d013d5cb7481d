public import Bookkeeping
public import Modelling

/// A projection from an earlier point of a ledger, held against what happened since.
public struct BacktestReport: Sendable {
  private let score: BacktestScore
  private let backtest: Backtest
  private let basis: Basis
  /// What the last year known then has been corrected to since, if it has.
  private let corrected: Money?

  /// What was supposed, and from when.
  public struct Basis: Hashable, Sendable {
    /// What counts: every fund, or those named.
    public let scope: String
    /// The day by which the figures were known, and the last record of it.
    public let day: Day
    public let record: Int
    public let rates: Rates

    /// Whose rates were projected with.
    public enum Rates: Hashable, Sendable {
      /// Those of the years known then.
      case ownTrend
      /// Those of a scenario file.
      case scenario(String)
    }

    public init(scope: String, day: Day, record: Int, rates: Rates) {
      self.scope = scope
      self.day = day
      self.record = record
      self.rates = rates
    }
  }

  public init(_ score: BacktestScore, of backtest: Backtest, _ basis: Basis, corrected: Money?) {
    self.score = score
    self.backtest = backtest
    self.basis = basis
    self.corrected = corrected
  }

  public func report(_ header: [Report.Fact]) -> Report {
    Report(
      schema: "sendledger/backtest@1", title: "Where the model was wrong",
      blocks: [
        .facts(
          header + [
            Report.Fact("Counted", .text(basis.scope)), Report.Fact("Runs", .number(score.runs)),
            Report.Fact("Seed", .text("\(score.seed)")),
          ])
      ] + blocks)
  }

  /// The parts of it, for a report of its own or within a pack.
  var blocks: [Report.Block] {
    [.paragraph(begun), .table(years), .paragraph(coverage), .paragraph(supposed)]
  }

  /// From which figure it began, as known then.
  private var begun: String {
    guard let last = backtest.known.last else { return "Nothing was known." }
    let words =
      "Projected from what the ledger held on \(spoken(basis.day)), record \(basis.record): "
      + "\(last.year) had cost \(last.cost)."
    guard let corrected, corrected != last.cost else { return words }
    return words + " Since then it has been corrected to \(corrected); nobody could know that."
  }

  private var years: Table {
    Table(
      "backtest", caption: "What was projected, and what happened",
      columns: [
        Table.Column("year", "Year", .text), Table.Column("projected", "Projected", .money),
        Table.Column("p10", "P10", .money), Table.Column("p90", "P90", .money),
        Table.Column("actual", "Actual", .money), Table.Column("error", "Error", .money),
        Table.Column("percentile", "Fell at", .text),
        Table.Column("within", "P10 to P90", .text),
      ],
      rows: score.years.map { year in
        Table.Row([
          .text(year.year.description), .money(year.projected), .money(year.likely.lowerBound),
          .money(year.likely.upperBound), .money(year.actual), .money(year.error),
          .text("P\((year.percentile * Fraction(100)).floor)"),
          .text(year.isWithinBand ? "within" : "outside"),
        ])
      })
  }

  private var coverage: String {
    let within = score.years.count(where: \.isWithinBand)
    let direction =
      score.meanError == .zero
      ? "neither too high nor too low"
      : score.meanError > .zero ? "\(score.meanError) too high" : "\(-score.meanError) too low"
    return "Of \(score.years.count) \(score.years.count == 1 ? "year" : "years"), \(within) fell "
      + "where 8 of 10 runs did. On the mean it was \(direction), and \(score.meanAbsoluteError) "
      + "away in either direction. Years follow from each other, so that few of them prove little."
  }

  private var supposed: String {
    let assumed = backtest.assumptions
    func percent(_ millionths: Int64) -> String { "\(Fraction(millionths, over: 10_000))%" }
    let rates =
      "growth \(percent(assumed.growth.central)) a year (standard deviation "
      + "\(percent(assumed.growth.deviation))), price \(percent(assumed.price.central)) "
      + "(\(percent(assumed.price.deviation))), each year \(percent(assumed.yearlyDeviation))"
    return switch basis.rates {
    case .ownTrend:
      "Supposed: \(rates); the trend of the \(backtest.known.count) years known then, which does "
        + "not tell children from prices."
    case .scenario(let file): "Supposed: \(rates); the rates of \(file)."
    }
  }
}
