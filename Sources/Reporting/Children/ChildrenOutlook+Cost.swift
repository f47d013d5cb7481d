import Bookkeeping
import Modelling

extension ChildrenOutlook {
  /// What they cost, in the children's lines, in the adults', and how sure that is.
  var costs: Table {
    Table(
      "cost-by-year", caption: "What they cost by year",
      columns: [
        Table.Column("year", "Year", .text),
        Table.Column("children-lines", "Children’s lines", .money),
        Table.Column("adults-lines", "Adults’ lines", .money),
        Table.Column("cost", "Cost", .money), Table.Column("p10", "P10", .money),
        Table.Column("p50", "P50", .money), Table.Column("p90", "P90", .money),
      ],
      rows: years.enumerated().map { index, year in
        let band = index == 0 ? nil : simulated[index - 1].cost
        return Table.Row(
          [
            .text("\(year.calendarYear)"), .money(year.childrenCost.total()),
            .money(year.adultsCost.total()), .money(year.cost),
          ] + [10, 50, 90].map { percent in band.map { .money($0.amount(at: percent)) } ?? .blank })
      })
  }

  /// The cost by year as lines, before the table that holds the same.
  var costChart: [Report.Block] {
    guard let first = years.first, let last = years.last, years.count > 1 else { return [] }
    func series(_ name: String, _ percent: Int) -> Report.Lines.Series {
      Report.Lines.Series(name, [first.cost] + simulated.map { $0.cost.amount(at: percent) })
    }
    return [
      .lines(
        Report.Lines(
          "children-cost",
          title: "From \(PackText.rounded(first.cost)) in \(first.calendarYear) to about "
            + "\(PackText.rounded(last.cost)) in \(last.calendarYear)",
          subtitle: "Cost of the children by year; 8 of 10 runs lie between P10 and P90",
          years: years.map { "\($0.calendarYear)" },
          series: [
            Report.Lines.Series("Expected", years.map(\.cost)), series("P10", 10),
            series("P90", 90),
          ]))
    ]
  }

  /// What leaves the children's lines at 18.
  var adults: String {
    guard let from = model.settings.adultsFrom, let last = years.last else {
      return "All of it stands in the children’s lines: no year group is said to be grown up."
    }
    return "From academic year \(from.number) on a child is grown up, and the cost leaves the "
      + "children’s lines for the adults’: \(PackText.rounded(last.adultsCost.total())) of it in "
      + "\(last.calendarYear)."
  }

  /// How the figures come about, and what they leave out.
  var method: [Report.Block] {
    let settings = model.settings
    let rate = Fraction(settings.inflation.central, over: 10_000)
    let deviation = Fraction(settings.inflation.deviation, over: 10_000)
    var lines = [
      "A child’s next state is drawn by what those of the same year group and state did, with "
        + "\(settings.weight) children added who leave as their year group does and move as their "
        + "state does. Those who join are a share of the population of their year group.",
      "In each run the chances themselves are drawn from the counts, and hold for all years of the "
        + "run: few children seen make an unsure rate.",
      "Prices rise by \(rate)% a year, with a standard deviation of \(deviation)%.",
    ]
    if !sources.withoutCost.isEmpty {
      lines.append(
        "No cost is given for: \(sources.withoutCost.map(\.description).joined(separator: ", ")). "
          + "Their children are counted, and what they cost is not in the figures.")
    }
    if sources.notNeeded > 0 {
      lines.append(
        "\(PackText.count(sources.notNeeded)) rows of the population are on year groups in which "
          + "nobody has a plan, and were not needed.")
    }
    return lines.map { .paragraph($0) }
  }

  /// Every figure in long form, one a row: for spreadsheets and other programs.
  public var longForm: Table {
    let rows = years.enumerated().flatMap { index, year -> [Table.Row] in
      func row(
        _ state: SupportState?, _ line: String, _ measure: String, _ percentile: String,
        _ value: String
      ) -> Table.Row {
        Table.Row(
          [
            "\(year.calendarYear)", state?.setting ?? "", state?.need ?? "", line, measure,
            percentile, value,
          ].map { .text($0) })
      }
      let expected = model.states.enumerated().flatMap { place, state in
        [
          ("children", year.children[place], year.childrenCost[place]),
          ("adults", year.adults[place], year.adultsCost[place]),
        ].filter { $0.1 > .zero }.flatMap { line, count, cost in
          [
            row(state, line, "children", "expected", count.decimal),
            row(state, line, "cost", "expected", cost.plain),
          ]
        }
      }
      let all =
        [
          row(nil, "", "children", "expected", year.count.decimal),
          row(nil, "", "joined", "expected", year.joined.decimal),
          row(nil, "", "left", "expected", year.left.decimal),
          row(nil, "", "cost", "expected", year.cost.plain),
        ]
      guard index > 0 else { return all + expected }
      let spread = simulated[index - 1]
      return all
        + Percentile.shown.flatMap { percent in
          [
            row(nil, "", "children", "P\(percent)", "\(spread.counts[percent] ?? 0)"),
            row(nil, "", "cost", "P\(percent)", spread.cost.amount(at: percent).plain),
          ]
        } + expected
    }
    return Table(
      "children", caption: "Every figure of the projection",
      columns: ["year", "setting", "need", "line", "measure", "percentile", "value"].map {
        Table.Column($0, $0, .text)
      }, rows: rows)
  }
}

extension Headcount {
  /// With three decimals: `2401.750`.
  fileprivate var decimal: String {
    let thousandths = (millionths + 500) / 1_000
    return "\(thousandths / 1_000)." + String("\(1_000 + thousandths % 1_000)".dropFirst())
  }
}
