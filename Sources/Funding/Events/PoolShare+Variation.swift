public import Bookkeeping

extension PoolShare {
  /// What a variation of an agreement says that a partner puts into a part of a pool, for the year
  /// of the variation's first day.
  ///
  /// It stands in the fact of the agreement, beside its text, so that spending can be divided by it.
  public static func detail(
    _ part: Fund, _ partner: PartnerReference, _ amount: Money
  ) -> Detail {
    Detail(prefix + rest(part, partner), amount)
  }

  /// Which fund an agreement has a contribution come from, in the same fact.
  public static func detail(_ part: Fund, _ partner: PartnerReference, from fund: Fund) -> Detail {
    Detail(source + rest(part, partner), fund)
  }

  /// What the names of such details begin with.
  static let (prefix, source) = ("share-", "from-")

  fileprivate static func rest(_ part: Fund, _ partner: PartnerReference) -> String {
    "\(part)-\(partner.code)"
  }

  /// The shares in a part of a pool on a day: what was agreed in each year, and in a year that was
  /// varied by that day what the last variation gives for it.
  ///
  /// What was agreed after the day divides nothing of it. `agreements` are those of the pool, with their variations.
  public static func shares(
    in part: Fund, from agreed: [AgreedShare], varied agreements: [AdoptedAgreement], on day: Day
  ) -> [PoolShare] {
    let agreed = agreed.filter { $0.day <= day }
    return shares(from: agreed).map { share in
      let changes = agreements.filter { $0.from <= day }.sorted { $0.from < $1.from }
        .compactMap { agreement in
          agreement.shares[rest(part, share.partner)].map {
            (year: FinancialYear(of: agreement.from), amount: $0)
          }
        }
      guard !changes.isEmpty else { return share }
      var years = agreed.filter { $0.partner == share.partner }
        .reduce(into: [:]) { $0[FinancialYear(of: $1.day), default: Money.zero] += $1.amount }
      for change in changes { years[change.year] = change.amount }
      return PoolShare(partner: share.partner, agreed: years.values.total(), ours: share.ours)
    }
  }
}

extension PoolAgreed {
  public var contributor: PoolContributor { PoolContributor(part, partner, ours) }

  /// Why the agreement on the pool does not have it, if it does not.
  ///
  /// `agreements` are those of the pool, with their variations; one that says nothing of funds forbids nothing.
  public func refusal(by agreements: [AdoptedAgreement]) -> PoolContributor.Refusal? {
    let ends = agreements.compactMap(\.until)
    if ends.count == agreements.count, let last = ends.max(), last < day, let pool = part.pool {
      return .ended(pool, on: last, before: day)
    }
    let held = agreements.filter { $0.from <= day && $0.until.map { day <= $0 } ?? true }
    guard let agreement = held.max(by: { $0.from < $1.from }), !agreement.sources.isEmpty else {
      return nil
    }
    let sources = agreement.sources[PoolShare.rest(part, partner)] ?? []
    if ours.map({ sources.contains($0.fund) }) ?? !sources.isEmpty { return nil }
    let agreed = sources.map { source in
      PoolContributor(part, partner, source.nature == .own ? Ours(source, .none) : nil)
    }
    return .notAgreed(contributor, agreed: agreed)
  }
}

extension Fund {
  /// The pool whose part it is, if it is one.
  public var pool: PoolReference? {
    switch self {
    case .poolEducation(let pool), .poolGeneral(let pool): pool
    case .schools, .central, .earlyYears, .highNeeds, .socialCare, .adultSocialCare, .generalFund,
      .health:
      nil
    }
  }
}
