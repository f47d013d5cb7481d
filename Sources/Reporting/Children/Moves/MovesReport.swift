public import Bookkeeping
import Modelling

/// What a ledger and a census say of children's moves and of what they cost, in words and tables.
public struct MovesReport: Sendable {
  let moves: ChildMoves
  let costs: StateCosts
  let basis: Basis

  /// What the figures were read from.
  public struct Basis: Sendable {
    let file: ChildrenOutlook.Sources.File
    /// The funds and lines that count, in words.
    let scope: String
    let day: Day

    public init(_ file: ChildrenOutlook.Sources.File, scope: String, day: Day) {
      self.file = file
      self.scope = scope
      self.day = day
    }
  }

  public init(_ moves: ChildMoves, _ costs: StateCosts, _ basis: Basis) {
    self.moves = moves
    self.costs = costs
    self.basis = basis
  }

  /// The report; `listing` adds each child by its reference.
  public func report(_ header: [Report.Fact], listing: Bool) -> Report {
    Report(
      schema: "sendledger/pool-moves@1",
      title: "Children’s moves and what they cost, \(spoken(basis.day))",
      blocks: [
        .facts(header + facts), .heading("Children"), .table(children), .table(flows),
        .table(byYearGroup), .table(between), .heading("Cost"), .table(stateCosts),
        .heading("How it is reckoned"),
      ] + method.map { .paragraph($0) } + [.heading("What is left out")]
        + missing.map { .paragraph($0) }
        + (listing ? [.table(childList), .table(paidList), .table(gapList)] : []))
  }

  private var facts: [Report.Fact] {
    let (first, last) = (moves.sources.years.lowerBound, moves.sources.years.upperBound)
    return [
      Report.Fact("Counted", .text(basis.scope)),
      Report.Fact("Censuses", .text("\(moves.sources.census) of \(first) to \(last)")),
      Report.Fact("Costs of", .text(costs.year.description)),
      basis.file.fact,
    ]
  }

  /// The columns of a table with one for each year.
  private func yearColumns(_ years: some Collection<Int>) -> [Table.Column] {
    years.map { Table.Column("\($0)", "\($0)", .number) }
  }

  /// Children by state and census.
  var children: Table {
    let years = moves.sources.years
    func row(
      _ setting: String, _ need: Cell, isTotal: Bool = false,
      _ isMeant: (ChildMoves.Standing) -> Bool
    ) -> Table.Row {
      let counts = years.map { year in
        Cell.number(moves.standings.values.count { $0[year].map(isMeant) ?? false })
      }
      return Table.Row([.text(setting), need] + counts, isTotal: isTotal)
    }
    let states = moves.states.map { state in
      row(state.setting, .text(state.need)) { $0.state == state }
    }
    return Table(
      "children-by-census",
      caption: "Children with a plan line in force on the census day",
      columns: [.words("setting", "Setting"), .words("need", "Need")] + yearColumns(years),
      rows: states + [
        row("Not in the file", .blank) { $0 == .unknown(.noRow) },
        row("No need in the file", .blank) { $0 == .unknown(.noNeed) },
        row("All", .blank, isTotal: true) { $0 != .outside },
      ])
  }

  /// Who stayed, joined, left and moved between two censuses.
  var flows: Table {
    let rows = moves.sources.years.dropLast().map { year in
      let found = moves.transitions.filter { $0.calendarYear == year }
      return Table.Row(
        [.text("\(year) to \(year + 1)")] + MovesReport.counts(of: found)
          + [.number(moves.leftOut.count { $0.year == year })])
    }
    return Table(
      "moves-by-year", caption: "Moves from one census to the next",
      columns: [.words("years", "Years")] + MovesReport.flowColumns + [
        Table.Column("left-out", "Left out", .number)
      ], rows: rows)
  }

  /// The same by the academic year out of which a child goes.
  var byYearGroup: Table {
    let groups = Dictionary(grouping: moves.transitions, by: \.yearGroup)
    return Table(
      "moves-by-academic-year", caption: "Moves out of each academic year, all censuses together",
      columns: [Table.Column("academic-year", "Academic year", .number)]
        + MovesReport.flowColumns,
      rows: groups.sorted { $0.key < $1.key }.map { group, found in
        Table.Row([.number(group.number)] + MovesReport.counts(of: found))
      })
  }

  /// From which setting to which those went who changed it.
  var between: Table {
    let years = moves.sources.years.dropLast()
    let moved = moves.transitions.filter {
      $0.from != nil && $0.to != nil && $0.from?.setting != $0.to?.setting
    }
    let pairs = Dictionary(grouping: moved) { [$0.from?.setting ?? "", $0.to?.setting ?? ""] }
    return Table(
      "moves-between-settings", caption: "Moves between settings, by the first of the two years",
      columns: [.words("from", "From"), .words("to", "To")] + yearColumns(years),
      rows: pairs.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { pair, found in
        Table.Row(
          pair.map { .text($0) }
            + years.map { year in .number(found.count { $0.calendarYear == year }) })
      })
  }

  private static let flowColumns = [
    Table.Column("stayed", "Stayed", .number), Table.Column("joined", "Joined", .number),
    Table.Column("left", "Left", .number), Table.Column("moved", "Moved", .number),
  ]

  private static func counts(of found: [Transition]) -> [Cell] {
    [
      .number(found.count { $0.from == $0.to }), .number(found.count { $0.from == nil }),
      .number(found.count { $0.to == nil }),
      .number(found.count { $0.from != nil && $0.to != nil && $0.from != $0.to }),
    ]
  }
}
