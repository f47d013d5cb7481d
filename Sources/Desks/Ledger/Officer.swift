package import Bookkeeping
package import Funding

/// Who acts, and on which day: what a front hands to a desk that writes.
package struct Officer: Hashable, Sendable {
  package let actor: Actor
  /// The day of recording.
  package let today: Day

  package init(_ name: String, on today: Day) {
    actor = Actor(name)
    self.today = today
  }

  /// The name under which the ledger keeps what is done.
  package var name: String { actor.name }
}
