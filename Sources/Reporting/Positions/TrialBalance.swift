public import Bookkeeping
public import Funding

/// What stands in every account of a layer at the end of a day, debits beside credits.
///
/// Own, agent and memorandum funds are kept apart, and each adds to itself.
public struct TrialBalance: Sendable {
  public let layer: Layer
  public let day: Day
  private let book: FlowBook
  private let chart: Chart

  public init(of layer: Layer, on day: Day, from book: FlowBook, chart: Chart) {
    self.layer = layer
    self.day = day
    self.book = book
    self.chart = chart
  }

  /// The stretch of days that the flows are needed of.
  public static func span(_ day: Day) -> DaySpan { DaySpan(through: day) }

  /// What stands in an account: a debit is positive, whichever side it is printed on.
  public func amount(_ figure: Figure) -> Money { book.amount(of: figure) }

  /// Every figure of the balance that can be followed.
  public var traced: [Figure] { pairs.map(figure) }

  private var pairs: [Line] {
    let accounts = book.accounts(in: TrialBalance.span(day)).filter { $0.heading.layer == layer }
    return Set(accounts.map { Line(fund: $0.fund, heading: $0.heading) }).sorted()
  }

  private func figure(_ line: Line) -> Figure {
    Figure(
      address: Address([
        "trial-balance", layer.rawValue, day.description, line.fund.description,
        line.heading.rawValue,
      ]),
      terms: [Term(AccountFilter([line.fund], [line.heading]), TrialBalance.span(day))])
  }

  /// A table for each nature of fund that holds anything.
  public var tables: [Table] {
    Fund.Nature.allCases.compactMap { nature in
      let rows = pairs.filter { $0.fund.nature == nature }.compactMap(row)
      return rows.isEmpty ? nil : table(nature, rows)
    }
  }

  private struct Line: Hashable, Comparable {
    let fund: Fund
    let heading: Heading

    static func < (left: Line, right: Line) -> Bool {
      left.fund == right.fund ? left.heading < right.heading : left.fund < right.fund
    }
  }

  private func row(_ line: Line) -> (balance: Money, row: Table.Row)? {
    let figure = figure(line)
    let balance = book.amount(of: figure)
    if balance == .zero { return nil }
    let cell = Cell.money(balance.magnitude, figure.address)
    return (
      balance,
      Table.Row([
        .text(chart.name(of: line.fund)), .text(line.heading.name),
        balance > .zero ? cell : .blank, balance > .zero ? .blank : cell,
      ])
    )
  }

  private func table(_ nature: Fund.Nature, _ rows: [(balance: Money, row: Table.Row)]) -> Table {
    let debits = rows.map(\.balance).filter { $0 > .zero }.total()
    let credits = -rows.map(\.balance).filter { $0 < .zero }.total()
    let total = Table.Row([.text("Total"), .blank, .money(debits), .money(credits)], isTotal: true)
    return Table(
      "\(nature.rawValue)-funds", caption: nature.name,
      columns: [
        Table.Column("fund", "Fund", .text),
        Table.Column("account", layer == .actual ? "Account" : "State or source", .text),
        Table.Column("debit", "Debit", .money), Table.Column("credit", "Credit", .money),
      ], rows: rows.map(\.row) + [total])
  }

  public func report(_ header: [Report.Fact]) -> Report {
    Report(
      schema: "sendledger/trial-balance@1",
      title: "Trial balance, \(layer.rawValue) layer, \(spoken(day))",
      blocks: [.facts(header)] + tables.map { .table($0) })
  }
}
