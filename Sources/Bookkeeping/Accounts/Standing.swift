/// Where money stands: an account or a state, in a book, with whatever else describes it.
///
/// The bookkeeping here does not know what the accounts are for. It asks of them only what must
/// balance by itself, and whether they object to an entry.
public protocol Standing: Hashable, Sendable {
  /// What balances by itself.
  associatedtype Book: Hashable, Sendable

  /// Why an entry may not be made.
  associatedtype Objection: Error & Hashable & Sendable

  var book: Book { get }

  /// Why nothing may be posted here on that day, if something forbids it.
  func objection(on day: Day) -> Objection?

  /// Why these movements may not stand together in one entry, if something forbids it.
  static func objection(to proposal: ProposedEntry<Self>) -> Objection?
}
