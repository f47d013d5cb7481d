import Bookkeeping
import Modelling

extension ScenarioPack {
  /// The fourth part: cost, contributions and gap by year, and the deficit.
  var yearByYear: [Report.Block] { lineChart + [.table(years)] + deficit }

  /// Cost and gap by year, and every option's last year on the same draws.
  var comparedByYear: [Report.Block] { lineChart + [.table(years), .table(lastYears)] }

  private var years: Table {
    let uplift = PackText.yearly(plan.outlook.uplift)
    var rows = [amounts("Contributions (\(uplift))", figures.base.years.map(\.contributed))]
    for (option, projection) in zip(plan.options, figures.projections) {
      rows.append(amounts("\(option.name), cost", projection.years.map(\.cost)))
      rows.append(amounts("\(option.shortName) gap", projection.years.map(\.gap)))
    }
    return Table(
      "years", caption: "Cost and contributions by year",
      columns: [Table.Column("row", "Line", .text)] + yearColumns
        + [Table.Column("all-years", span, .money)], rows: rows)
  }

  private func amounts(_ name: String, _ amounts: [Money]) -> Table.Row {
    Table.Row([.text(name)] + amounts.map { .money($0) } + [.money(amounts.total())])
  }

  private var deficit: [Report.Block] {
    guard let deficit = plan.deficit, let states = try? plan.table.switches() else { return [] }
    let central = deficit.byYear(with: states)
    let cases = deficit.withAndWithout
    return [
      .table(deficitYears(central)), .paragraph(keptApart(central)),
      .table(
        Table(
          "deficit-cases",
          caption: "The deficit at the end of each year, with and without each rule",
          columns: [Table.Column("case", "Case", .text)]
            + deficit.years.map {
              Table.Column($0.year.description, $0.year.description, .money)
            },
          rows: cases.map { one in
            Table.Row([.text(one.name.capitalised)] + one.years.map { .money($0.cumulative) })
          })),
    ] + laterYears(deficit) + [
      .paragraph(
        "The override moves no money: it only keeps the deficit off the general fund. The "
          + "stability grant: \(StabilityGrant.source). The override: "
          + "\(DeficitOverride.announced.source).")
    ] + transfers(deficit)
  }

  /// What becomes of it where a rule holds from a later year on at an end of its row.
  private func laterYears(_ deficit: DeficitOutlook) -> [Report.Block] {
    guard let cases = try? deficit.fromLaterYears(in: plan.table), !cases.isEmpty else { return [] }
    return [
      .table(
        Table(
          "deficit-later",
          caption: "The deficit where one rule holds from a later year on, the others as supposed",
          columns: [Table.Column("case", "Case", .text)]
            + deficit.years.map {
              Table.Column($0.year.description, $0.year.description, .money)
            },
          rows: cases.flatMap { one in
            [
              Table.Row([.text("\(one.name), at end")] + one.years.map { .money($0.cumulative) }),
              Table.Row(
                [.text("\(one.name), not kept apart")] + one.years.map { .money($0.exposed) }),
            ]
          }))
    ]
  }

  /// Until when the deficit is kept off the general fund, which may be after the last of the years.
  private func keptApart(_ years: [DeficitYear]) -> String {
    guard let last = years.last(where: \.isKeptApart)?.year else {
      return "No rule keeps the deficit off the council’s general fund in these years."
    }
    let isLast = last == years.last?.year
    let ends = isLast ? max(last, DeficitOverride.announced.lastYear) : last
    return "The rule that keeps the deficit off the council’s general fund ends on "
      + "\(spoken(ends.last)). What is left then stands against it."
  }

  private func deficitYears(_ years: [DeficitYear]) -> Table {
    let name = "The deficit of the Dedicated Schools Grant, as centrally supposed"
    return Table(
      "deficit", caption: name,
      columns: [
        Table.Column("year", "Year", .text), Table.Column("brought", "Brought forward", .money),
        Table.Column("in-year", "In year", .money), Table.Column("moved", "Moved in", .money),
        Table.Column("grant", "Grant", .money), Table.Column("end", "At year’s end", .money),
        Table.Column("exposed", "Against general fund", .money),
      ],
      rows: years.map { year in
        Table.Row(
          [.text(year.year.description)]
            + [
              year.broughtForward, year.inYear, -year.transferredIn, -year.stabilityGrant,
              year.cumulative, year.exposed,
            ].map { .money($0) })
      })
  }

  private func transfers(_ deficit: DeficitOutlook) -> [Report.Block] {
    guard !deficit.transfers.isEmpty else { return [] }
    return [
      .table(
        Table(
          "block-transfers", caption: "What is moved out of the schools block, and who allows it",
          columns: [
            Table.Column("year", "Year", .text), Table.Column("base", "Base", .money),
            Table.Column("limit", "0.5% of it", .money), Table.Column("amount", "Amount", .money),
            Table.Column("beyond", "Above that", .money), Table.Column("needs", "Needs", .text),
          ],
          rows: deficit.transfers.map { one in
            Table.Row([
              .text(one.year.description), .money(one.base), .money(one.limit),
              .money(one.amount), .money(one.beyondForum), .text(one.needs.name),
            ])
          }))
    ]
  }
}

extension PackOption {
  /// `Option A`, or `Base`: what stands before the colon of its name.
  var shortName: String { name.split(separator: ":").first.map(String.init) ?? name }
}
