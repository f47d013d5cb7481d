import Bookkeeping
import Funding

extension Bookkeeper {
  /// Refuses to take a payment to or from a family back with which a row of a statement was matched, or of
  /// which more has been accounted for than would be left: the family would owe an account of money that
  /// it never had.
  func requireNoRowRests(on number: Int, _ event: EventKind, _ entry: FundingEntry) async throws {
    guard event == .directPaymentAdvanced || event == .directPaymentReturned else { return }
    for side in MatchedSide.allCases {
      if let row = try await writer.matches(of: number, side).last {
        throw EventRefusal.rowRests(on: number, row: row.number)
      }
    }
    let paid = entry.movements.filter { $0.debit.heading == .advanced }
    for (line, movements) in Dictionary(grouping: paid, by: \.debit.use.planLine) {
      guard let line else { continue }
      let out = try await writer.standing(of: line).balance(.advanced)
      let left = out - movements.map(\.amount).total()
      if left < .zero { throw EventRefusal.accountedFor(number, line, more: -left) }
    }
  }
}

/// Whose books a row is of that was matched with an entry: a payment to a family stands in both.
public enum MatchedSide: String, Hashable, Sendable, CaseIterable {
  case council, family

  /// What a fact of matching is about.
  public func subject(of record: Int) -> String { "record \(record) \(rawValue)" }
}
