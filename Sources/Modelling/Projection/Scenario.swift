import Bookkeeping

/// A course that could be taken: its name, and what would be done.
public struct Scenario: Hashable, Sendable {
  public let name: String
  public let levers: [Lever]

  /// Current policy, with nothing invented.
  public static let base = Scenario()

  private init() {
    name = "Base: no change"
    levers = []
  }

  /// - Throws: a ``Lever/Refusal`` where in some year they would save more than there is.
  public init(_ name: String, _ levers: [Lever]) throws(Lever.Refusal) {
    for lever in levers {
      // A ramp never falls, so its last year is its highest, and every year after is like it.
      let year = FinancialYear(
        starting: FinancialYear(of: lever.begins).start + lever.ramp.shares.count - 1)
      let saved = levers.reduce(Fraction.zero) { $0 + $1.share(in: year) }
      guard saved <= .one else { throw .savedTwice(saved, year) }
    }
    self.name = name
    self.levers = levers
  }

  /// What the levers leave of a year's cost.
  func left(in year: FinancialYear) -> Fraction { levers.reduce(.one) { $0 - $1.share(in: year) } }
}
