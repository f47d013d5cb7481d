public import Bookkeeping
public import Funding

/// What a partner puts into a part of a pool in one year, as the agreement or a variation gives it.
public struct ContributionChange: Hashable, Sendable {
  /// The agreement's first day, or the first of the variation.
  public let from: Day
  /// For the whole of the year of that day.
  public let amount: Money

  public var year: FinancialYear { FinancialYear(of: from) }
}

extension VariedAgreement {
  /// What a partner puts into a part, as first agreed and as varied from days up to one.
  ///
  /// A variation that leaves the amount as it was does not change it, and is left out.
  public func changes(
    of partner: PartnerReference, in part: AgreedContribution.Part, through day: Day
  ) -> [ContributionChange] {
    func amount(_ pool: AgreedPool) -> Money {
      pool.agreement.contributions(to: part).filter { $0.partner == partner }.map(\.amount).total()
    }
    var changes = [ContributionChange(from: period.lowerBound, amount: amount(first))]
    for one in varied where one.variation.from <= day {
      let amount = amount(one.pool)
      if amount != changes.last?.amount {
        changes.append(ContributionChange(from: one.variation.from, amount: amount))
      }
    }
    return changes
  }

  /// What a partner puts into a part in a year, as known on a day.
  ///
  /// - Returns: none where the agreement gives no amount for that year itself.
  public func contribution(
    of partner: PartnerReference, to part: AgreedContribution.Part, in year: FinancialYear,
    on day: Day
  ) -> Money? {
    changes(of: partner, in: part, through: day).last { $0.year == year }?.amount
  }
}

/// A sum that is to be paid by a day.
public struct AgreedInstalment: Hashable, Sendable {
  public let due: Day
  public let amount: Money

  public init(_ amount: Money, due: Day) {
    self.due = due
    self.amount = amount
  }
}

extension [AgreedInstalment] {
  /// One partner's instalments of one year, when the year's sum is varied from a day.
  ///
  /// What was due before that day stays. The others bear the rest by what each of them was, to the
  /// penny. Where none is left, or more was due than the year's new sum, the rest is one sum on the
  /// day itself: to be paid in, or, negative, to be paid back. They always add to the new sum.
  public func varied(to sum: Money, from day: Day) -> [AgreedInstalment] {
    let ordered = sorted { $0.due < $1.due }
    let before = ordered.filter { $0.due < day }
    let after = ordered.filter { $0.due >= day }
    let rest = sum - before.map(\.amount).total()
    if rest == .zero { return before }
    if rest < .zero || after.isEmpty { return before + [AgreedInstalment(rest, due: day)] }
    let parts = rest.shared(in: after.map(\.amount.pence))
    return before
      + zip(after, parts).map { AgreedInstalment($1, due: $0.due) }.filter { $0.amount > .zero }
  }
}
