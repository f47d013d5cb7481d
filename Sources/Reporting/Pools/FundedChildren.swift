public import Bookkeeping
public import Funding

/// How many children have a plan line in force, by line, setting and form of funding, and what one
/// of them costs by setting.
public struct FundedChildren: Sendable {
  public let day: Day
  private let scope: CostScope
  private let plans: PlanHistory
  private let flows: [Flow]
  private let chart: Chart

  /// Takes what is counted.
  ///
  /// `lines` are the versions of plan lines, in the order in which they were recorded.
  /// `flows` is what moved in the year of the day, up to the day.
  public init(
    _ scope: CostScope, on day: Day, lines: [PlanLine], flows: [Flow], chart: Chart
  ) {
    self.scope = scope
    self.day = day
    self.flows = flows
    self.chart = chart
    plans = PlanHistory(scope, lines)
  }

  /// The stretch of days that the flows are needed of.
  public static func span(_ day: Day) -> DaySpan { DaySpan(FinancialYear(of: day).first...day) }

  /// What children are counted by.
  private struct Group: Hashable {
    let fund: Fund
    let line: Section251Line?
    let setting: SettingColumn?
    let held: HowHeld

    init(_ line: PlanLine) {
      fund = line.fund
      self.line = line.use.line
      setting = line.use.setting
      held = line.held
    }

    var order: [Int] {
      [
        line.flatMap { Section251Line.allCases.firstIndex(of: $0) } ?? .max,
        setting.flatMap { SettingColumn.allCases.firstIndex(of: $0) } ?? .max,
        HowHeld.allCases.firstIndex(of: held) ?? .max,
      ]
    }
  }

  var children: Table {
    var groups: [Group: Set<PlanLineReference>] = [:]
    for line in plans.inForce(in: day...day) {
      groups[Group(line), default: []].insert(line.reference)
    }
    let rows = groups.sorted {
      $0.key.fund == $1.key.fund
        ? $0.key.order.lexicographicallyPrecedes($1.key.order) : $0.key.fund < $1.key.fund
    }.map { group, lines in
      Table.Row([
        .text(chart.name(of: group.fund)), .text(group.line?.rawValue ?? "none"),
        .text(group.setting?.rawValue ?? "none"), .text(group.held.rawValue),
        .number(Set(lines.map(\.child)).count), .number(lines.count),
      ])
    }
    let all = groups.values.reduce(into: Set()) { $0.formUnion($1) }
    let total = Table.Row(
      [
        .text("All"), .blank, .blank, .blank, .number(Set(all.map(\.child)).count),
        .number(all.count),
      ], isTotal: true)
    return Table(
      "children",
      caption: "Plan lines in force on \(spoken(day)); a child with two lines is one child in all",
      columns: [
        .words("fund", "Fund"), .words("line", "Line"), .words("setting", "Setting"),
        .words("held", "How held"), Table.Column("children", "Children", .number),
        Table.Column("plan-lines", "Plan lines", .number),
      ], rows: rows + [total])
  }

  var unitCosts: Table {
    let year = FinancialYear(of: day)
    var children: [SettingColumn?: Set<ChildReference>] = [:]
    for line in plans.inForce(in: year.first...day) {
      children[line.use.setting, default: []].insert(line.reference.child)
    }
    var spent: [SettingColumn?: Money] = [:]
    for flow in flows where !flow.event.isClosing {
      for (account, sign) in [(flow.debit, Int64(1)), (flow.credit, -1)]
      where account.heading == .expenditure && account.isForChild
        && scope.includes(account.fund, account.use.line)
      {
        spent[account.use.setting, default: .zero] += Money(pence: sign * flow.amount.pence)
      }
    }
    let settings: [SettingColumn?] = SettingColumn.allCases + [nil]
    let rows = settings.filter { children[$0] != nil || spent[$0] != nil }.map { setting in
      let count = children[setting]?.count ?? 0
      let sum = spent[setting] ?? .zero
      return Table.Row([
        .text(setting?.rawValue ?? "none"), .number(count), .money(sum),
        count > 0 ? .money(sum.times(Fraction(1, over: Int64(count)))) : .unknown,
      ])
    }
    return Table(
      "unit-costs",
      caption: "Spent for named children in \(year) to \(spoken(day)), over those who had a line",
      columns: [
        .words("setting", "Setting"), Table.Column("children", "Children", .number),
        Table.Column("spent", "Spent", .money), Table.Column("per-child", "Per child", .money),
      ], rows: rows)
  }

  /// The history of costs with the children of the day.
  public func report(_ history: CostHistory, _ header: [Report.Fact]) -> Report {
    Report(
      schema: "sendledger/pool-costs@1", title: "Costs and children, \(spoken(day))",
      blocks: [
        .facts(header), .table(history.table), .table(children), .table(unitCosts),
        .paragraph(
          "Needs stand in the register and not in the ledger, so children are told apart by line,"
            + " setting and form of funding. A direct payment is spent when it is evidenced."),
      ])
  }
}
