import Bookkeeping
public import Modelling

/// Children and what they cost by year, as far as their past moves let anybody expect it.
public struct ChildrenOutlook: Sendable {
  public let model: TransitionModel
  public let sources: Sources
  /// What is expected: the last year known, and those after it.
  let years: [ProjectedChildren]
  /// What the runs came to, in the years after the last known.
  let simulated: [TransitionModel.SimulatedChildren]
  public let runs: Int
  public let seed: UInt64

  public init(
    _ model: TransitionModel, _ simulated: [TransitionModel.SimulatedChildren], runs: Int,
    seed: UInt64, from sources: Sources
  ) {
    self.model = model
    self.simulated = simulated
    self.runs = runs
    self.seed = seed
    self.sources = sources
    years = model.projection
  }

  public func report(_ header: [Report.Fact]) -> Report {
    Report(
      schema: "sendledger/children@1", title: "Children and cost from past moves",
      blocks: [.facts(header + sources.facts(model, runs: runs, seed: seed))] + blocks)
  }

  /// The parts of it, for a report of its own or within another.
  var blocks: [Report.Block] {
    [.heading("Children"), .paragraph(answer), .table(children), .heading("Cost")] + costChart
      + [.table(costs), .paragraph(adults)]
      + [
        .heading("By setting"), .table(byPart("setting", "Setting", \.setting)),
        .heading("By need"), .table(byPart("need", "Need", \.need)),
        .heading("How it is reckoned"),
      ] + method
  }

  /// What it comes to, in two sentences.
  private var answer: String {
    guard let first = years.first, let last = years.last, let spread = simulated.last else {
      return "There is no year to project."
    }
    let (low, high) = (spread.counts[10] ?? 0, spread.counts[90] ?? 0)
    return "From \(PackText.count(first.count.whole)) children in \(first.calendarYear) to about "
      + "\(PackText.count(last.count.whole)) in \(last.calendarYear), if they go on moving as they "
      + "did. In 8 of 10 runs it is between \(PackText.count(Int(low))) and "
      + "\(PackText.count(Int(high)))."
  }

  var children: Table {
    Table(
      "children-by-year", caption: "Children by year, to the nearest child",
      columns: [
        Table.Column("year", "Year", .text), Table.Column("children", "Children", .number),
        Table.Column("joined", "Joined", .number), Table.Column("left", "Left", .number),
        Table.Column("moved", "Moved", .number, minor: true),
        Table.Column("adults", "Of them adults", .number),
        Table.Column("p10", "P10", .number), Table.Column("p90", "P90", .number),
      ],
      rows: years.enumerated().map { index, year in
        let spread = index == 0 ? nil : simulated[index - 1].counts
        func percentile(_ percent: Int) -> Cell {
          spread.flatMap { $0[percent] }.map { .number(Int($0)) } ?? .blank
        }
        let flow: [Cell] =
          index == 0
          ? [.blank, .blank, .blank]
          : [year.joined, year.left, year.moved].map { .number($0.whole) }
        return Table.Row(
          [.text("\(year.calendarYear)"), .number(year.count.whole)] + flow
            + [.number(year.adults.total().whole), percentile(10), percentile(90)])
      })
  }

  /// A row for each setting or need, and a column for each year.
  func byPart(
    _ name: String, _ title: String, _ part: KeyPath<SupportState, String>
  ) -> Table {
    let parts = Set(model.states.map { $0[keyPath: part] }).sorted()
    func count(_ year: ProjectedChildren, _ wanted: String?) -> Cell {
      let all = zip(model.states, zip(year.children, year.adults)).filter {
        wanted == nil || $0.0[keyPath: part] == wanted
      }
      return .number(all.map { $0.1.0 + $0.1.1 }.total().whole)
    }
    return Table(
      "children-by-\(name)", caption: "Children by \(name), to the nearest child",
      columns: [Table.Column(name, title, .text)]
        + years.map { Table.Column("\($0.calendarYear)", "\($0.calendarYear)", .number) },
      rows: parts.map { part in
        Table.Row([.text(part)] + years.map { count($0, part) })
      } + [Table.Row([.text("All")] + years.map { count($0, nil) })])
  }
}

extension Headcount {
  /// To the nearest child.
  var whole: Int { Int((millionths + 500_000) / 1_000_000) }
}
