import Funding
import Modelling

extension MovesReport {
  /// The rows of the file for whom no plan line is in force at their census.
  var strays: [(child: ChildReference, year: Int)] {
    moves.sources.entries.sorted { $0.key < $1.key }.flatMap { child, rows in
      rows.keys.sorted().filter { moves.standings[child]?[$0] == .outside }.map { (child, $0) }
    }
  }

  /// Each child of the costs: where it stood, for how long, and what was paid.
  var childList: Table {
    Table(
      "children", caption: "Each child, at the census of \(costs.censusYear)",
      columns: [
        .words("child", "Child"), .words("setting", "Setting"), .words("need", "Need"),
        Table.Column("days", "Days", .number), Table.Column("paid", "Paid", .money),
      ],
      rows: costs.children.map { child in
        let state = child.standing.state
        return Table.Row([
          .text(child.reference.code), state.map { .text($0.setting) } ?? .blank,
          state.map { .text($0.need) } ?? .blank, .number(child.days), .money(child.paid),
        ])
      })
  }

  /// What was paid by plan line, each with the address under which it can be followed.
  var paidList: Table {
    Table(
      "paid", caption: "Paid by plan line in \(costs.year)",
      columns: [
        .words("child", "Child"), .words("plan-line", "Plan line"), .words("fund", "Fund"),
        .words("line", "Line"), Table.Column("paid", "Paid", .money),
        .words("address", "Address"),
      ],
      rows: costs.payments.parts.map { part, paid in
        let address = costs.payments.address(part)
        return Table.Row([
          .text(part.planLine.child.code), .text(part.planLine.code),
          .text(part.fund.description), .text(part.line?.rawValue ?? "none"),
          .money(paid, address), .text(address.description),
        ])
      })
  }

  /// What the ledger and the file do not have of one another, and the moves that were left out.
  var gapList: Table {
    let unknown = moves.standings.sorted { $0.key < $1.key }.flatMap { child, years in
      years.sorted { $0.key < $1.key }.compactMap { year, standing -> Table.Row? in
        guard case .unknown(let gap) = standing else { return nil }
        return row(child, year, "census", gap.rawValue)
      }
    }
    let leftOut = moves.leftOut.map { row($0.child, $0.year, "move", $0.gap.rawValue) }
    return Table(
      "left-out", caption: "What is left out",
      columns: [
        .words("child", "Child"), .words("year", "Year"), .words("what", "What"),
        .words("why", "Why"),
      ],
      rows: unknown + strays.map { row($0.child, $0.year, "file", "no-plan-line") } + leftOut)
  }

  private func row(
    _ child: ChildReference, _ year: Int, _ what: String, _ why: String
  ) -> Table.Row {
    Table.Row([.text(child.code), .text("\(year)"), .text(what), .text(why)])
  }
}
