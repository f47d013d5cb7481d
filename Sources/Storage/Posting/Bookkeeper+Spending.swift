import Bookkeeping
import Funding

extension Bookkeeper {
  /// What a target is in the accounts, and what is committed for it and open.
  private struct Found {
    let fund: Fund
    let use: Use
    let committed: Money
    let owed: Money
    /// The line, what was spent on it and what of that went beyond, if it is one.
    var line: (name: String, spent: Money, beyond: Money)?
  }

  private func find(_ target: Target, on day: Day) async throws -> Found {
    let year = FinancialYear(of: day)
    switch target {
    case .line(let reference):
      let (line, standing) = try await line(reference, on: day)
      return Found(
        fund: line.fund, use: line.use, committed: standing.committed(through: year),
        owed: .zero - standing.balance(.creditors),
        line: (reference.code, standing.spent(in: DaySpan()), standing.beyondCommitted(in: year)))
    case .budget(let fund, let use):
      try await requireContract(use.contract, of: fund)
      let through = DaySpan(through: year.last)
      let committed = Use(line: use.line, setting: use.setting, contract: use.contract)
      return Found(
        fund: fund, use: use,
        committed: try await balance(of: Account(Coding(fund, .committed, committed)), in: through),
        owed: .zero
          - (try await balance(of: Account(Coding(fund, .creditors, use)), in: through)))
    }
  }

  /// Refuses a contract of another fund, and one for which nobody has set anything aside.
  private func requireContract(_ reference: ContractReference?, of fund: Fund) async throws {
    guard let reference else { return }
    if let contract = try await writer.last(Contract.self, of: reference.code)?.value {
      guard contract.fund == fund else {
        throw EventRefusal.contractOfAnother(reference, contract.fund)
      }
    } else if try await writer.records(mentioning: .contract(reference)).isEmpty {
      throw DecisionRefusal.contractNotKnown(reference)
    }
  }

  /// Holds what is paid for a plan line or a contract to what is committed, and for any other to what is agreed;
  /// a refund to what was spent on it.
  private func hold(_ amount: Money, to found: Found, on day: Day) async throws {
    if let (name, spent, beyond) = found.line {
      let isPaid = amount > .zero
      try hold(
        amount.magnitude, to: isPaid ? found.committed : spent, beyond: isPaid ? beyond : .zero,
        of: name, on: day)
    } else if amount > .zero, let contract = found.use.contract {
      let beyond = try await beyondCommitted(.spent, found.fund, found.use, on: day)
      try hold(amount, to: found.committed, beyond: beyond, of: contract.code, on: day)
    } else if amount > .zero {
      try hold(amount, for: found.fund, found.use, on: day)
    } else {
      let spent = Account(Coding(found.fund, .spent, found.use))
      try hold(
        -amount, to: try await balance(of: spent, in: DaySpan(), events: .notClosing),
        of: [found.fund.description, found.use.line?.rawValue].compactMap(\.self)
          .joined(separator: " "), on: day)
    }
  }

  /// What of a year was spent or advanced out of what was allocated, beyond what was committed for it.
  func beyondCommitted(
    _ state: Heading, _ fund: Fund, _ use: Use, on day: Day
  ) async throws -> Money {
    let days = DaySpan(FinancialYear(of: day).days)
    return try await writer.flows(days, account: Account(Coding(fund, state, use)))
      .filter { $0.credit.heading == .allocated && $0.debit.heading == state }
      .map(\.amount).total()
  }

  func released(_ target: Target, _ amount: Money, on day: Day) async throws -> Outcome {
    try positive(amount)
    let found = try await find(target, on: day)
    try await requireNoVersions(found.use.contract)
    guard amount <= found.committed else {
      throw EventRefusal.nothingToRelease(amount, committed: found.committed)
    }
    return Outcome(.commitmentReleased(found.fund, found.use, amount, on: day))
  }

  func invoiced(_ target: Target, _ amount: Money, on day: Day) async throws -> Outcome {
    try positive(amount)
    let found = try await find(target, on: day)
    try await hold(amount, to: found, on: day)
    return Outcome(
      .invoiceReceived(found.fund, found.use, amount, on: day, committed: found.committed))
  }

  func paidInvoice(_ target: Target, _ amount: Money, on day: Day) async throws -> Outcome {
    try positive(amount)
    let found = try await find(target, on: day)
    guard amount <= found.owed else { throw EventRefusal.invoiceNotKnown(amount, owed: found.owed) }
    return Outcome(.invoicePaid(found.fund, found.use, amount, on: day))
  }

  func paid(
    _ target: Target, _ amount: Money, on day: Day, namesCommitment: Bool
  ) async throws -> Outcome {
    let found = try await find(target, on: day)
    try await hold(amount, to: found, on: day)
    return Outcome(
      .paymentMade(
        found.fund, found.use, amount, on: day,
        committed: namesCommitment ? found.committed : .zero,
        corrects: amount < .zero ? try await payment(for: target) : nil))
  }

  func placed(
    _ record: Int, _ target: Target, on day: Day, authority: LedgerText
  ) async throws -> Outcome {
    let found = try await find(target, on: day)
    let amount = try await suspended(record)
    try await hold(amount, to: found, on: day)
    return Outcome(
      .paymentPlaced(
        record, amount, to: found.fund, found.use, on: day,
        authority: authority, committed: found.committed))
  }

  /// The payment that a refund for a plan line puts right.
  private func payment(for target: Target) async throws -> Int? {
    guard case .line(let reference) = target else { return nil }
    return try await writer.standing(of: reference).latestPayment
  }

  /// What a record put in suspense, if it is still there.
  private func suspended(_ number: Int) async throws -> Money {
    guard let content = try await writer.record(number)?.content,
      case .posted(.paymentNotPlaced, let entry) = content, entry.correction == nil
    else { throw EventRefusal.notInSuspense(number) }
    if let later = try await writer.correction(of: number) {
      throw EventRefusal.alreadyCorrected(number, by: later.number)
    }
    return entry.movements.map {
      $0.debit.heading == .suspense ? $0.amount : -$0.amount
    }.total()
  }
}
