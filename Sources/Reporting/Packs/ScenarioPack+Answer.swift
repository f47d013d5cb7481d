import Bookkeeping
import Modelling

extension ScenarioPack {
  /// The first part: five lines, and what each partner would pay.
  var answer: [Report.Block] {
    let facts = [
      Report.Fact("Decision", .text(asked)),
      Report.Fact("Recommended", .text(recommendation)),
      Report.Fact("Who pays", .text(whoPays)),
      Report.Fact("Largest risk", .text(largestRisk)),
      Report.Fact("What would change it", .text(switchingSentence)),
    ]
    return [.facts(facts), .table(costs)] + partYear
      + (plan.words.remark.map { [.paragraph($0)] } ?? [])
  }

  /// What a base that was counted within a year leaves out.
  private var partYear: [Report.Block] {
    guard let day = plan.base.countedBy else { return [] }
    return [
      .paragraph(
        "The first year’s cost is what was spent and committed by \(spoken(day)). What the rest of "
          + "\(FinancialYear(of: day)) brings beyond that is in none of these figures.")
    ]
  }

  /// What is asked for, and by when.
  private var asked: String {
    let decision = plan.words.decision
    return "\(decision.asked) We need the decision by \(spoken(decision.by))."
  }

  private var recommendation: String {
    let base = figures.base.gap
    let start =
      base > .zero
      ? "If we change nothing, the pool costs \(PackText.rounded(base)) more than partners put in "
        + "over \(span)."
      : "If we change nothing, partners put in \(PackText.rounded(-base)) more than the pool costs "
        + "over \(span)."
    guard recommended > 0 else { return "\(start) We recommend no change." }
    let end = ScenarioPack.changed(from: base, to: figures.projections[recommended].gap)
    return "\(start) We recommend \(plan.options[recommended].name), which \(end)."
  }

  /// What a course does to a gap, which it may also open or widen.
  private static func changed(from base: Money, to gap: Money) -> String {
    let amount = PackText.rounded(gap)
    if base <= .zero {
      return gap > .zero ? "opens a gap of \(amount)" : "makes this \(PackText.rounded(-gap))"
    }
    if gap <= .zero { return "closes the gap" }
    if gap == base { return "leaves this as it is" }
    return gap < base ? "cuts this to \(amount)" : "raises this to \(amount)"
  }

  private var whoPays: String {
    let base = figures.exposures[0]
    let opens = figures.base.firstGap.map { "The gap opens in \($0)." } ?? "There is no gap."
    guard let last = base.years.last, let heaviest = last.heaviest,
      let first = base.years.first(where: { $0.heaviest == heaviest })?.year,
      let name = plan.partners.first(where: { $0.reference == heaviest })?.name
    else { return "\(opens) Nobody bears anything beyond its contribution." }
    return "\(opens) If we change nothing, \(name) bears the largest part of it in \(last.year), "
      + "and first does so in \(first)."
  }

  private var largestRisk: String {
    guard let bar = figures.tornado.bars.first else { return "No figure was moved." }
    return "\(bar.name). Between \(PackText.percent(bar.lowValue)) and "
      + "\(PackText.percent(bar.highValue)), it moves the \(plan.outlook.everyYear.count)-year gap by "
      + "\(PackText.rounded(bar.swing))."
  }

  /// At which values the gap closes, each by itself; or, where there is none, opens.
  var switchingSentence: String {
    let years = figures.base.years.count
    let opens = figures.base.gap <= .zero
    let words = figures.switching.sorted { $0.driver.rank < $1.driver.rank }
      .map { "if " + (opens ? opening($0) : closing($0)) }.joined(separator: ", or ")
    guard opens else {
      return words.isEmpty
        ? "No value of one figure alone closes the \(years)-year gap."
        : "The \(years)-year gap closes \(words)."
    }
    return words.isEmpty
      ? "There is no \(years)-year gap, and no value of one figure alone opens one."
      : "There is no \(years)-year gap. One opens \(words)."
  }

  private func closing(_ found: SwitchingValue) -> String {
    let central = PackText.percent(plan.outlook.rate(of: found.driver))
    let later = laterValues(found)
    return switch found.driver {
    case .contributionUplift: "partners \(PackText.raise(found.value)) a year\(later)"
    case .demandGrowth:
      "demand \(PackText.grows(found.value)) a year instead of \(central)\(later)"
    case .priceGrowth:
      "prices \(PackText.grow(found.value)) a year instead of \(central)\(later)"
    case .firstYearCost: "the first year costs \(PackText.away(found.value)) than supposed"
    }
  }

  /// The value is the last without a gap, so that one opens beyond it.
  private func opening(_ found: SwitchingValue) -> String {
    let value = PackText.percent(found.value)
    let central = PackText.percent(plan.outlook.rate(of: found.driver))
    let later = laterValues(found)
    return switch found.driver {
    case .contributionUplift:
      "contributions grow by less than \(value) a year instead of \(central)\(later)"
    case .demandGrowth:
      "demand grows by more than \(value) a year instead of \(central)\(later)"
    case .priceGrowth:
      "prices grow by more than \(value) a year instead of \(central)\(later)"
    case .firstYearCost: "the first year costs over \(PackText.away(found.value)) than supposed"
    }
  }

  /// What later rates come to where the first is at its switching value: each moves by as much.
  private func laterValues(_ found: SwitchingValue) -> String {
    let step = found.value - plan.outlook.rate(of: found.driver)
    let moved = plan.outlook.yearlyRate(of: found.driver).changes.map {
      "\(PackText.percent($0.rate + step)) instead of \(PackText.percent($0.rate)) from \($0.from)"
    }
    return moved.isEmpty ? "" : " (and \(PackText.list(moved)))"
  }

  /// What each partner puts in and bears, in the first year and over all of them.
  private var costs: Table { costs(of: plan.partners) }

  func costs(of partners: [PackPartner]) -> Table {
    let option = figures.exposures[recommended]
    let rows = partners.map { partner in
      let reference = partner.reference
      let put = option.years.map { $0.contribution(of: reference) }
      return Table.Row([
        .text(partner.name), .money(put.first ?? .zero),
        .money(option.years.first?.division.borne(by: reference) ?? .zero),
        .money(put.total()), .money(option.borne(by: reference)),
        .money(figures.exposures[0].borne(by: reference)),
      ])
    }
    let who = partners.count > 1 ? "each partner" : "it"
    return Table(
      "cost-to-partners",
      caption: "What \(who) puts in, and bears beyond it, \(plan.options[recommended].name)",
      columns: [
        Table.Column("partner", "Partner", .text), Table.Column("first-year", "Year 1", .money),
        Table.Column("first-year-extra", "Year 1 extra", .money),
        Table.Column("all-years", span, .money),
        Table.Column("all-years-extra", "\(span) extra", .money),
        Table.Column("base-extra", "Extra if no change", .money),
      ], rows: partners.count > 1 ? rows.withTotal() : rows)
  }
}

extension Driver {
  /// What partners can decide comes first.
  fileprivate var rank: Int {
    switch self {
    case .contributionUplift: 0
    case .demandGrowth: 1
    case .priceGrowth: 2
    case .firstYearCost: 3
    }
  }
}

extension [Table.Row] {
  /// The rows with their sums beneath, where every cell behind the first is an amount.
  func withTotal(_ name: String = "Total") -> [Table.Row] {
    guard let first else { return self }
    let sums = first.cells.indices.dropFirst().map { column in
      Cell.money(
        map { row in
          if case .money(let money, _) = row.cells[column] { money } else { .zero }
        }.total())
    }
    return self + [Table.Row([.text(name)] + sums, isTotal: true)]
  }
}
