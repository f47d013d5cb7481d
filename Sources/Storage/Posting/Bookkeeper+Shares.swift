import Bookkeeping
import Funding

/// What rests on a share of a pool, and what is left of one whose entry is taken back.
extension Bookkeeper {
  /// The entry that stands by which something was paid, fell due or was spent under a share of a pool.
  func entry(spending share: AgreedShare, after last: Int) async throws -> Int? {
    let events: Set<EventKind> = [
      .poolSpent, .contributionDue, .contributionReceived, .poolContributionPaid,
    ]
    func isUnder(_ event: EventKind, _ coding: Coding) -> Bool {
      coding.fund == share.part && events.contains(event)
        && (event == .poolSpent || coding.partner == nil || coding.partner == share.partner)
    }
    // What moved at all is asked before records are read one by one.
    guard
      try await writer.flows().contains(where: { flow in
        flow.debit.fund == share.part && events.contains(flow.event) && flow.amount != .zero
      })
    else { return nil }
    let head = try await head()
    for first in stride(from: last + 1, through: head, by: 500) {
      for record in try await writer.records(first...min(first + 499, head)) {
        guard case .posted(let event, let entry) = record.content,
          entry.correction?.isReversal != true,
          entry.movements.contains(where: { isUnder(event, $0.debit) || isUnder(event, $0.credit) }
          ),
          try await !writer.isReversed(record.number)
        else { continue }
        return record.number
      }
    }
    return nil
  }

  /// Notes that a share of a pool is agreed no more, since its entry was taken back.
  func withdraw(_ share: AgreedShare, because reason: LedgerText) async throws {
    let agreed = PoolAgreed(
      share.part, share.partner, -share.amount, on: share.day, due: share.day, ours: share.ours)
    let fact = agreed.fact(from: word(on: share.part))
    _ = try await keep(fact)
  }
}
