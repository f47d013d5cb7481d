import Bookkeeping
import Funding
public import Modelling

/// A pack for partners who decide on a pool: what each option costs, who pays, and how sure it is.
public struct ScenarioPack: Sendable {
  public let plan: PackPlan
  public let figures: PackFigures
  public let outcome: Simulation.Outcome
  public let evidence: PackEvidence
  public let origin: PackOrigin

  public init(
    _ figures: PackFigures, _ outcome: Simulation.Outcome, beside evidence: PackEvidence,
    from origin: PackOrigin
  ) {
    plan = figures.plan
    self.evidence = evidence
    self.figures = figures
    self.outcome = outcome
    self.origin = origin
  }

  public var report: Report {
    Report(
      schema: "sendledger/scenario@1", title: "Scenario pack: \(plan.name)",
      blocks: [.facts(header)]
        + section("1. The answer", answer)
        + section("2. The options side by side", sideBySide)
        + section("3. Assumptions", assumptions)
        + section("4. Year by year", yearByYear + children)
        + section("5. What each partner would bear", exposure)
        + section("6. How one year is shared", waterfall)
        + section("7. What would change the answer", sensitivity)
        + section("8. How sure we are", fan + backtest)
        + section("9. Children and families", people)
        + section("10. What is not modelled", notModelled)
        + section("11. Changes, and how to make this again", log))
  }

  private func section(_ heading: String, _ blocks: [Report.Block]) -> [Report.Block] {
    [.heading(heading)] + blocks
  }

  var header: [Report.Fact] {
    [
      Report.Fact("Authority", .text(origin.authority)),
      ledger, Report.Fact("Pool", .text(plan.pool.code)),
      Report.Fact("Runs", .number(outcome.runs)), Report.Fact("Seed", .text("\(outcome.seed)")),
    ]
  }

  /// The point of the ledger from which it was made.
  var ledger: Report.Fact {
    Report.Fact("Ledger", .text("record \(origin.record), head \(origin.head)"))
  }

  /// The option that is recommended, by its place.
  var recommended: Int {
    plan.options.firstIndex { $0.code == plan.words.decision.recommended } ?? 0
  }

  /// `5 years`.
  var span: String { PackText.years(figures.base.years.count) }

  /// A column a year.
  var yearColumns: [Table.Column] {
    figures.base.years.map { Table.Column($0.year.description, $0.year.description, .money) }
  }
}

extension ScenarioPack {
  /// A part of a pack that is printed by itself.
  public enum Part: Hashable, Sendable {
    /// The options side by side, year by year, on the same draws.
    case comparison
    case tornado
    case fan
  }

  /// One part as a report of its own, which says how to come to the same bytes.
  public func report(of part: Part) -> Report {
    let (name, blocks) =
      switch part {
      case .comparison: ("the options side by side", sideBySide + comparedByYear)
      case .tornado: ("what would change the answer", sensitivity)
      case .fan: ("how sure we are", fan)
      }
    return Report(
      schema: "sendledger/scenario-part@1", title: "\(plan.name): \(name)",
      blocks: [.facts(header)] + blocks + [.paragraph(reproduce)])
  }
}

/// The pictures of a pack, each of which stands before the table that holds the same.
extension ScenarioPack {
  /// Cost and contributions of every option as lines, before the table `years`.
  var lineChart: [Report.Block] {
    let years = figures.base.years
    let costs = zip(plan.options, figures.projections).map { option, projection in
      Report.Lines.Series(option.shortName, projection.years.map(\.cost))
    }
    let title =
      figures.base.gap > .zero
      ? "If we change nothing, the pool costs \(PackText.rounded(figures.base.gap)) more than "
        + "partners put in over \(span)"
      : "If we change nothing, what partners put in is enough over \(span)"
    return [
      .lines(
        Report.Lines(
          "cost-lines", title: title, subtitle: "Cost and contributions by year, \(plan.pool.code)",
          years: years.map(\.year.description),
          series: [Report.Lines.Series("Contributions", years.map(\.contributed))]
            + costs))
    ]
  }

  /// The bands of the base by year and its contributions, before the table `fan`.
  var fanChart: [Report.Block] {
    let years = zip(figures.base.years, outcome.options[0].years).map { year, band in
      Report.Fan.Year(
        year.year.description,
        Report.Fan.Percentiles(
          p10: band.amount(at: 10), p30: band.amount(at: 30), p50: band.amount(at: 50),
          p70: band.amount(at: 70), p90: band.amount(at: 90)), beside: year.contributed)
    }
    guard let first = years.first, let last = years.last else { return [] }
    let title =
      "The cost spreads from year to year: in \(last.name) by "
      + "\(PackText.rounded(last.percentiles.p90 - last.percentiles.p10)) in 8 of 10 runs"
    return [
      .fan(
        Report.Fan(
          "fan-picture", title: title,
          subtitle: "Cost if we change nothing, \(plan.pool.code), \(first.name) to \(last.name)",
          beside: "Contributions", years: years))
    ]
  }

  /// The bars of the tornado around their centre, before the table `tornado`.
  var tornadoChart: [Report.Block] {
    let tornado = figures.tornado
    guard let widest = tornado.bars.first else { return [] }
    return [
      .swings(
        Report.Swings(
          "tornado-picture", title: "\(widest.name) moves the gap most",
          subtitle: "Change in the \(figures.base.years.count)-year gap, \(plan.pool.code)",
          centre: "\(figures.base.years.count)-year gap", amount: tornado.centre,
          swings: tornado.bars.map { bar in
            Report.Swings.Swing(
              bar.name, low: Report.Swings.End(PackText.percent(bar.lowValue), bar.low),
              high: Report.Swings.End(PackText.percent(bar.highValue), bar.high))
          }))
    ]
  }
}
