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
    case overlap(PoolReference, ClosedRange<Day>, ClosedRange<Day>)
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

extension Agreement.Refusal {
  /// The refusal as a person should read it.
  public func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .partnerTwice(let partner): .namedTwice(partner, at: place)
    case .partnerWithoutContribution(let partner):
      .withoutContribution("\(partner) is a partner, and puts nothing in", at: place)
    case .contributionNotPositive(let partner, let amount):
      .withoutContribution("the contribution of \(partner) is \(amount)", at: place)
    case .stranger(let partner):
      .error(
        "partner-not-in-agreement", "\(partner) is named, and is no partner to the agreement",
        at: place, why: "an agreement binds those who have made it, and nobody else",
        next: "add it to the partners with what it puts in, or name a partner")
    case .grantUnrestricted(let partner, let fund):
      .ringFence("\(partner) would put money of \(fund.name) into the general part", at: place)
    case .otherMoneyRestricted(let partner, let fund):
      .ringFence("\(partner) would put money of \(fund.name) into the restricted part", at: place)
    case .restrictedShared(let one, let other):
      .ringFence("\(one) and \(other) would share one restricted part", at: place)
    case .grantWouldBear(let partner):
      .ringFence("\(partner) would bear a share, and has no money in the general part", at: place)
    case .alignedShares:
      .error(
        "aligned-shares-nothing",
        "the budgets are aligned, and the agreement names a host or shares a variance", at: place,
        why: "aligned budgets are not a pooled fund: each partner keeps and accounts for its own",
        next: "call it pooled, or leave each partner its own services")
    case .overlap(let reference, let one, let other):
      .error(
        "agreements-overlap",
        "\(reference) stands twice: from \(one.lowerBound) to \(one.upperBound), "
          + "and from \(other.lowerBound) to \(other.upperBound)", at: place,
        why: "a fund is shared by one agreement at a time, or a variance would be shared twice",
        next: "end the first on the day before the second begins, or say what varies it")
    case .variation(let refusal): refusal.diagnostic(at: place)
    }
  }
}

extension Diagnostic {
  fileprivate static func ringFence(_ problem: String, at place: Place?) -> Diagnostic {
    .error(
      "grant-outside-ring-fence", problem, at: place,
      why: "the Dedicated Schools Grant is for the schools budget (Education Act 2002, sections 14 "
        + "and 16, and the conditions of grant), and bears nobody else's overspend",
      next: "keep it in a restricted part with one partner, and share risk in the general part")
  }
}
