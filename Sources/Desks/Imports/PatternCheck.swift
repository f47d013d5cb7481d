import Bookkeeping
import Funding
import Importing
import Storage

/// What of a payment for a plan line a person should look at before it is posted: exceptions X01, X02 and X05.
struct PatternCheck {
  let ledger: any LedgerReading

  /// Why a payment waits, if it does.
  func doubt(_ reading: Reading) async throws -> Resolution? {
    switch reading.intent {
    case .advance(let advance, _):
      try await doubt(advance.line, advance.amount, on: advance.due)
    case .payment(let payment):
      if let line = payment.planLine, reading.amount > .zero {
        try await doubt(line, reading.amount, on: reading.day)
      } else {
        nil
      }
    case .post, .statementLine, .family: nil
    }
  }

  private func doubt(
    _ reference: PlanLineReference, _ amount: Money, on day: Day
  ) async throws -> Resolution? {
    let standing = try await ledger.standing(of: reference)
    // A line that is not there is refused by the posting.
    guard let first = standing.versions.first, let line = standing.line(on: day) else { return nil }
    if day < first.from {
      return .held(
        code: "outside-decision",
        why: "it is for \(day), and \(reference) was decided from \(first.from) on")
    }
    if let end = line.to, day > end {
      return .held(
        code: "outside-decision", why: "it is for \(day), and \(reference) ended on \(end)")
    }
    let open = standing.openInstalments(in: FinancialYear(of: day))
    let due = open.filter { $0.day <= day }.map(\.amount).total()
    let largest = standing.scheduled(in: FinancialYear(of: day)).values.max() ?? .zero
    guard amount > max(due, largest) else { return nil }
    return .held(
      code: "beyond-what-is-due",
      why: "it is \(amount), and \(max(due, largest)) is due for \(reference) by \(day)")
  }

  /// Why a second payment of a month waits, where nothing more is due in it.
  func paidAlready(_ advance: DirectPaymentAdvanced) async throws -> String? {
    let standing = try await ledger.standing(of: advance.line)
    let due = standing.openInstalments(in: FinancialYear(of: advance.due))
      .filter { $0.day <= advance.due }.map(\.amount).total()
    let month = Month(of: advance.due)
    guard due <= .zero, standing.isAdvanced(for: month) else { return nil }
    return "\(advance.line) was paid for \(month), and nothing more is due by \(advance.due)"
  }
}
