/// The side of a posting.
///
/// An amount is always positive, and its side says which way.
public enum Side: String, Hashable, Sendable, CaseIterable {
  case debit
  case credit
}
