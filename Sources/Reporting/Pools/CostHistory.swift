public import Bookkeeping
public import Funding
public import Modelling

/// What each year was spent on each line, as a ledger knew it at a point.
///
/// Each figure is a sum of terms over flows, so it can be followed to its postings. The year of the
/// day is counted to the day.
public struct CostHistory: Sendable {
  public let day: Day
  private let scope: CostScope
  private let years: [FinancialYear]
  private let book: FlowBook
  private let chart: Chart

  public init(
    _ scope: CostScope, from first: FinancialYear, on day: Day, from book: FlowBook, chart: Chart
  ) {
    self.scope = scope
    self.day = day
    years = Array(stride(from: first, through: FinancialYear(of: day), by: 1))
    self.book = book
    self.chart = chart
  }

  /// The stretches of days that the flows are needed of.
  public static func spans(from first: FinancialYear, on day: Day) -> [DaySpan] {
    stride(from: first, through: FinancialYear(of: day), by: 1).map { span($0, day) }
  }

  private static func span(_ year: FinancialYear, _ day: Day) -> DaySpan {
    DaySpan(year.first...min(year.last, day))
  }

  /// A line of a fund; none where spending names none.
  struct Line: Hashable, Comparable {
    let fund: Fund
    let line: Section251Line?

    static func < (one: Line, other: Line) -> Bool {
      one.fund == other.fund ? one.rank < other.rank : one.fund < other.fund
    }

    private var rank: Int {
      line.flatMap { Section251Line.allCases.firstIndex(of: $0) } ?? Section251Line.allCases.count
    }
  }

  /// Every figure of it that can be followed.
  public var traced: [Figure] { years.flatMap { year in lines.map { figure($0, year) } } }

  public func amount(_ figure: Figure) -> Money { book.amount(of: figure) }

  private var lines: [Line] {
    let accounts = years.flatMap { book.accounts(in: CostHistory.span($0, day)) }
    return Set(
      accounts.filter { $0.heading == .expenditure && scope.includes($0.fund, $0.use.line) }
        .map { Line(fund: $0.fund, line: $0.use.line) }
    ).sorted()
  }

  private func figure(_ one: Line, _ year: FinancialYear) -> Figure {
    let span = CostHistory.span(year, day)
    func term(_ lines: Set<Section251Line>?) -> Term {
      Term(AccountFilter([one.fund], [.expenditure], lines: lines), span, events: .notClosing)
    }
    // What names no line is all of the fund less what names one.
    let terms =
      one.line.map { [term([$0])] } ?? [term(nil), term(Set(Section251Line.allCases)).negated]
    return Figure(
      address: Address([
        "costs", day.description, one.fund.description, one.line?.rawValue ?? "none",
        year.description,
      ]), terms: terms)
  }

  /// The whole years that have ended, as a projection takes them.
  public var ended: [YearCost] { years.filter { $0.last <= day }.map { YearCost($0, total($0)) } }

  private func total(_ year: FinancialYear) -> Money {
    lines.map { amount(figure($0, year)) }.total()
  }

  var table: Table {
    let rows = years.flatMap { year -> [Table.Row] in
      let name = year.last <= day ? year.description : "\(year) to \(spoken(day))"
      let found = lines.compactMap { one -> Table.Row? in
        let figure = figure(one, year)
        let spent = amount(figure)
        guard spent != .zero else { return nil }
        return Table.Row([
          .text(name), .text(chart.name(of: one.fund)), .text(one.line?.rawValue ?? "none"),
          .text(one.line?.title ?? ""), .money(spent, figure.address),
        ])
      }
      return found + [
        Table.Row([.text(name), .text("All"), .blank, .blank, .money(total(year))], isTotal: true)
      ]
    }
    return Table(
      "spent", caption: "Spent by year",
      columns: [
        .words("year", "Year"), .words("fund", "Fund"), .words("line", "Line"),
        Table.Column("title", "Title", .text, minor: true), Table.Column("spent", "Spent", .money),
      ], rows: rows)
  }
}

/// Which funds and lines of a ledger are counted; all of them where none is named.
public struct CostScope: Hashable, Sendable {
  public let funds: Set<Fund>
  public let lines: Set<Section251Line>

  public init(funds: Set<Fund> = [], lines: Set<Section251Line> = []) {
    self.funds = funds
    self.lines = lines
  }

  public func includes(_ fund: Fund, _ line: Section251Line?) -> Bool {
    // The pool's books would count our share in its spending twice, unless they are asked for.
    let isOfFund = funds.isEmpty ? fund.nature != .memorandum : funds.contains(fund)
    return isOfFund && (lines.isEmpty || line.map(lines.contains) ?? false)
  }
}
