public import Bookkeeping
public import Funding

/// What a partner puts into a part of a pool in the first year of an agreement.
public struct AgreedContribution: Hashable, Sendable {
  public let partner: PartnerReference
  public let part: Part
  /// The fund that the money comes out of.
  public let source: Fund
  public let amount: Money

  /// A part of a pool, with rules of its own.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    /// Money of social care and health, and a council's own.
    case general
    /// Money of the Dedicated Schools Grant: for schools-budget purposes only, and for nobody
    /// else's overspend (Education Act 2002, sections 14 and 16, and the conditions of grant).
    case restricted
  }

  public init(
    _ partner: PartnerReference, to part: Part, from source: Fund, _ amount: Money
  ) {
    self.partner = partner
    self.part = part
    self.source = source
    self.amount = amount
  }
}

/// By how much contributions rise each year, and the clause that says so.
public struct AgreedUplift: Hashable, Sendable {
  public let clause: String
  public let rate: Percentage

  public init(_ clause: String, _ rate: Percentage) {
    self.clause = clause
    self.rate = rate
  }
}
