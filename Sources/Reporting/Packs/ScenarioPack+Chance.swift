import Bookkeeping
import Modelling

extension ScenarioPack {
  /// The seventh part: each figure moved by itself, and where the gap closes.
  var sensitivity: [Report.Block] {
    let tornado = figures.tornado
    let table = Table(
      "tornado",
      caption: "Change in the \(figures.base.years.count)-year gap of the base, each figure alone",
      columns: [
        Table.Column("assumption", "Assumption, low to high", .text),
        Table.Column("low", "Low", .money), Table.Column("high", "High", .money),
        Table.Column("swing", "Swing", .money),
      ],
      rows: tornado.bars.map { bar in
        let ends = [bar.lowValue, bar.highValue].map { PackText.percent($0) }
        return Table.Row([
          .text("\(bar.name) \(ends[0]) to \(ends[1])"), .money(bar.low), .money(bar.high),
          .money(bar.swing),
        ])
      })
    return [
      .paragraph(
        "If nothing changes, the gap is \(PackText.rounded(tornado.centre)). Each figure is moved by "
          + "itself, and the table says how far the gap then moves.")
    ] + tornadoChart + [.table(table), .paragraph(switchingSentence)]
  }

  /// The eighth part: what the runs came to.
  var fan: [Report.Block] {
    guard let base = outcome.options.first, let last = base.years.last,
      let year = figures.base.years.last?.year
    else { return [] }
    let words =
      "In 8 of 10 runs the cost in \(year) is between \(PackText.rounded(last.amount(at: 10))) and "
      + "\(PackText.rounded(last.amount(at: 90))) if we change nothing. P10 is what 1 run in 10 stays "
      + "below, and P90 what 9 in 10 do."
    return [.paragraph(words)] + fanChart
      + [.table(bands), .table(lastYears), .paragraph(convergence), .paragraph(method)]
  }

  private static let percentColumns = Percentile.shown.map {
    Table.Column("p\($0)", "P\($0)", .money)
  }

  private var bands: Table {
    Table(
      "fan",
      caption:
        "Cost if we change nothing, \(PackText.count(outcome.runs)) runs, seed \(outcome.seed)",
      columns: [Table.Column("year", "Year", .text)] + ScenarioPack.percentColumns + [
        Table.Column("chance", "Chance it is above contributions", .text)
      ],
      rows: zip(figures.base.years, outcome.options[0].years).map { year, band in
        Table.Row(
          [.text(year.year.description)] + band.percentiles.map { .money($0.amount) }
            + [.text(PackText.chance(band.chanceAbove))])
      })
  }

  /// Every option's last year, on the same draws.
  var lastYears: Table {
    let year = figures.base.years.last?.year.description ?? ""
    return Table(
      "fan-options", caption: "Cost in \(year) under each option, on the same draws",
      columns: [Table.Column("option", "Option", .text)] + ScenarioPack.percentColumns + [
        Table.Column("dearer", "Chance it costs more than the base over \(span)", .text)
      ],
      rows: zip(plan.options, outcome.options).enumerated().map { index, pair in
        let dearer = Fraction(Int64(pair.1.runsDearer), over: Int64(outcome.runs))
        return Table.Row(
          [.text(pair.0.shortName)]
            + (pair.1.years.last?.percentiles ?? []).map { .money($0.amount) }
            + [index == 0 ? .blank : .text(PackText.chance(dearer))])
      })
  }

  private var convergence: String {
    let percentiles = outcome.options[0].years.flatMap(\.percentiles)
    let moved = percentiles.map(\.movement.magnitude).max() ?? .zero
    let error = percentiles.map { max($0.high - $0.amount, $0.amount - $0.low) }.max() ?? .zero
    return "The second half of the runs moved no figure of the fan by more than "
      + "\(PackText.rounded(moved)), and one standard error of the sampling is "
      + "\(PackText.rounded(error)) at most."
  }

  /// What is drawn where a central rate is another in later years.
  private var changing: String {
    plan.outlook.demand.changes.isEmpty && plan.outlook.price.changes.isEmpty
      ? "" : "the error that is drawn is added to the central rate of each year; "
  }

  private var method: String {
    let unsure = plan.uncertainty
    func percent(_ millionths: Int64) -> String { "\(Fraction(millionths, over: 10_000))%" }
    return
      "Growth and price are drawn once a run and hold for every year, because whoever is wrong "
      + "about growth stays wrong; \(changing)a small shock is added each year. Standard deviations: growth "
      + "\(percent(unsure.growth)), price \(percent(unsure.price)), first year "
      + "\(percent(unsure.firstYear)), each later year \(percent(unsure.yearly)). The correlation "
      + "of growth and price is \(Fraction(unsure.correlation, over: 1_000_000)). Source: "
      + "\(unsure.source). What an option costs to deliver moves with that year’s cost. A fan shows "
      + "only the risks in the model: a change of policy is a scenario, and not a band."
  }
}
