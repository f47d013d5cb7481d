import Bookkeeping
import Modelling

extension MovesReport {
  /// What each state cost, and with what is left out everything paid for named children.
  var stateCosts: Table {
    let states = costs.costs
    let length = Int64(costs.year.length)
    func row(_ name: String, _ paid: Money, isTotal: Bool = false) -> Table.Row {
      Table.Row([.text(name), .blank, .blank, .blank, .money(paid), .blank], isTotal: isTotal)
    }
    let left = [
      row("In no state at the census", costs.paid { $0 == .outside }),
      row("Not in the file", costs.paid { $0 == .unknown(.noRow) }),
      row("No need in the file", costs.paid { $0 == .unknown(.noNeed) }),
      row("Without a plan line", costs.withoutPlanLine),
    ]
    return Table(
      "state-costs",
      caption: "Paid for named children in \(costs.year), by their state at the "
        + "census of \(costs.censusYear)",
      columns: [
        .words("setting", "Setting"), .words("need", "Need"),
        Table.Column("children", "Children", .number),
        .words("child-years", "Child-years"), Table.Column("paid", "Paid", .money),
        Table.Column("a-year", "A child a year", .money),
      ],
      rows: states.map { cost in
        Table.Row([
          .text(cost.state.setting), .text(cost.state.need), .number(cost.children),
          .text(MovesReport.thousandths(Int64(cost.days), over: length)), .money(cost.paid),
          cost.aYear.map { .money($0) } ?? .unknown,
        ])
      } + left + [row("All", costs.all, isTotal: true)])
  }

  /// A quotient with three decimals, to the nearest.
  private static func thousandths(_ count: Int64, over whole: Int64) -> String {
    let rounded = (2_000 * count + whole) / (2 * whole)
    return "\(rounded / 1_000)." + String("\(1_000 + rounded % 1_000)".dropFirst())
  }

  /// How the figures come about.
  var method: [String] {
    let placing =
      switch moves.sources.placing {
      case .setting:
        "in the setting of the line with the largest sum a year; “none” is a line "
          + "that names no setting"
      case .held: "by how the line with the largest sum a year is held"
      }
    let last = moves.sources.years.upperBound
    let later =
      costs.censusYear == last
      ? []
      : [
        "The costs are of \(costs.year), the last financial year that has ended, and the last "
          + "census is that of \(last)."
      ]
    return [
      "A child with several plan lines in force stands \(placing). Of two alike it is the one with "
        + "the lower number. Need and academic year come from the file, and the ledger keeps "
        + "neither.",
      "A child without a plan line in force stands outside, as \(SupportState.outside).",
      "What a child costs is what was paid in the year, over child-years: days with a plan line in "
        + "force over \(costs.year.length). A child stands with all that was paid in the state of "
        + "the census. A direct payment is paid when it is evidenced.",
      "As csv or json this report lists what was paid by plan line, each with its address: "
        + "sendledger trace ADDRESS.",
    ] + later
  }

  /// What the figures leave out; none of it is filled in.
  var missing: [String] {
    let (stray, without) = (strays, costs.statesWithoutCost(moves))
    let (apart, young) = (
      moves.leftOut.count { $0.gap == .yearGroupsNotNext },
      moves.leftOut.count { $0.gap == .beforeTheFirst }
    )
    let found = [
      gap(.noRow, "The file does not have"), gap(.noNeed, "The file has no need for"),
      stray.isEmpty
        ? nil
        : "No plan line is in force at the census for \(MovesReport.rows(stray.count)) of the "
          + "file, of \(MovesReport.children(Set(stray.map(\.child)).count)).",
      apart == 0
        ? nil
        : "\(MovesReport.moves(apart)) left out, because the academic years do not follow one "
          + "another.",
      young == 0
        ? nil
        : "\(MovesReport.moves(young)) left out, because the child joined in academic year "
          + "\u{2212}4, and there is none before it.",
      without.isEmpty
        ? nil
        : "No cost is known for: \(without.map(\.description).joined(separator: ", ")). Nobody was "
          + "in it at the census of \(costs.censusYear), or more was paid back than paid. Add it to "
          + "costs.csv, or project with --count-without-cost.",
    ].compactMap(\.self)
    return found.isEmpty ? ["Nothing."] : found
  }

  private func gap(_ gap: ChildMoves.Gap, _ begin: String) -> String? {
    let children = moves.standings.count { $0.value.values.contains(.unknown(gap)) }
    guard children > 0 else { return nil }
    return "\(begin) \(MovesReport.children(children)) with a plan line in force at a census; "
      + "\(MovesReport.moves(moves.leftOut.count { $0.gap == gap })) left out."
  }

  static func children(_ count: Int) -> String {
    count == 1 ? "1 child" : "\(PackText.count(count)) children"
  }

  static func moves(_ count: Int) -> String {
    count == 1 ? "1 move is" : "\(PackText.count(count)) moves are"
  }

  static func rows(_ count: Int) -> String {
    count == 1 ? "1 row" : "\(PackText.count(count)) rows"
  }
}
