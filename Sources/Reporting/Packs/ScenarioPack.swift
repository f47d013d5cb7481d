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
      Report.Fact("Ledger", .text("record \(origin.record), head \(origin.head)")),
      Report.Fact("Pool", .text(plan.pool.code)),
      Report.Fact("Runs", .number(outcome.runs)), Report.Fact("Seed", .text("\(outcome.seed)")),
    ]
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
