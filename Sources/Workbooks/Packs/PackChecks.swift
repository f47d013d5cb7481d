import Bookkeeping
import Modelling
import Reporting

/// The sheet that says whether the parts add up, and whether the formulas give the pack’s figures.
struct PackChecks {
  private let pack: ScenarioPack
  private let projection: ProjectionSheet
  private let sharing: SharingSheet
  private let outputs: OutputSheets

  private static let headings = [
    "Check", "Option", "Year", "In the sheet", "Should be", "Apart", "Equal",
  ]
  private static let (found, due, apart, equal) = (3, 4, 5, 6)

  init(_ pack: ScenarioPack, _ projection: ProjectionSheet, _ sharing: SharingSheet) {
    self.pack = pack
    self.projection = projection
    self.sharing = sharing
    outputs = OutputSheets(pack: pack)
  }

  /// Something that a formula gives, what it should be, and what both are when the file is made.
  private struct Line {
    let name: String
    var option = ""
    var year = ""
    let found: Workbook.Expression
    let due: Workbook.Expression
    let value: Workbook.Value
  }

  var sheet: Workbook.Sheet {
    let (sums, figures) = (sums, figures)
    let first = 3
    let rows = (sums + figures).enumerated().map { row($1, at: first + $0) }
    let top = Workbook.Sheet.firstRow
    let summaries: [[Workbook.Cell]] = [
      summary("All checks", (top + 1)...(top + 2)),
      summary("The parts add up", (top + first)...(top + first + sums.count - 1)),
      summary(
        "The formulas give the pack’s figures",
        (top + first + sums.count)...(top + first + rows.count - 1)),
    ]
    return Workbook.Sheet(
      PackSheet.checks.rawValue, title: "Whether the formulas and the pack agree, to the penny",
      note: "When an input is changed the formulas leave the pack’s figures, and those checks say "
        + "no; the parts add up all the same",
      headings: Self.headings, rows: summaries + rows, totals: [0, 1, 2])
  }

  private func summary(_ name: String, _ rows: ClosedRange<Int>) -> [Workbook.Cell] {
    [.text(name)] + Array(repeating: .empty, count: 5)
      + [.formula(.yesIfAllYes(column: Self.equal, rows: rows), .text("yes"))]
  }

  /// What holds whatever the inputs are.
  private var sums: [Line] {
    let shares = RuleInputs(plan: pack.plan).fixed.map { fixed in
      Line(name: fixed.name, found: fixed.sum, due: .number(1), value: .share(.one))
    }
    return each { option, year, place, line in
      [
        line(
          "Partners, reserve and nobody: the gap", sharing.all(place),
          projection.gap(option, year: year),
          pack.figures.projections[option].years[year].gap)
      ]
    } + shares
  }

  /// What is so until an input is changed.
  private var figures: [Line] {
    let centre = Line(
      name: "Gap of all years: the centre of the tornado", option: pack.plan.options[0].name,
      found: projection.gap(0), due: PackSheet.tornado.cell(3, 0),
      value: .money(pack.figures.tornado.centre))
    return each { option, year, place, line in
      let projected = pack.figures.projections[option].years[year]
      let division = pack.figures.exposures[option].years[year].division
      let whole = [
        line(
          "Contributions", projection.contributions(year: year), outputs.contributions(place),
          projected.contributed),
        line("Cost", projection.cost(option, year: year), outputs.cost(place), projected.cost),
        line("Gap", projection.gap(option, year: year), outputs.gap(place), projected.gap),
        line(
          "From reserve", sharing.fromReserve(place), outputs.fromReserve(place), division.reserve),
        line("Nobody", sharing.nobody(place), outputs.nobody(place), division.unallocated),
      ]
      let partners = pack.plan.partners.enumerated().flatMap { index, partner in
        [
          line(
            "Contribution of \(partner.short)", projection.contribution(index, year: year),
            outputs.contribution(index, place), projected.contributions[index].amount),
          line(
            "Extra of \(partner.short)", sharing.borne(index, place),
            outputs.borne(index, place), division.borne[index]),
        ]
      }
      return whole + partners
    } + (pack.figures.tornado.bars.isEmpty ? [] : [centre])
  }

  private typealias Write = (String, Workbook.Expression, Workbook.Expression, Money) -> Line

  /// The lines of each year of each option; `place` is its row among all of them.
  private func each(_ lines: (Int, Int, _ place: Int, Write) -> [Line]) -> [Line] {
    let years = pack.figures.base.years
    return pack.plan.options.enumerated().flatMap { option, one in
      years.enumerated().flatMap { year, projected in
        lines(option, year, option * years.count + year) { name, found, due, value in
          Line(
            name: name, option: one.name, year: projected.year.description, found: found, due: due,
            value: .money(value))
        }
      }
    }
  }

  private func row(_ line: Line, at place: Int) -> [Workbook.Cell] {
    let sheet = PackSheet.checks
    let row = Workbook.Sheet.firstRow + place
    let apart = sheet.cell(Self.found, place) - sheet.cell(Self.due, place)
    let isMoney = if case .money = line.value { true } else { false }
    let difference: Workbook.Cell =
      isMoney
      ? .formula(.apart(column: Self.found, less: Self.due, row: row), .money(.zero))
      : sheet.formula(.rounded(apart, decimals: 6), .share(.zero))
    return [
      .text(line.name), line.option.isEmpty ? .empty : .text(line.option),
      line.year.isEmpty ? .empty : .text(line.year), sheet.formula(line.found, line.value),
      sheet.formula(line.due, line.value), difference,
      .formula(.yesIfNothing(column: Self.apart, row: row), .text("yes")),
    ]
  }
}
