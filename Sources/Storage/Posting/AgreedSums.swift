public import Bookkeeping
public import Funding

/// What is agreed for funds and lines in a year, to which one sum is held.
///
/// A line has its budget. Where none was set, and for the fund as a whole, it is the block as last
/// published, or the council's vote; of a fund of health what its board has agreed to give.
public struct AgreedSums {
  private var budgets: [Place: Money] = [:]
  /// What a board has agreed to give to its fund, all in all.
  private var contributions: [Fund: Money] = [:]

  private struct Place: Hashable {
    let fund: Fund
    let year: FinancialYear
    /// The line and its setting; none for the whole fund.
    let use: Use?
  }

  public init(_ ledger: some LedgerReading) async throws(StorageFailure) {
    for grant in try await ledger.all(GrantPublished.self).map(\.value)
      .sorted(by: { $0.published < $1.published })
    {
      for (fund, sum) in grant.before {
        budgets[Place(fund: fund, year: grant.year, use: nil)] = sum
      }
    }
    for fund in try await ledger.last(Charter.self)?.value.chart.funds.map(\.value) ?? [] {
      guard case .health(let board) = fund else { continue }
      let contributed = Account(Coding(fund, .contributed, partner: board))
      let sum = try await ledger.flows(account: contributed).map { flow -> Money in
        if flow.event.isClosing { return .zero }
        return (flow.credit == contributed ? flow.amount : .zero)
          - (flow.debit == contributed ? flow.amount : .zero)
      }.total()
      if sum > .zero { contributions[fund] = sum }
    }
    for budget in try await ledger.all(BudgetVersion.self).map(\.value) {
      let year = FinancialYear(of: budget.day)
      budgets[Place(fund: budget.fund, year: year, use: budget.line)] = budget.amount
    }
  }

  /// What is agreed for a fund in the year of a day, for a line of it or as a whole, and of what that is.
  public func sum(
    for fund: Fund, _ use: Use? = nil, on day: Day
  ) -> (agreed: Money, name: String)? {
    let year = FinancialYear(of: day)
    let lines = use?.line.map { [Use(line: $0, setting: use?.setting), Use(line: $0)] } ?? []
    for use in lines.map(Optional.some) + [nil] {
      guard let agreed = budgets[Place(fund: fund, year: year, use: use)] else { continue }
      let name = [fund.description, use?.line?.rawValue, "in \(year)"].compactMap(\.self)
      return (agreed, name.joined(separator: " "))
    }
    return contributions[fund].map { ($0, "\(fund)") }
  }
}

extension Bookkeeper {
  /// Holds one sum for a fund and a line to what is agreed for them in the year; where nothing is, to no sum.
  func hold(_ amount: Money, for fund: Fund, _ use: Use? = nil, on day: Day) throws(EventRefusal) {
    guard let (agreed, name) = agreedSums.sum(for: fund, use, on: day) else { return }
    try hold(amount, to: agreed, of: name, on: day)
  }
}

extension FundingEvent {
  /// Whether it changes what is agreed for a fund or a line.
  var agrees: Bool {
    switch self {
    case .grantPublished, .budgetSet, .contributionAgreed: true
    default: false
    }
  }
}
