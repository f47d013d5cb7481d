public import Bookkeeping
import Funding

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
      Diagnostic(
        .error, "partner-not-in-agreement", at: place,
        problem: "\(partner) is named, and is no partner to the agreement",
        why: "an agreement binds those who have made it, and nobody else",
        next: "add it to the partners with what it puts in, or name a partner")
    case .grantUnrestricted(let partner, let fund):
      .ringFence("\(partner) would put money of \(fund.name) into the general part", at: place)
    case .otherMoneyRestricted(let partner, let fund):
      .ringFence("\(partner) would put money of \(fund.name) into the restricted part", at: place)
    case .restrictedShared(let one, let other):
      .ringFence("\(one) and \(other) would share one restricted part", at: place)
    case .grantWouldBear(let partner):
      .ringFence(
        "\(partner) would bear a share, and has no money in the general part", at: place)
    case .alignedShares:
      Diagnostic(
        .error, "aligned-shares-nothing", at: place,
        problem: "the budgets are aligned, and the agreement names a host or shares a variance",
        why: "aligned budgets are not a pooled fund: each partner keeps and accounts for its own",
        next: "call it pooled, or leave each partner its own services")
    case .overlap(let reference, let one, let other):
      Diagnostic(
        .error, "agreements-overlap", at: place,
        problem: "\(reference) stands twice: from \(one.lowerBound) to \(one.upperBound), "
          + "and from \(other.lowerBound) to \(other.upperBound)",
        why: "a fund is shared by one agreement at a time, or a variance would be shared twice",
        next: "end the first on the day before the second begins, or say what varies it")
    case .variation(let refusal): refusal.diagnostic(at: place)
    }
  }
}

extension Diagnostic {
  fileprivate static func ringFence(_ problem: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      .error, "grant-outside-ring-fence", at: place, problem: problem,
      why: "the Dedicated Schools Grant is for the schools budget (Education Act 2002, sections 14 "
        + "and 16, and the conditions of grant), and bears nobody else's overspend",
      next: "keep it in a restricted part with one partner, and share risk in the general part")
  }
}
