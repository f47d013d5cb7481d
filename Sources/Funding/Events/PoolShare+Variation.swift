public import Bookkeeping

extension PoolShare {
  /// What a variation of an agreement says that a partner puts into a part of a pool, for the year
  /// of the variation's first day.
  ///
  /// It stands in the fact of the agreement, beside its text, so that spending can be divided by it.
  public static func detail(
    _ part: Fund, _ partner: PartnerReference, _ amount: Money
  ) -> Detail {
    Detail(name(part, partner), amount.plain)
  }

  private static func name(_ part: Fund, _ partner: PartnerReference) -> String {
    "share-\(part)-\(partner.code)"
  }

  /// The shares in a part of a pool on a day: what was agreed in each year, and in a year that was
  /// varied by that day what the last variation gives for it.
  ///
  /// `agreed` is the facts of what was agreed, `agreements` those of the pool's agreement.
  public static func shares(
    in part: Fund, from agreed: [Fact], varied agreements: [Fact], on day: Day
  ) -> [PoolShare] {
    shares(from: agreed).map { share in
      let changes = agreements.filter { $0.day.map { $0 <= day } ?? false }
        .sorted { ($0.day ?? day) < ($1.day ?? day) }
        .compactMap { $0.amount(name(part, share.partner)) }
      guard !changes.isEmpty else { return share }
      var years = agreed.filter { $0.source["partner"] == share.partner.code }
        .compactMap { $0.amount("amount") }
        .reduce(into: [:]) { $0[$1.year, default: Money.zero] += $1.amount }
      for change in changes { years[change.year] = change.amount }
      return PoolShare(share.partner, agreed: years.values.total(), ours: share.ours)
    }
  }
}

extension Fact {
  /// An amount that it gives under a name, and the year of its day.
  fileprivate func amount(_ name: String) -> (year: FinancialYear, amount: Money)? {
    guard let day, let amount = source[name].flatMap({ try? Money(parsing: $0) }) else {
      return nil
    }
    return (FinancialYear(of: day), amount)
  }
}

extension Fund {
  /// The pool whose part it is, if it is one.
  public var pool: ContractReference? {
    switch self {
    case .poolEducation(let pool), .poolGeneral(let pool): pool
    case .schools, .central, .earlyYears, .highNeeds, .socialCare, .adultSocialCare, .generalFund,
      .health:
      nil
    }
  }
}
