public import Bookkeeping

/// Who puts money into a part of a pool, and from which fund and line where it is the council's own.
public struct PoolContributor: Hashable, Sendable, CustomStringConvertible {
  public let part: Fund
  public let partner: PartnerReference
  public let ours: PoolAgreed.Ours?

  public init(_ part: Fund, _ partner: PartnerReference, _ ours: PoolAgreed.Ours?) {
    self.part = part
    self.partner = partner
    self.ours = ours
  }

  /// `COUNCIL-EDUCATION, High needs, 1.2.13, POOL-2026, into Pool (education)`.
  public var description: String {
    [
      partner.code, ours?.fund.name, ours?.use.line?.rawValue, ours?.use.contract?.code,
      "into \(part.name)",
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// Whether the part may hold such money at all.
  ///
  /// The education part takes high needs money as the council's own share, and nothing else; the general
  /// part takes no grant. A sum of ours names the pool as its contract.
  public var mayContribute: Bool {
    switch part {
    case .poolEducation(let pool): ours?.fund == .highNeeds && ours?.use.isPaid(into: pool) == true
    case .poolGeneral(let pool):
      ours.map { !$0.fund.isBlock && $0.use.isPaid(into: pool) } ?? true
    case .schools, .central, .earlyYears, .highNeeds, .socialCare, .adultSocialCare, .generalFund,
      .health:
      false
    }
  }

  /// Why a sum may not be agreed for a part of a pool, or be put into it.
  public enum Refusal: Error, Hashable, Sendable {
    case otherMoney(PoolContributor)
    /// The council would give to a fund of its own.
    case ownMoney(PoolContributor)
    /// What is agreed, by events or in the adopted agreement, is another fund, line, contract or partner.
    case notAgreed(PoolContributor, agreed: [PoolContributor])
    /// The agreement, with its variations, has come to its end before that day.
    case ended(PoolReference, on: Day, before: Day)
  }
}

extension PoolContributor.Refusal {
  /// The refusal as a person should read it.
  public func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .otherMoney(let given):
      .error(
        "pool-takes-other-money", "such money is not put into that fund: \(given)", at: place,
        why: "a pool's education part takes high needs money of the council, its general part any "
          + "but the grant, each under its own pool as the contract",
        next: "name the part that the money belongs to, and the pool under contract")
    case .ownMoney(let given):
      .error(
        "council-gives-to-itself", "the council gives nothing to a fund of its own: \(given)",
        at: place,
        why:
          "its money moves by a transfer between blocks, a payment into a pool or a placing from suspense, so "
          + "that what one fund gets another has given",
        next: "record that, with its authority; or name the partner whose money it is")
    case .ended(let pool, let last, let day):
      .error(
        "pool-agreement-ended", "the agreement on \(pool) ended on \(last), before \(day)",
        at: place,
        why: "nobody has agreed to put anything in after that",
        next: "correct the day, or adopt the agreement that holds then: pool agree")
    case .notAgreed(let given, let agreed):
      .error(
        "pool-share-not-agreed", "nobody has agreed to it: \(given)", at: place,
        why: agreed.isEmpty
          ? "nothing is agreed of it"
          : "agreed is: " + agreed.map(\.description).withoutRepeats.joined(separator: "; "),
        next: "correct the fund, the partner, the line or the contract; or agree it first: event "
          + "pool-agreed")
    }
  }
}
