import Bookkeeping
import Modelling

/// What the past says of a pack's assumptions, where its file names it.
public struct PackEvidence: Sendable {
  /// Children projected from their moves.
  public let children: ChildrenOutlook?
  /// A projection from an earlier point of the ledger.
  public let backtest: BacktestReport?

  public init(children: ChildrenOutlook?, backtest: BacktestReport?) {
    self.children = children
    self.backtest = backtest
  }
}

extension ScenarioPack {
  /// Beside the years: what children's moves say of how many there will be.
  var children: [Report.Block] {
    guard let children = evidence.children else { return [] }
    return [
      .paragraph(
        "Children’s moves in past years, on which the figures above do not rest, are a second way "
          + "to see how many there will be. "
          + children.comparison(plan.outlook.demand, from: plan.outlook.years.lowerBound))
    ] + children.partOfPack
  }

  /// Beside the fan: where the same rates would have been wrong before.
  var backtest: [Report.Block] {
    guard let backtest = evidence.backtest else {
      return [
        .paragraph(
          "These rates were not held against earlier years: the scenario names no earlier point of "
            + "the ledger to project from.")
      ]
    }
    return [.paragraph("Where the same rates would have been wrong before:")] + backtest.blocks
  }
}

extension ChildrenOutlook {
  /// What a pack prints of it.
  var partOfPack: [Report.Block] {
    [.table(children)] + costChart + [.table(costs), .paragraph(adults)]
      + [.table(byPart("setting", "Setting", \.setting))] + method
  }

  /// What the children of the moves cost, as rows of a pack's long form: under the scenario `moves`.
  var costRows: [Table.Row] {
    func row(_ year: Int, _ measure: String, _ percentile: String, _ amount: Money) -> Table.Row {
      Table.Row(["moves", "\(year)", "", measure, percentile].map { .text($0) } + [.money(amount)])
    }
    let central = years.flatMap { year in
      [
        row(year.calendarYear, "cost-children-lines", "central", year.childrenCost.total()),
        row(year.calendarYear, "cost-adults-lines", "central", year.adultsCost.total()),
      ]
    }
    return central
      + simulated.flatMap { year in
        year.cost.percentiles.map {
          row(year.calendarYear, "cost", "P\($0.percent)", $0.amount)
        }
      }
  }

  /// How many more children there are at the end, beside what the rates of demand come to.
  fileprivate func comparison(_ demand: YearlyRate, from start: FinancialYear) -> String {
    guard let first = years.first, let last = years.last, first.count > .zero, years.count > 1
    else { return "" }
    let whole = Money(pence: 100_000)
    let factors = (1..<years.count).map { demand.rate(into: start.advanced(by: $0)).growth }
    let moves = whole.times(
      [Fraction(last.count.millionths), Fraction(1, over: first.count.millionths)])
    func change(_ sum: Money) -> String {
      let share = Percentage(thousandths: (sum - whole).pence)
      return PackText.away(share)
    }
    return "From \(first.calendarYear) to \(last.calendarYear) they say \(change(moves)); the "
      + "assumption on demand comes to \(change(whole.times(factors))) in as many years."
  }
}
