package import Bookkeeping

/// Who acts, and on which day: what a front hands to a desk that writes.
package struct Officer: Hashable, Sendable {
  /// The name under which the ledger keeps what is done.
  package let name: String
  /// The day of recording.
  package let today: Day

  package init(_ name: String, on today: Day) {
    self.name = name
    self.today = today
  }
}
