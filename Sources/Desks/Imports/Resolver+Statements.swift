import Bookkeeping
import Funding
import Importing
import Storage

/// What the rows of families’ statements belong to.
extension Resolver {
  func resolve(_ line: StatementLine, _ reading: Reading) async throws -> Resolution {
    switch line.meaning {
    case .line(let reference):
      return .post([
        .directPaymentEvidenced(LineSum(reference, -reading.amount, on: reading.day))
      ])
    case .unknown:
      // Money of another's may be of the same amount, so that nothing but its name makes it ours.
      return reading.amount > .zero
        ? .held(
          code: "credit-not-named",
          why: "money came in, and neither the mapping nor the row names the council as who paid it"
        )
        : .held(
          code: "payee-not-known", why: "the mapping does not say which plan line the payee is for")
    case .council:
      if reading.amount > .zero {
        return try await matched(
          line.child, .directPaymentAdvanced, reading.amount, reading.day,
          otherwise: .held(
            code: "credit-not-known",
            why: "money came in, and no payment of ours of that amount is near that day"))
      }
      return try await matched(
        line.child, .directPaymentReturned, -reading.amount, reading.day,
        otherwise: .held(
          code: "return-not-recorded",
          why: "money was paid back to us, and no such return is recorded near that day"))
    }
  }

  private func matched(
    _ child: ChildReference, _ event: EventKind, _ amount: Money, _ day: Day,
    otherwise held: Resolution
  ) async throws -> Resolution {
    let candidates = try await ledger.records(mentioning: .child(child)).compactMap {
      EntryFinder.candidate($0, event)
    }
    guard let record = try await entries.take(amount, around: day, from: candidates) else {
      return held
    }
    return .matched(record: record)
  }
}
