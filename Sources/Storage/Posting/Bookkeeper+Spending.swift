import Bookkeeping
import Funding

extension Bookkeeper {
  /// What a target is in the accounts, and what is committed for it and open.
  private struct Found {
    let fund: Fund
    let use: Use
    let committed: Money
    let owed: Money
  }

  private func find(_ target: Target, on day: Day) async throws -> Found {
    let year = FinancialYear(of: day)
    switch target {
    case .line(let reference):
      let (line, standing) = try await line(reference, on: day)
      return Found(
        fund: line.fund, use: line.use, committed: standing.committed(through: year),
        owed: .zero - standing.balance(.creditors))
    case .budget(let fund, let use):
      let through = DaySpan(through: year.last)
      let committed = Use(line: use.line, setting: use.setting, contract: use.contract)
      return Found(
        fund: fund, use: use,
        committed: try await balance(
          of: Account(Coding(fund, .committed, committed)), in: through),
        owed: .zero
          - (try await balance(of: Account(Coding(fund, .creditors, use)), in: through)))
    }
  }

  /// The entry of an event that sets money aside, spends it, or lets it go.
  func spending(_ event: FundingEvent) async throws -> Proposal {
    switch event {
    case .commitmentMade(let made):
      try positive(made.amount)
      return made.proposal
    case .commitmentReleased(let target, let amount, let day):
      try positive(amount)
      let found = try await find(target, on: day)
      guard amount <= found.committed else {
        throw EventRefusal.nothingToRelease(amount, committed: found.committed)
      }
      return CommitmentReleased(found.fund, found.use, amount, on: day).proposal
    case .invoiceReceived(let target, let amount, let day):
      try positive(amount)
      let found = try await find(target, on: day)
      return InvoiceReceived(found.fund, found.use, amount, on: day)
        .proposal(committed: found.committed)
    case .invoicePaid(let target, let amount, let day):
      try positive(amount)
      let found = try await find(target, on: day)
      guard amount <= found.owed else {
        throw EventRefusal.invoiceNotKnown(amount, owed: found.owed)
      }
      return InvoicePaid(found.fund, found.use, amount, on: day).proposal
    case .paymentMade(.budget(let fund, let use), let amount, let day, namesCommitment: false):
      // The commonest event of all, and the one that needs nothing looked up.
      return PaymentMade(fund, use, amount, on: day, namesCommitment: false)
        .proposal(committed: .zero)
    case .paymentMade(let target, let amount, let day, let namesCommitment):
      let found = try await find(target, on: day)
      return PaymentMade(found.fund, found.use, amount, on: day, namesCommitment: namesCommitment)
        .proposal(
          committed: found.committed,
          corrects: amount < .zero ? try await payment(for: target) : nil)
    case .paymentNotPlaced(let payment):
      return payment.proposal
    case .paymentPlaced(let record, let target, let day, let authority):
      let found = try await find(target, on: day)
      let amount = try await suspended(record)
      return PaymentPlaced(
        record, amount, to: found.fund, found.use, on: day, authority: authority
      ).proposal(committed: found.committed)
    default:
      preconditionFailure("only spending is posted here")
    }
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
    if let later = try await writer.records(mentioning: .corrects(number)).first {
      throw EventRefusal.alreadyCorrected(number, by: later.number)
    }
    return entry.movements.map {
      $0.debit.heading == .suspense ? $0.amount : -$0.amount
    }.total()
  }
}
