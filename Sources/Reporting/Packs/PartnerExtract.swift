import Bookkeeping
public import Funding
import Modelling

/// A pack as one partner may be given it: its own figures, and no other's notes.
public struct PartnerExtract: Sendable {
  private let pack: ScenarioPack
  private let place: Int

  /// - Returns: none where it is not one of the partners.
  public init?(_ pack: ScenarioPack, for partner: PartnerReference) {
    guard let place = pack.plan.partners.firstIndex(where: { $0.reference == partner }) else {
      return nil
    }
    self.pack = pack
    self.place = place
  }

  private var partner: PackPartner { pack.plan.partners[place] }

  public var report: Report {
    let plan = pack.plan
    return Report(
      schema: "sendledger/scenario-partner@1",
      title: "\(plan.name): what \(partner.name) would pay",
      blocks: [
        .facts([
          Report.Fact("Authority", .text(pack.origin.authority)),
          pack.ledger, Report.Fact("Pool", .text(plan.pool.code)),
          Report.Fact("Partner", .text(partner.reference.code)),
          Report.Fact("Decision", .text(plan.words.decision.asked)),
          Report.Fact("By", .text(spoken(plan.words.decision.by))),
        ]),
        .heading("What it puts in, and what it would bear"), .table(pack.costs(of: [partner])),
        .table(contributions),
      ]
        + plan.options.indices.flatMap { index -> [Report.Block] in
          [.table(pack.borne(index, of: partner.reference)), .table(bands(index))]
        } + [
          .paragraph(
            "P10 is what 1 run in 10 stays below, and P90 what 9 in 10 do. A negative sum is "
              + "money that comes back. \(pack.reserveWords)"),
          .heading("What it can afford"), .table(pack.affordability(of: [partner])),
        ] + pack.notes(of: [partner]) + [.heading("What is supposed")] + pack.assumptions
        + [.heading("How to make this again"), .paragraph(pack.reproduce)])
  }

  private var contributions: Table {
    Table(
      "contributions", caption: "Its contribution as agreed",
      columns: [Table.Column("partner", "Partner", .text)] + pack.yearColumns,
      rows: [
        Table.Row(
          [.text(partner.name)]
            + pack.figures.exposures[0].years.map {
              .money($0.contribution(of: partner.reference))
            })
      ])
  }

  private func bands(_ index: Int) -> Table {
    let option = pack.plan.options[index]
    return Table(
      "extra-\(option.code)",
      caption: "\(option.name), its extra over \(PackText.count(pack.outcome.runs)) runs",
      columns: [Table.Column("year", "Year", .text)]
        + Percentile.shown.map { Table.Column("p\($0)", "P\($0)", .money) }
        + [Table.Column("chance", "Chance that it bears any", .text)],
      rows: zip(pack.figures.base.years, pack.outcome.options[index].parts).map { year, parts in
        Table.Row(
          [.text(year.year.description)] + parts[place].percentiles.map { .money($0.amount) }
            + [.text(PackText.chance(parts[place].chanceAbove))])
      })
  }
}
