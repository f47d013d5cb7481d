public import Bookkeeping
public import Funding

/// What a year leaves, or would leave if it were closed now: the result of each block, and the deficit
/// that it carries.
public struct YearOutturn: Sendable {
  public let year: FinancialYear
  private let book: FlowBook
  private let chart: Chart
  private let openYear: FinancialYear?

  /// `openYear` is the earliest year up to this one that is not closed, if one is not: the figures are
  /// provisional until it is.
  public init(
    _ year: FinancialYear, from book: FlowBook, chart: Chart, openYear: FinancialYear?
  ) {
    self.openYear = openYear
    self.year = year
    self.book = book
    self.chart = chart
  }

  private static func before(_ year: FinancialYear) -> DaySpan {
    DaySpan(through: year.first.advanced(by: -1))
  }

  /// The stretches of days that the flows are needed of.
  public static func spans(_ year: FinancialYear) -> [DaySpan] {
    [before(year), DaySpan(year.days)]
  }

  /// Every figure of it that can be followed.
  public var traced: [Figure] { rows.flatMap(\.figures) }

  private var rows: [(title: String, figures: [Figure], isTotal: Bool)] {
    Fund.blocks.map { (chart.name(of: $0), figures([$0], $0.description), false) }
      + [("Schools budget", figures(Set(Fund.blocks), "total"), true)]
  }

  private func figures(_ blocks: Set<Fund>, _ name: String) -> [Figure] {
    let root = Address(["year", year.description, name])
    let days = DaySpan(year.days)
    let before = YearOutturn.before(year)
    let held = AccountFilter(blocks, [.broughtForward])
    let earlier = AccountFilter(blocks, Fund.highNeeds.broughtForward)
    let adjustment = AccountFilter(blocks, [.grantAdjustment, .grantReserve])
    let inYear =
      openYear != nil
      ? [
        Term(earlier, days, events: .notClosing, isNegated: true),
        Term(held, days, events: .only([.yearOpened])),
      ]
      : [Term(held, days, events: .only([.yearClosed]), isNegated: true)]
    let opening = [
      Term(earlier, before, isNegated: true),
      Term(held, days, events: .only([.yearOpened]), isNegated: true),
    ]
    return [
      Figure(address: root.appending("in-year"), terms: inYear),
      Figure(address: root.appending("brought-forward"), terms: opening),
      Figure(address: root.appending("carried-forward"), terms: inYear + opening),
      Figure(
        address: root.appending("dsg-account"),
        terms: [Term(adjustment, before), Term(adjustment, days)]),
    ]
  }

  public func amount(_ figure: Figure) -> Money { book.amount(of: figure) }

  public func report(_ header: [Report.Fact]) -> Report {
    let table = Table(
      "outturn", caption: "What the year leaves; a debit on the last account is a deficit",
      columns: [
        Table.Column("block", "Block", .text), Table.Column("in-year", "In-year", .money),
        Table.Column("brought-forward", "Brought forward", .money),
        Table.Column("carried-forward", "Carried forward", .money),
        Table.Column("dsg-account", "DSG account", .money),
      ],
      rows: rows.map { row in
        Table.Row(
          [.text(row.title)] + row.figures.map { .money(amount($0), $0.address) },
          isTotal: row.isTotal)
      })
    return Report(
      schema: "sendledger/outturn@1", title: "Outturn of \(year)",
      blocks: [.facts(header), .table(table)]
        + (openYear.map { [.paragraph("These figures are provisional: \($0) is not closed.")] }
          ?? [])
    )
  }
}
