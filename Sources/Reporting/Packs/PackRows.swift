import Bookkeeping
import Funding
import Modelling

extension ScenarioPack {
  /// Every figure in long form, one a row: for spreadsheets and other programs.
  public var longForm: Table {
    Table(
      "figures", caption: "Every figure of the pack",
      columns: [
        Table.Column("scenario", "Scenario", .text), Table.Column("year", "Year", .text),
        Table.Column("partner", "Partner", .text), Table.Column("measure", "Measure", .text),
        Table.Column("percentile", "Percentile", .text), Table.Column("gbp", "£", .money),
      ],
      rows: plan.options.indices.flatMap { index in projected(index) + simulated(index) }
        + (evidence.children?.costRows ?? []))
  }

  private func row(
    _ index: Int, _ year: String, _ partner: String, _ measure: String, _ percentile: String,
    _ amount: Money
  ) -> Table.Row {
    Table.Row(
      [plan.options[index].code, year, partner, measure, percentile].map { .text($0) }
        + [.money(amount)])
  }

  /// Without chance: the percentile is `central`.
  private func projected(_ index: Int) -> [Table.Row] {
    zip(figures.projections[index].years, figures.exposures[index].years).flatMap { year, shared in
      let name = year.year.description
      func row(_ measure: String, _ amount: Money, of partner: String = "") -> Table.Row {
        self.row(index, name, partner, measure, "central", amount)
      }
      let levers = year.levers
      let whole = [
        row("contributions", year.contributed), row("cost", year.cost), row("gap", year.gap),
        row("saved-gross", levers.map(\.gross).total()),
        row("cost-to-deliver", levers.map(\.costToDeliver).total()),
        row("at-risk", levers.map(\.atRisk).total()),
        row("from-reserve", shared.division.reserve), row("nobody", shared.division.unallocated),
      ]
      return whole
        + plan.partners.flatMap { partner in
          [
            row(
              "contribution", shared.contribution(of: partner.reference),
              of: partner.reference.code),
            row("extra", shared.division.borne(by: partner.reference), of: partner.reference.code),
          ]
        }
    }
  }

  /// The percentiles of the cost and of each part of what it differs by.
  private func simulated(_ index: Int) -> [Table.Row] {
    let option = outcome.options[index]
    return figures.base.years.indices.flatMap { place -> [Table.Row] in
      let name = figures.base.years[place].year.description
      func rows(_ band: Band, _ partner: String, _ measure: String) -> [Table.Row] {
        band.percentiles.map { row(index, name, partner, measure, "P\($0.percent)", $0.amount) }
      }
      let parts = zip(outcome.parts, option.parts[place]).flatMap { part, band in
        switch part {
        case Exposure.reservePart: rows(band, "", "from-reserve")
        case Exposure.nobodysPart: rows(band, "", "nobody")
        // Every other part is a partner.
        default: rows(band, part, "extra")
        }
      }
      return rows(option.years[place], "", "cost") + parts
    }
  }
}
