import Bookkeeping
import Funding
import Storage

/// What came to an account by a person's word.
struct HandSum: Hashable {
  let account: Account
  let amount: Money

  init(_ account: Account, _ amount: Money) { (self.account, self.amount) = (account, amount) }
}

extension LedgerReading {
  /// What was paid on a day by a person's word and was not taken back, and the record that says so.
  func recordedByHand(on day: Day) async throws -> [HandSum: Int] {
    var found: [HandSum: Int] = [:]
    var position: DayPosition?
    while true {
      let page = try await entriesByDay(in: DaySpan(day...day), after: position, limit: 500)
      for record in page {
        guard case .posted(_, let entry) = record.content, entry.correction?.isReversal != true,
          entry.parts.allSatisfy(\.isByHand),
          try await records(mentioning: .corrects(record.number)).isEmpty
        else { continue }
        for moved in entry.movements where moved.debit.heading == .expenditure {
          found[HandSum(Account(moved.debit), moved.amount)] = record.number
        }
        for moved in entry.movements where moved.credit.heading == .expenditure {
          found[HandSum(Account(moved.credit), -moved.amount)] = record.number
        }
      }
      guard let last = page.last else { return found }
      position = DayPosition(day: day, number: last.number)
    }
  }
}

extension Part<Coding> {
  fileprivate var isByHand: Bool {
    if case .command = source.origin { true } else { false }
  }
}
