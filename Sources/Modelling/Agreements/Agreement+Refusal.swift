public import Bookkeeping
public import Funding

extension Agreement {
  /// Why an agreement cannot stand as it is given.
  public enum Refusal: Error, Hashable, Sendable {
    case partnerTwice(PartnerReference)
    case partnerWithoutContribution(PartnerReference)
    case contributionNotPositive(PartnerReference, Money)
    /// Somebody is named who is no partner.
    case stranger(PartnerReference)
    /// Money of the Dedicated Schools Grant outside the restricted part.
    case grantUnrestricted(PartnerReference, Fund)
    /// Other money in the restricted part.
    case otherMoneyRestricted(PartnerReference, Fund)
    /// A restricted part with two partners, one of whom would bear the other's overspend.
    case restrictedShared(PartnerReference, PartnerReference)
    /// A rule charges a partner whose only money in the pool is the grant.
    case grantWouldBear(PartnerReference)
    /// Aligned budgets with a host, or with a rule that shares a variance.
    case alignedShares
    /// Two agreements of one reference in one period.
    case overlap(ContractReference, ClosedRange<Day>, ClosedRange<Day>)
    case variation(AgreementVariation.Refusal)
  }

  var refusal: Refusal? { partnerRefusal ?? ringFenceRefusal ?? formRefusal }

  private var partnerRefusal: Refusal? {
    let known = partners.map(\.reference)
    for (index, partner) in known.enumerated() where known[..<index].contains(partner) {
      return .partnerTwice(partner)
    }
    if let one = contributions.first(where: { $0.amount <= .zero }) {
      return .contributionNotPositive(one.partner, one.amount)
    }
    let named =
      contributions.map(\.partner) + terms.riskShare.named
      + [terms.host, terms.deliveredBy].compactMap(\.self)
    if let stranger = named.first(where: { !known.contains($0) }) { return .stranger(stranger) }
    return known.first { partner in !contributions.contains { $0.partner == partner } }
      .map { .partnerWithoutContribution($0) }
  }

  private var ringFenceRefusal: Refusal? {
    for one in contributions {
      switch (one.part, one.source.isBlock) {
      case (.general, true): return .grantUnrestricted(one.partner, one.source)
      case (.restricted, false): return .otherMoneyRestricted(one.partner, one.source)
      case (.general, false), (.restricted, true): continue
      }
    }
    let restricted = contributions(to: .restricted).map(\.partner)
    if restricted.count > 1 { return .restrictedShared(restricted[0], restricted[1]) }
    let general = contributions(to: .general).map(\.partner)
    let rules = terms.riskShare.overspend + terms.riskShare.underspend
    let host = rules.contains { $0.rule == .host } ? [terms.host].compactMap(\.self) : []
    return (terms.riskShare.named + host).first { !general.contains($0) }
      .map { .grantWouldBear($0) }
  }

  private var formRefusal: Refusal? {
    switch form {
    case .pooled, .leadCommissioner: return nil
    case .aligned:
      let shares = terms.riskShare != .silent && !terms.riskShare.isAligned
      return terms.host != nil || shares ? .alignedShares : nil
    }
  }
}
