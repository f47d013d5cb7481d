public import Bookkeeping

/// What the reserve of a pool holds when the agreement begins, and the clause that says so.
public struct AgreedReserve: Hashable, Sendable {
  public let clause: String
  public let amount: Money
  /// What becomes of it from one year to the next; none where the agreement does not say.
  public let eachYear: EachYear?

  /// What becomes of a reserve when a year begins.
  public enum EachYear: String, Hashable, Sendable, CaseIterable {
    /// It is brought back to the amount agreed.
    case toppedUp = "topped-up"
    /// It goes on with what the year before has left.
    case runDown = "run-down"
  }

  public init(_ clause: String, _ amount: Money, eachYear: EachYear? = nil) {
    self.clause = clause
    self.amount = amount
    self.eachYear = eachYear
  }
}
