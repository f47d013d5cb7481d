import Bookkeeping
import Funding
import Modelling

/// The results of a pool's years under its agreement, from its first to that of a day, each divided
/// with what the years before have left in the reserve.
struct PoolYears {
  private(set) var reserve = ReserveRoll()
  /// The result of the last of the years; none where the agreement shares nothing.
  private(set) var divided: DividedPool?
  /// The last year that was looked at.
  let year: FinancialYear

  private let book: PoolBook
  /// A result of the last year's general part that somebody supposes in place of the ledger's.
  private let supposed: Money?
  private let instalments: [PoolInstalment]

  init(
    _ book: PoolBook, under agreed: VariedAgreement, supposing supposed: Money? = nil
  ) throws(RiskShare.Refusal) {
    self.book = book
    self.supposed = supposed
    instalments = book.instalments(under: agreed)
    guard agreed.first.agreement.form == .pooled else {
      year = FinancialYear(of: book.day)
      return
    }
    var year = FinancialYear(of: agreed.period.lowerBound)
    // After its last day an agreement shares nothing more: what is told is its last year.
    let last = FinancialYear(of: min(book.day, agreed.period.upperBound))
    self.year = last
    while year <= last {
      // An ended year is divided by the terms that held at its end.
      let terms = agreed.terms(on: min(year.last, book.day))
      let held = reserve.open(year, under: terms.reserve)
      divided = try result(of: year, under: terms, reserve: held)
      if let general = divided?.general { reserve.close(general) }
      year = year.next
    }
  }

  private func result(
    of year: FinancialYear, under terms: AgreedPool, reserve: Money
  ) throws(RiskShare.Refusal) -> DividedPool? {
    let agreement = terms.agreement
    let general = Fund.poolGeneral(agreement.reference)
    let restricted = Fund.poolEducation(agreement.reference)
    func result(_ part: Fund) -> Money {
      book.sum(part) { $0.isSpent && year.days.contains($0.day) }
        - instalments.agreed(part, in: year)
    }
    let contributions = agreement.contributions(to: .general).map { one in
      PartnerContribution(one.partner, instalments.agreed(general, of: one.partner, in: year))
    }.filter { $0.amount > .zero }
    let holdsGrant = !agreement.contributions(to: .restricted).isEmpty
    guard !contributions.isEmpty else { return nil }
    let isLast = year == self.year
    let variance = isLast ? supposed ?? result(general) : result(general)
    let spent = book.movements(of: general).filter { year.days.contains($0.day) }
    let tagged = TaggedSpend(spent, by: terms.lineage?.rule, contributions)?
      .tagged(variance, under: agreement.terms.riskShare)
    return try agreement.divided(
      variance, restricted: holdsGrant ? result(restricted) : .zero,
      contributions: contributions, reserve: reserve, tagged: tagged ?? [:])
  }
}
