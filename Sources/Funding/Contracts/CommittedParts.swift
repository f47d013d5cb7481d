public import Bookkeeping

/// What became of what a contract's versions had set aside for a year, as it was posted.
public struct CommittedParts: Hashable, Sendable {
  /// What stands for the contract, used or not, and belongs to no child.
  public let undivided: Money
  /// What was stated for children's lines since the sum was last set.
  public let stated: Money
  /// What was given back for grants since the sum was last set.
  public let released: Money
  /// The last record by which the sum was set.
  public let lastSet: Int
  /// Every record that it comes of, in order.
  public let records: [Int]
}

extension ContractStanding {
  /// What became of the sum of a year from a day on; none where none was set aside.
  public func parts(in year: FinancialYear, from first: Day) -> CommittedParts? {
    let own = gains.filter {
      $0.isScheduled && year.days.contains($0.ownDay) && $0.ownDay >= first
    }
    func total(_ events: Set<EventKind>, after record: Int) -> Money {
      own.filter { events.contains($0.event) && $0.record > record }.map(\.amount).total()
    }
    let setting: Set<EventKind> = [.commitmentMade, .commitmentReleased]
    guard let last = own.filter({ setting.contains($0.event) }).map(\.record).max() else {
      return nil
    }
    return CommittedParts(
      undivided: own.map(\.amount).total(),
      stated: -total([.budgetStated, .budgetWithdrawn], after: last),
      released: -total([.sumReleased], after: last), lastSet: last,
      records: Set(own.map(\.record)).sorted())
  }
}
