import Bookkeeping
import Funding
import Modelling

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
          series: [Report.Lines.Series("Contributions", years.map(\.contributed))] + costs))
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
