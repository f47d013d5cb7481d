public import Bookkeeping
public import Funding

/// What may have been counted already, told in other words than those of the event that is recorded now.
public enum CountedAlready: Error, Hashable, Sendable {
  /// A partner gave so much when nothing was due.
  case received(Money, from: String)
  /// A payment of that amount, made since the day of the invoice without one.
  case paid(by: Int, PlanLineReference)
}

extension CountedAlready {
  /// The reason for which a row of a file waits.
  public var reason: HeldReason {
    switch self {
    case .received: .receivedAlready
    case .paid: .paidAlready
    }
  }

  /// The refusal as a person should read it.
  func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .received(let amount, let giver):
      .error(
        "received-already", "\(amount) came from \(giver) when nothing was due", at: place,
        why: "it counts as a contribution since then, and would count twice as what falls due now",
        next: "if this is another sum, say so: --again; or first take back what was received")
    case .paid(let record, let line):
      .error(
        "paid-already", "record \(record) paid as much for \(line) without an invoice", at: place,
        why: "it counts as spent since then, and the invoice would count it a second time",
        next: "look at it: \(.showRecord(record)); if this is for something else, say so: --again")
    }
  }

  /// The same in a few words, beside a row that waits.
  public var why: String {
    switch self {
    case .received(let amount, let giver):
      "\(amount) came from \(giver) when nothing was due, and counts already; if this is another sum, record it "
        + "by hand: event record … --again"
    case .paid(let record, let line):
      "record \(record) paid as much for \(line) without an invoice; if this is for something else, record it by "
        + "hand: event record … --again"
    }
  }
}

extension Bookkeeper {
  /// What an event may count a second time, in whichever order the two are told.
  public func countedAlready(_ event: FundingEvent) async throws(StorageFailure) -> CountedAlready?
  {
    switch event {
    case .contributionDue(let sum) where sum.amount > .zero:
      let given = Account(Coding(sum.fund, .contributions, partner: sum.partner))
      let days = DaySpan(
        sum.day.advanced(by: -Bookkeeper.halfYear)...sum.day.advanced(by: Bookkeeper.halfYear))
      let atOnce = try await balance(of: given, in: days, events: .only([.contributionReceived]))
      return atOnce < .zero ? .received(.zero - atOnce, from: sum.giver) : nil
    case .invoiceReceived(.line(let line), let amount, let day):
      let days = day...day.advanced(by: Bookkeeper.quarter)
      let standing = try await writer.standing(of: line)
      if let paid = standing.payment(of: amount, in: days) { return .paid(by: paid, line) }
      guard let plan = standing.line(on: day), let provider = plan.use.provider else { return nil }
      for payment in try await paidWithoutLine(plan, from: day)
      where payment.provider == provider && payment.amount == amount && days.contains(payment.day) {
        if try await !writer.isReversed(payment.record) { return .paid(by: payment.record, line) }
      }
      return nil
    default: return nil
    }
  }

  /// The payments for the budget of a plan line that name no plan line, from the month of a day on; they are read
  /// once for a file.
  private func paidWithoutLine(
    _ line: PlanLine, from day: Day
  ) async throws(StorageFailure) -> [PaidWithoutLine] {
    let use = Use(line: line.use.line, setting: line.use.setting)
    let spent = Account(Coding(line.fund, .spent, use))
    let month = Month(of: day)
    let key = PaidWithoutLine.Key(account: spent, month: month)
    if let known = paidPlain[key] { return known }
    var found: [PaidWithoutLine] = []
    let days = DaySpan(month.first...month.last.advanced(by: Bookkeeper.quarter))
    for record in try await writer.entries(in: days, touching: [spent]) {
      guard case .posted(.paymentMade, let entry) = record.content, entry.correction == nil,
        let movement = entry.movements.first(where: { Account($0.debit) == spent })
      else { continue }
      found.append(
        PaidWithoutLine(
          record: record.number, day: entry.belongsTo, provider: movement.debit.use.provider,
          amount: movement.amount))
    }
    paidPlain[key] = found
    return found
  }

  private static let halfYear = 183
  private static let quarter = 92
}

/// A payment for a line of the budget that names no plan line.
struct PaidWithoutLine {
  let record: Int
  let day: Day
  let provider: ProviderReference?
  let amount: Money

  struct Key: Hashable {
    let account: Account
    let month: Month
  }
}
