import Bookkeeping
import Modelling
import Reporting

/// What the pack itself says: figures that no formula touches.
struct OutputSheets {
  let pack: ScenarioPack

  private static let (contributed, cost, gap, putIn) = (2, 3, 4, 8)

  private var partners: [PackPartner] { pack.plan.partners }

  /// The pack’s figures for a row of ``sheet``.
  func contributions(_ place: Int) -> Workbook.Expression { cell(Self.contributed, place) }
  func cost(_ place: Int) -> Workbook.Expression { cell(Self.cost, place) }
  func gap(_ place: Int) -> Workbook.Expression { cell(Self.gap, place) }

  func contribution(_ partner: Int, _ place: Int) -> Workbook.Expression {
    cell(Self.putIn + partner, place)
  }

  func borne(_ partner: Int, _ place: Int) -> Workbook.Expression {
    cell(Self.putIn + partners.count + partner, place)
  }

  func fromReserve(_ place: Int) -> Workbook.Expression {
    cell(Self.putIn + 2 * partners.count, place)
  }

  func nobody(_ place: Int) -> Workbook.Expression {
    cell(Self.putIn + 2 * partners.count + 1, place)
  }

  private func cell(_ column: Int, _ place: Int) -> Workbook.Expression {
    PackSheet.outputs.cell(column, place)
  }

  /// A row for each year of each option, in their order.
  var sheet: Workbook.Sheet {
    let names = partners.map(\.short)
    return Workbook.Sheet(
      PackSheet.outputs.rawValue, title: "The pack’s figures for each year",
      note: "Amounts in pounds, as the pack gave them. At risk is what may not be saved",
      headings: [
        "Option", "Year", "Contributions", "Cost", "Gap", "Saved by the levers", "To deliver",
        "At risk",
      ] + names.map { "Contribution of \($0)" } + names.map { "Extra of \($0)" }
        + ["From reserve", "Nobody"],
      rows: pack.plan.options.indices.flatMap { option in
        let years = zip(
          pack.figures.projections[option].years, pack.figures.exposures[option].years)
        return years.map { [.text(pack.plan.options[option].name)] + row($0, $1) }
      })
  }

  private func row(_ year: ProjectedYear, _ shared: Exposure.Year) -> [Workbook.Cell] {
    let whole = [
      year.contributed, year.cost, year.gap, year.levers.map(\.gross).total(),
      year.levers.map(\.costToDeliver).total(), year.levers.map(\.atRisk).total(),
    ]
    let division = shared.division
    let parts =
      shared.contributions.map(\.amount) + division.borne + [
        division.reserve, division.unallocated,
      ]
    return [.text(year.year.description)] + (whole + parts).map { .money($0) }
  }

  /// The percentiles of the cost and of each part of the gap.
  var percentiles: Workbook.Sheet {
    let names = partners.map(\.name) + ["From reserve", "Nobody"]
    let rows = zip(pack.plan.options, pack.outcome.options).flatMap { option, outcome in
      pack.figures.base.years.indices.flatMap { year -> [[Workbook.Cell]] in
        let start: [Workbook.Cell] = [
          .text(option.name), .text(pack.figures.base.years[year].year.description),
        ]
        let bands = [("Cost", outcome.years[year])] + zip(names, outcome.parts[year])
        return bands.map { name, band in
          start + [.text(name)] + band.percentiles.map { .money($0.amount) }
            + [.share(band.chanceAbove)]
        }
      }
    }
    return Workbook.Sheet(
      PackSheet.percentiles.rawValue,
      title: "Percentiles over \(pack.outcome.runs) runs, seed \(pack.outcome.seed)",
      note: "Amounts in pounds. The chance is that the cost is above contributions, and that any "
        + "other amount is positive",
      headings: ["Option", "Year", "Figure"] + Percentile.shown.map { "P\($0)" } + ["Chance"],
      rows: rows)
  }

  var tornado: Workbook.Sheet {
    Workbook.Sheet(
      PackSheet.tornado.rawValue,
      title: "How far each figure alone moves the gap of the base over all years",
      note: "Amounts in pounds. The centre is the gap with every figure at its central value",
      headings: ["Figure", "Value of the lower gap", "Value of the higher gap"]
        + ["Centre", "Low", "High", "Swing"],
      rows: pack.figures.tornado.bars.map { bar in
        [
          .text(bar.driver.name), .share(bar.lowValue.fraction), .share(bar.highValue.fraction),
        ] + [pack.figures.tornado.centre, bar.low, bar.high, bar.swing].map { .money($0) }
      })
  }

  var switching: Workbook.Sheet {
    Workbook.Sheet(
      PackSheet.switching.rawValue,
      title: "At which value of one figure the gap of the base closes",
      note: "Amounts in pounds. A figure that is not here closes the gap at no value by itself",
      headings: ["Figure", "Value", "Gap at it", "Gap a thousandth of one per cent beyond"],
      rows: pack.figures.switching.map { found in
        [
          .text(found.driver.name), .share(found.value.fraction), .money(found.gap),
          .money(found.gapBeyond),
        ]
      })
  }
}
