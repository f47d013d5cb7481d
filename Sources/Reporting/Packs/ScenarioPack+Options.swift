import Bookkeeping
import Modelling

extension ScenarioPack {
  /// The second part: the options side by side, and what each saves and costs.
  var sideBySide: [Report.Block] {
    let rows = plan.options.indices.map { index in
      let projection = figures.projections[index]
      let exposure = figures.exposures[index]
      return Table.Row([
        .text(plan.options[index].name), .money(projection.cost), .money(projection.gap),
        .money(exposure.years.map { $0.division.borne.total() }.total()),
        .money(exposure.years.map(\.division.reserve).total()), .money(exposure.unallocated),
      ])
    }
    let table = Table(
      "options", caption: "The options over \(span): gap is cost less contributions",
      columns: [
        Table.Column("option", "Option", .text), Table.Column("cost", "Cost", .money),
        Table.Column("gap", "Gap", .money), Table.Column("partners", "Partners", .money),
        Table.Column("reserve", "Reserve", .money), Table.Column("nobody", "Nobody", .money),
      ], rows: rows)
    let note =
      "“Base” is current policy with nothing invented. What partners and the reserve bear, and "
      + "what the agreement gives to nobody, adds up to the gap."
    return [.table(table), .paragraph(note)] + (levers.rows.isEmpty ? [] : [.table(levers)])
  }

  private var levers: Table {
    let rows = zip(plan.options, figures.projections).flatMap { option, projection in
      option.scenario.levers.enumerated().map { index, lever in
        let effects = projection.years.map { $0.levers[index] }
        return Table.Row([
          .text("\(option.code): \(lever.name)"), .day(lever.begins),
          .money(effects.map(\.gross).total()), .money(effects.map(\.costToDeliver).total()),
          .money(effects.map(\.net).total()), .money(effects.map(\.atRisk).total()),
        ])
      }
    }
    return Table(
      "levers", caption: "What would be done, over \(span): at risk is what may not come",
      columns: [
        Table.Column("lever", "Lever", .text), Table.Column("begins", "Begins", .day),
        Table.Column("gross", "Gross", .money), Table.Column("deliver", "To deliver", .money),
        Table.Column("net", "Net", .money), Table.Column("at-risk", "At risk", .money),
      ], rows: rows)
  }

  /// The third part: every assumption, without which there is no pack.
  var assumptions: [Report.Block] {
    let rows = plan.table.rows.map { row in
      let values = row.values.texts
      return Table.Row(
        [
          row.reference.code, row.text, values.low, values.central, values.high, row.values.unit,
          "\(row.source), \(spoken(row.sourced))", row.owner, row.confidence.rawValue,
          row.use.name,
        ].map { .text($0) })
    }
    let table = Table(
      "assumptions", caption: "What is supposed, and on whose word",
      columns: [
        Table.Column("id", "ID", .text), Table.Column("assumption", "Assumption", .text),
        Table.Column("low", "Low", .text), Table.Column("central", "Central", .text),
        Table.Column("high", "High", .text), Table.Column("unit", "Unit", .text),
        Table.Column("source", "Source and date", .text), Table.Column("owner", "Owner", .text),
        Table.Column("confidence", "Confidence (A to D)", .text, minor: true),
        Table.Column("used", "Where used", .text, minor: true),
      ], rows: rows)
    let base = Table(
      "base", caption: "The first year’s cost, and where it comes from",
      columns: [Table.Column("part", "Part", .text), Table.Column("amount", "Amount", .money)],
      rows: plan.base.parts.map {
        Table.Row([.text($0.words), .money($0.amount, $0.address)])
      }.withTotal())
    return [
      .table(table),
      .paragraph(
        "A is published or counted, B fitted to several years, C judged by somebody who knows the "
          + "service, D a guess or a proposal that is not law."),
      .table(base),
    ] + plan.sharing.taken.map { .paragraph($0) }
  }
}
