public import Bookkeeping

extension RiskShare.Refusal {
  /// The refusal as a person should read it.
  public func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .sharesNotWhole(let clause, let whole):
      .shares("the shares of clause \(clause) come to \(whole)", at: place)
    case .shareNegative(let clause, let partner, let share):
      .shares("clause \(clause) gives \(partner) a share of \(share)", at: place)
    case .partnerTwice(let partner): .namedTwice(partner, at: place)
    case .tierTakesNothing(let clause):
      .tier("the tier of clause \(clause) takes nothing", at: place)
    case .tierOutOfReach(let clause):
      .tier("the tier of clause \(clause) stands behind one that leaves nothing", at: place)
    case .tierWithoutClause: .tier("a tier names no clause of the agreement", at: place)
    case .overspendReinvested(let clause):
      .tier("clause \(clause) would reinvest an overspend", at: place)
    case .ownServicesAmongOthers(let clause):
      .tier("clause \(clause) leaves each partner its own services, beside other tiers", at: place)
    case .partnerWithoutContribution(let partner):
      .withoutContribution("\(partner) is to bear a share, and puts nothing in", at: place)
    case .contributionNotPositive(let partner, let amount):
      .withoutContribution("the contribution of \(partner) is \(amount)", at: place)
    case .noContributions: .withoutContribution("nobody puts anything in", at: place)
    case .taggedStranger(let partner):
      .withoutContribution("spending is tagged for \(partner), who puts nothing in", at: place)
    case .reserveNegative(let reserve):
      Diagnostic(
        .error, "reserve-negative", at: place, problem: "the reserve is \(reserve)",
        why:
          "a reserve that is used up holds nothing; what was overdrawn is a variance of its year",
        next: "give what the reserve holds, and divide the earlier year's variance first")
    case .tagsDoNotAdd(let tagged, let variance):
      Diagnostic(
        .error, "tags-do-not-add", at: place,
        problem: "\(tagged) is tagged, and the variance is \(variance)",
        why: "what is divided by services or by cause is each partner's part of one variance",
        next: "tag each part of the variance once, and nothing beyond it")
    case .servicesNotWhole(let whole):
      .shares("the shares of the services come to \(whole)", at: place)
    case .servicesNegative(let partner, let share):
      .shares("the services of \(partner) are \(share) of the cost", at: place)
    case .servicesNotSaid(let clause):
      Diagnostic(
        .error, "services-not-said", at: place,
        problem: "clause \(clause) goes by services, and nobody has said whose they are",
        why: "a variance can only be borne by service where each service is some partner’s",
        next: "say under services whose services the cost is, in per cent, with the source")
    }
  }
}

extension Diagnostic {
  fileprivate static func shares(_ problem: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      .error, "shares-not-whole", at: place, problem: problem,
      why: "shares of 95% leave a part with nobody, and shares of 105% charge a part twice",
      next: "give shares from 0% that come to 100%, or say in a tier of its own who bears the rest")
  }

  fileprivate static func tier(_ problem: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      .error, "tier-not-usable", at: place, problem: problem,
      why: "a variance goes through the tiers in order, each with its clause and its reach",
      next: "put the tiers in the order of their clauses, the one for the rest last")
  }
}
