public import Bookkeeping
public import Funding
import Modelling

/// What a child in each state cost in a financial year: what was paid, over the years that the
/// children had plan lines.
///
/// A child stands in the state of the census of that year, with all that was paid for it. One whose
/// lines ran for three months counts as a quarter of a child-year.
public struct StateCosts: Sendable {
  public let year: FinancialYear
  /// The calendar year whose census falls in the financial year.
  let censusYear: Int
  let payments: ChildPayments
  let children: [Child]
  /// Everything paid for named children, as the ledger's own sums have it.
  let all: Money

  /// A child for whom something was paid, or who was in a state.
  struct Child: Hashable {
    let reference: ChildReference
    let standing: ChildMoves.Standing
    /// On how many days of the year a plan line was in force.
    let days: Int
    let paid: Money
  }

  /// What the children of a state cost together.
  struct Cost: Hashable {
    let state: SupportState
    let children: Int
    let days: Int
    let paid: Money
    /// What a child costs in a year; none where more was paid back than paid.
    let aYear: Money?
  }

  /// `flows` is what moved in the year.
  public init(
    _ moves: ChildMoves, _ payments: ChildPayments, flows: [Flow], within scope: CostScope
  ) {
    let year = payments.year
    let censusYear = moves.sources.census.year(in: year)
    self.year = year
    self.censusYear = censusYear
    self.payments = payments
    children = moves.sources.plans.children.compactMap { child in
      let standing = moves.standings[child]?[censusYear] ?? .outside
      let paid = payments.paid(for: child)
      guard standing != .outside || paid != .zero else { return nil }
      return Child(
        reference: child, standing: standing,
        days: moves.sources.plans.daysInForce(for: child, in: year.days), paid: paid)
    }
    all = flows.filter { !$0.event.isClosing }.flatMap { flow in
      [(flow.debit, flow.amount), (flow.credit, -flow.amount)]
    }.filter { account, _ in
      account.heading == .expenditure && account.isForChild
        && scope.includes(account.fund, account.use.line)
    }.map(\.1).total()
  }

  /// The last financial year that has ended by a day.
  public static func lastWholeYear(by day: Day) -> FinancialYear {
    let year = FinancialYear(of: day)
    return year.last == day ? year : FinancialYear(starting: year.start - 1)
  }

  /// Each state that a child was in at the census of the year, in order.
  var costs: [Cost] {
    Dictionary(grouping: children, by: \.standing.state).compactMap { state, children in
      guard let state else { return nil }
      let (days, paid) = (children.map(\.days).reduce(0, +), children.map(\.paid).total())
      let share = Fraction(Int64(year.length), over: Int64(days))
      return Cost(
        state: state, children: children.count, days: days, paid: paid,
        aYear: paid < .zero ? nil : paid.times([share]))
    }.sorted { $0.state < $1.state }
  }

  /// What was paid for children whom the costs leave out.
  func paid(_ isMeant: (ChildMoves.Standing) -> Bool) -> Money {
    children.filter { isMeant($0.standing) }.map(\.paid).total()
  }

  /// What was paid for children who have no plan line that counts.
  var withoutPlanLine: Money { all - children.map(\.paid).total() }

  /// The states that children moved into or out of and that have no cost, in order.
  func statesWithoutCost(_ moves: ChildMoves) -> [SupportState] {
    let priced = Set(costs.filter { $0.aYear != nil }.map(\.state))
    let met = Set(moves.transitions.flatMap { [$0.from, $0.to] }.compactMap(\.self))
    return met.subtracting(priced).sorted()
  }
}
