public import Bookkeeping
public import Funding

/// Where every pound of a block is, at the end of a month.
///
/// Budget is what is allocated, committed, advanced and spent together; forecast is what is spent,
/// advanced and committed; variance is forecast less budget, and a positive one is over.
public struct BlockPosition: Sendable {
  public let days: PositionDays
  public let block: Fund
  public let chart: Chart
  private let book: FlowBook
  private let groups: [LineGroup]?
  /// The earliest year before this one that is not closed, if one is not.
  let openYear: FinancialYear?
  /// Whether the year itself is closed.
  let isClosed: Bool

  /// A position of a fund, read from flows.
  ///
  /// `openYear` is the earliest year before this one that is not closed, if one is not.
  /// `groups` is the rows in which lines are shown together; a row a line where there are none.
  public init(
    of block: Fund, _ days: PositionDays, from book: FlowBook, chart: Chart,
    openYear: FinancialYear?, isClosed: Bool, groups: [LineGroup]? = nil
  ) {
    self.block = block
    self.days = days
    self.book = book
    self.chart = chart
    self.openYear = openYear
    self.isClosed = isClosed
    self.groups = groups
  }

  private func address(_ parts: String...) -> Address { Address(["position", days.name] + parts) }

  public func amount(_ figure: Figure) -> Money { book.amount(of: figure) }

  func cell(_ figure: Figure) -> Cell { .money(amount(figure), figure.address) }

  /// A row of a table, before its figures are read.
  struct FigureRow {
    let title: String
    let figures: [Figure]
    let isTotal: Bool

    init(_ title: String, _ figures: [Figure], isTotal: Bool = false) {
      self.title = title
      self.figures = figures
      self.isTotal = isTotal
    }
  }

  private func row(_ row: FigureRow) -> Table.Row {
    Table.Row([.text(row.title)] + row.figures.map(cell), isTotal: row.isTotal)
  }

  func rows(_ rows: [FigureRow]) -> [Table.Row] { rows.map(row) }

  /// Every figure of the position that can be followed.
  public var traced: [Figure] {
    (availableRows + lineRows + stateRows + carryForwardRows).flatMap(\.figures) + [notMatched]
  }

  // MARK: What there is to spend

  /// Allocation, deductions, transfers and what they leave, by block.
  public var available: Table {
    Table(
      "available", caption: "What we have to spend",
      columns: [
        Table.Column("block", "Block", .text),
        Table.Column("allocation", "Allocation", .money),
        Table.Column("deductions", "Deductions", .money),
        Table.Column("transfers", "Transfers", .money),
        Table.Column("available", "Available", .money),
      ], rows: rows(availableRows))
  }

  private var availableRows: [FigureRow] {
    Fund.blocks.map { fund in
      FigureRow(chart.name(of: fund), availableFigures([fund], fund.description))
    } + [FigureRow("Total", availableFigures(Set(Fund.blocks), "total"), isTotal: true)]
  }

  private func availableFigures(_ funds: Set<Fund>, _ name: String) -> [Figure] {
    func terms(_ headings: Heading...) -> [Term] {
      days.inYear(AccountFilter(funds, Set(headings)), negated: true)
    }
    let parts: [(String, [Term])] = [
      ("allocation", terms(.notified, .contributed)), ("deductions", terms(.deducted)),
      ("transfers", terms(.transferredIn, .transferredOut)),
    ]
    return parts.map { Figure(address: address("available", name, $0), terms: $1) }
      + [Figure(address: address("available", name, "available"), terms: parts.flatMap(\.1))]
  }

  // MARK: Where it is

  /// Budget, spending and forecast, by section 251 line or by group of lines.
  public var lines: Table {
    let label = Cell.text("of which not matched to a commitment")
    let unmatched = Table.Row([label, .blank, cell(notMatched), .blank, .blank, .blank, .blank])
    return Table(
      "lines",
      caption: "\(chart.name(of: block)): variance is forecast less budget, plus is over",
      columns: [
        Table.Column("line", "Line", .text),
        Table.Column("budget", "Budget", .money),
        Table.Column("actual", "Actual", .money),
        Table.Column("advanced", "Advanced", .money, minor: true),
        Table.Column("committed", "Committed", .money),
        Table.Column("forecast", "Forecast", .money),
        Table.Column("variance", "Variance", .money),
      ], rows: rows(lineRows) + [unmatched])
  }

  /// What was spent and had not been set aside first, so that a forecast would count it twice if
  /// something is still set aside for it.
  private var notMatched: Figure {
    let spent = AccountFilter([block], [.spent])
    let events = EventFilter.only([.paymentMade, .paymentPlaced, .invoiceReceived])
    return Figure(
      address: address(block.description, "total", "not-matched"),
      terms: [
        Term(spent, against: AccountFilter([block], [.allocated]), days.toDate, events: events)
      ])
  }

  private var lineRows: [FigureRow] {
    LineRow.rows(groups, used: used).map { row in
      FigureRow(row.title, lineFigures(row.filters(block), row.address))
    } + [FigureRow("Total", lineFigures([AccountFilter([block])], ["total"]), isTotal: true)]
  }

  private func lineFigures(_ filters: [AccountFilter], _ name: [String]) -> [Figure] {
    let root = Address(["position", days.name, block.description] + name)
    func figure(_ name: String, _ headings: Set<Heading>, negated: Bool = false) -> Figure {
      let terms = filters.flatMap { filter -> [Term] in
        var filter = filter
        filter.headings = headings
        return days.standing(of: block, filter, negated: negated)
      }
      return Figure(address: root.appending(name), terms: terms)
    }
    return [
      figure("budget", [.allocated, .committed, .advanced, .spent]),
      figure("actual", [.spent]), figure("advanced", [.advanced]),
      figure("committed", [.committed]), figure("forecast", [.spent, .advanced, .committed]),
      figure("variance", [.allocated], negated: true),
    ]
  }

  /// The lines, and their settings, that anything of the block stands on.
  private var used: Set<LineGroup.Member> {
    let accounts = days.spans.flatMap { book.accounts(in: $0) }.filter { $0.fund == block }
    return Set(
      accounts.compactMap { account in
        account.use.line.map { LineGroup.Member($0, account.use.setting) }
      })
  }
}
