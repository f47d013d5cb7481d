import Bookkeeping
import Modelling

/// A pack on two pages, for families and whoever speaks for them.
public struct PlainSummary: Sendable {
  private let pack: ScenarioPack

  public init(_ pack: ScenarioPack) { self.pack = pack }

  public var report: Report {
    whole.proven(by: pack.origin.head, of: pack.origin.record)
  }

  private var whole: Report {
    Report(
      schema: "sendledger/scenario-plain@1", title: "\(pack.plan.name): what could change",
      blocks: [.heading("The main things")] + mainThings.map { .paragraph($0) }
        + [.table(costs)] + pack.plan.options.flatMap(told)
        + [.heading("What we do not know")] + unknown.map { .paragraph($0) }
        + [.heading("What happens next")] + next.map { .paragraph($0) })
  }

  private var mainThings: [String] {
    let gap = pack.figures.base.gap
    let start =
      "This page is about money for \(pack.plan.name.lowercased()). We share this money "
      + "with others who help children."
    let best = pack.figures.projections[pack.recommended]
    let name = pack.plan.options[pack.recommended].name
    var lines = [
      start,
      gap > .zero
        ? "If we change nothing, the help will cost more than we have. Over \(pack.span) we would be "
          + "\(PackText.rounded(gap)) short."
        : "If we change nothing, the money should last for \(pack.span).",
    ]
    if pack.recommended > 0 {
      lines.append(
        best.gap > .zero
          ? "We think the best plan is \(name). We would then be \(PackText.rounded(best.gap)) short."
          : "We think the best plan is \(name). The money should then last.")
    }
    return lines
  }

  private var costs: Table {
    Table(
      "costs", caption: "What each plan would cost over \(pack.span)",
      columns: [
        Table.Column("plan", "Plan", .text), Table.Column("cost", "Cost", .text),
        Table.Column("short", "How much we would be short", .text),
      ],
      rows: zip(pack.plan.options, pack.figures.projections).map { option, projection in
        Table.Row([
          .text(told(as: option)), .text(PackText.rounded(projection.cost)),
          .text(projection.gap > .zero ? PackText.rounded(projection.gap) : "None"),
        ])
      })
  }

  /// What an option is called here: to a family, no change is no plan.
  private func told(as option: PackOption) -> String {
    option.name == Scenario.base.name ? "If nothing changes" : option.name
  }

  private func told(_ option: PackOption) -> [Report.Block] {
    [.heading(told(as: option))]
      + PeopleMatter.allCases.compactMap { matter in
        option.people[matter].map { .paragraph("\(matter.name): \($0)") }
      }
  }

  private var unknown: [String] {
    guard let band = pack.outcome.options[0].years.last, let bar = pack.figures.tornado.bars.first
    else { return [] }
    let year = pack.figures.base.years.last.map { spoken($0.year.last) } ?? ""
    return [
      "Nobody can be sure what help will cost. We tried \(PackText.count(pack.outcome.runs)) ways it could go.",
      "In 8 of 10 of them, the year to \(year) costs "
        + "\(PackText.rounded(band.amount(at: 10))) to \(PackText.rounded(band.amount(at: 90))).",
      bar.driver.plainly,
    ]
  }

  private var next: [String] {
    let decision = pack.plan.words.decision
    return [
      "We want to decide by \(spoken(decision.by)).",
      "You can ask us, or tell us what you think. \(pack.plan.words.contact).",
    ] + (pack.plan.words.remark.map { [$0] } ?? [])
  }
}

extension Driver {
  /// What matters most, as a family reads it.
  fileprivate var plainly: String {
    switch self {
    case .demandGrowth: "What matters most is how many more children need help."
    case .priceGrowth: "What matters most is how fast prices rise."
    case .firstYearCost: "What matters most is what help costs in the first year."
    case .contributionUplift: "What matters most is how much more money is put in each year."
    }
  }
}
