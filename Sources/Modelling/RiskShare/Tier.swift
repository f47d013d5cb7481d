public import Bookkeeping
public import Funding

/// One step of a risk share: how much of a variance it takes, and who bears that.
public struct Tier: Hashable, Sendable {
  /// The clause of the agreement: `9.2`.
  public let clause: String
  public let extent: Extent
  public let rule: Rule

  public init(_ clause: String, _ extent: Extent, _ rule: Rule) {
    self.clause = clause
    self.extent = extent
    self.rule = rule
  }

  /// How much of what the tiers before have left it takes.
  public enum Extent: Hashable, Sendable {
    case upTo(Money)
    /// A share of all that partners put into the pool for the year.
    case upToShareOfPool(Percentage)
    case rest
  }

  /// Who bears an overspend, or is given an underspend.
  public enum Rule: Hashable, Sendable {
    /// The pool's reserve, as far as it goes; an underspend is carried forward into it.
    case reserve
    /// An underspend stays in the pool and buys more. Never an overspend.
    case reinvested
    /// Each its own services' variance: the rule of an aligned budget.
    case ownServices
    /// One partner all of it.
    case partner(PartnerReference)
    /// The host all of it.
    case host
    /// All, by some measure; with a cap, nobody more than that share of its own contribution.
    case shared(Basis, cap: Percentage?)
  }

  /// By what a sum is shared.
  public enum Basis: Hashable, Sendable {
    case contribution
    case equally
    case fixed([FixedShare])
    /// By what was spent for each, as tagged.
    case beneficiary
  }

  /// A share that the agreement fixes for a partner.
  public struct FixedShare: Hashable, Sendable {
    public let partner: PartnerReference
    public let share: Percentage

    public init(_ partner: PartnerReference, _ share: Percentage) {
      self.partner = partner
      self.share = share
    }
  }
}

extension Tier {
  /// Whom the rule names.
  public var named: [PartnerReference] {
    switch rule {
    case .partner(let partner): [partner]
    case .shared(.fixed(let shares), _): shares.map(\.partner)
    case .shared(.contribution, _), .shared(.equally, _), .shared(.beneficiary, _): []
    case .reserve, .reinvested, .ownServices, .host: []
    }
  }

  /// Whether nothing can be left for a tier behind it.
  ///
  /// A reserve may run out, a cap may be reached, a cause may be untagged and a host unnamed.
  public var takesAll: Bool {
    guard extent == .rest else { return false }
    return switch rule {
    case .reserve, .host: false
    case .reinvested, .ownServices, .partner: true
    case .shared(.beneficiary, _): false
    case .shared(.contribution, let cap), .shared(.equally, let cap), .shared(.fixed, let cap):
      cap == nil
    }
  }

  /// The rule in words, as a waterfall prints it: `next £200,000.00 by contribution`.
  public func words(isFirst: Bool) -> String {
    let reach =
      switch extent {
      case .upTo(let amount): (isFirst ? "first " : "next ") + amount.description
      case .upToShareOfPool(let share): (isFirst ? "first " : "next ") + "\(share) of the pool"
      case .rest: isFirst ? "all" : "rest"
      }
    return reach + " " + rule.words
  }
}

extension Tier.Rule {
  fileprivate var words: String {
    switch self {
    case .reserve: "to the pool's reserve"
    case .reinvested: "kept in the pool and reinvested"
    case .ownServices: "to each partner for its own services"
    case .partner(let partner): "to \(partner)"
    case .host: "to the host"
    case .shared(let basis, let cap):
      basis.words + (cap.map { ", up to \($0) of each partner's contribution" } ?? "")
    }
  }
}

extension Tier.Basis {
  fileprivate var words: String {
    switch self {
    case .contribution: "by contribution"
    case .equally: "in equal shares"
    case .fixed(let shares):
      "by fixed shares: " + shares.map { "\($0.partner) \($0.share)" }.joined(separator: ", ")
    case .beneficiary: "by tagged spend"
    }
  }
}
