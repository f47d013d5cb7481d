import Bookkeeping
import Modelling

extension MovesReport {
  /// The moves in the form that a projection reads: no reference, and sorted.
  public var transitionsFile: Table {
    func cells(_ state: SupportState?) -> [Cell] {
      [
        .text(state?.setting ?? SupportState.outside), .text(state?.need ?? SupportState.outside),
      ]
    }
    return Table(
      "transitions", caption: "Children’s moves",
      columns: [
        Table.Column("calendar-year", "calendar-year", .number), .words("setting-1", "setting-1"),
        .words("need-1", "need-1"), Table.Column("academic-year-1", "academic-year-1", .number),
        .words("setting-2", "setting-2"), .words("need-2", "need-2"),
        Table.Column("academic-year-2", "academic-year-2", .number),
      ],
      rows: moves.transitions.map { move in
        Table.Row(
          [.number(move.calendarYear)] + cells(move.from) + [.number(move.yearGroup.number)]
            + cells(move.to) + [.number(move.yearGroup.number + 1)])
      })
  }

  /// What a child in each state cost, in the form that a projection reads.
  public var costsFile: Table {
    Table(
      "costs", caption: "What a child costs in a year",
      columns: [.words("need", "need"), .words("setting", "setting"), .words("cost", "cost")],
      rows: costs.costs.compactMap { cost in
        cost.aYear.map {
          Table.Row([.text(cost.state.need), .text(cost.state.setting), .text($0.plain)])
        }
      })
  }
}
