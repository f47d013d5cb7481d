public import Bookkeeping
public import Funding

/// An agreement with its variations: which terms hold on which day.
public struct VariedAgreement: Hashable, Sendable {
  /// The agreement as it was first made.
  public let first: AgreedPool
  /// Each with the terms that hold from it on, in the order of their days.
  public private(set) var varied: [Varied] = []

  /// A variation, and the whole agreement as it reads from then on.
  public struct Varied: Hashable, Sendable {
    public let variation: AgreementVariation
    public let pool: AgreedPool
  }

  public var reference: PoolReference { first.agreement.reference }

  public var period: ClosedRange<Day> { first.agreement.period }

  /// The terms that hold on a day: the last before it once the agreement has ended, the first
  /// before it begins.
  public func terms(on day: Day) -> AgreedPool {
    varied.last { $0.variation.from <= day }?.pool ?? first
  }

  /// Adds a variation, which has to hold from a later day than those before it.
  ///
  /// - Throws: a refusal where it could not stand beside what is there.
  public mutating func vary(
    _ pool: AgreedPool, by variation: AgreementVariation
  ) throws(AgreementVariation.Refusal) {
    guard period.contains(variation.from) else { throw .outsidePeriod(reference, variation.from) }
    if let last = varied.last?.variation.from {
      if last == variation.from { throw .dayTaken(reference, last) }
      if last > variation.from { throw .outOfOrder(reference, variation.from, last: last) }
    }
    if let fixed = fixedDifference(of: pool) { throw .newAgreement(reference, fixed) }
    let before = terms(on: variation.from)
    let matters = pool.differences(from: before)
    if matters.isEmpty { throw .nothingVaried(reference, variation.from) }
    for matter in matters where !before.says(matter.allowing) {
      throw .notAllowed(matter, matter.allowing)
    }
    let partners = first.agreement.partners.map(\.reference)
    if let missing = partners.first(where: { variation.agreed[$0] == nil }) {
      throw .notAgreed(missing)
    }
    if let stranger = variation.agreed.keys.sorted().first(where: { !partners.contains($0) }) {
      throw .agreedByStranger(stranger)
    }
    varied.append(Varied(variation: variation, pool: pool))
  }

  private func fixedDifference(of pool: AgreedPool) -> AgreementVariation.Fixed? {
    let (old, new) = (first.agreement, pool.agreement)
    return AgreementVariation.Fixed.allCases.first { fixed in
      switch fixed {
      case .form: old.form != new.form
      case .period: old.period != new.period
      case .partners: Set(old.partners) != Set(new.partners)
      case .funds: old.sources != new.sources
      }
    }
  }
}

extension Agreement {
  /// Whose money of which fund goes into which part.
  fileprivate var sources: Set<ContributionSource> {
    Set(
      contributions.map {
        ContributionSource(partner: $0.partner, part: $0.part, fund: $0.source)
      })
  }
}

private struct ContributionSource: Hashable {
  let partner: PartnerReference
  let part: AgreedContribution.Part
  let fund: Fund
}

extension AgreedPool {
  /// Whether the agreement says something that the law asks a pooled fund's agreement to say.
  ///
  /// Regulation 7 is about pooled funds only: nothing is asked here of the other forms.
  fileprivate func says(_ term: RequiredTerm) -> Bool {
    switch agreement.form {
    case .pooled: agreement.terms.required[term].map { !$0.isEmpty } ?? false
    case .leadCommissioner, .aligned: true
    }
  }
}
