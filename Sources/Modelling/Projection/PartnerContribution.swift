public import Bookkeeping
public import Funding

/// What one partner puts in for a year.
public struct PartnerContribution: Hashable, Sendable {
  public let partner: PartnerReference
  public let amount: Money

  public init(_ partner: PartnerReference, _ amount: Money) {
    self.partner = partner
    self.amount = amount
  }
}

extension [PartnerContribution] {
  /// What all of them put in.
  public var total: Money { map(\.amount).total() }
}
