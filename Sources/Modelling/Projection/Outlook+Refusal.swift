public import Bookkeeping
public import Funding

extension Outlook {
  /// Why an outlook cannot be projected.
  public enum Refusal: Error, Hashable, Sendable {
    /// A price that is nil or negative.
    case priceNotPositive(Money)
    case unitsNotPositive(Fraction)
    case rateOutOfRange(Driver, Percentage)
    case noContributions
    case partnerWithoutContribution(PartnerReference, Money)
    case partnerTwice(PartnerReference)
    case tooManyYears(Int)
    /// The cost of that year, or what is put in for it, comes to a trillion pounds.
    case outgrown(FinancialYear)
    case assumption(Assumption.Refusal)
  }

  var refusal: Refusal? {
    if cost.price <= .zero { return .priceNotPositive(cost.price) }
    if cost.units <= .zero { return .unitsNotPositive(cost.units) }
    let rates: [(Driver, [Percentage])] = [
      (.demandGrowth, demand.rates), (.priceGrowth, price.rates),
      (.contributionUplift, uplift.rates), (.firstYearCost, [costMoved]),
    ]
    for (driver, values) in rates {
      if let rate = values.first(where: { !Outlook.rates.contains($0) }) {
        return .rateOutOfRange(driver, rate)
      }
    }
    let count = years.upperBound.start - years.lowerBound.start + 1
    if count > Outlook.mostYears { return .tooManyYears(count) }
    return contributions.refusal ?? outgrown.map { .outgrown($0) }
  }

  /// The first year whose cost, or all that is put in for it, is not an amount that is kept.
  ///
  /// It is looked for in 128 bits and not rounded, so that nothing overflows on the way.
  fileprivate var outgrown: FinancialYear? {
    let most = Int128(Outlook.mostInYear.pence)
    let units = (Int128(cost.units.numerator), Int128(cost.units.denominator))
    var cost = Int128(cost.price.pence) * units.0 / units.1
    var put = contributions.reduce(Int128(0)) { $0 + Int128($1.amount.pence) }
    guard cost < most else { return years.lowerBound }
    cost = costMoved.grown(cost)
    for year in everyYear {
      if year > years.lowerBound {
        cost = price.rate(into: year).grown(demand.rate(into: year).grown(cost))
        put = uplift.rate(into: year).grown(put)
      }
      guard cost < most, put < most else { return year }
    }
    return nil
  }
}

extension Percentage {
  fileprivate func grown(_ amount: Int128) -> Int128 {
    amount * Int128(100_000 + thousandths) / 100_000
  }
}

extension [PartnerContribution] {
  /// Why they cannot be the contributions of a pool.
  fileprivate var refusal: Outlook.Refusal? {
    if isEmpty { return .noContributions }
    for (index, one) in enumerated() {
      if one.amount <= .zero { return .partnerWithoutContribution(one.partner, one.amount) }
      if self[..<index].contains(where: { $0.partner == one.partner }) {
        return .partnerTwice(one.partner)
      }
    }
    return nil
  }
}

extension Outlook.Refusal {
  /// The refusal as a person should read it.
  public func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .priceNotPositive(let price):
      .priceNotPositive("the price is \(price)", at: place)
    case .unitsNotPositive(let units):
      .priceNotPositive("the number of units is \(units)", at: place)
    case .rateOutOfRange(let driver, let rate):
      .error(
        "rate-out-of-range", "\(driver.name) is \(rate)", at: place,
        why: "a rate is from \(Outlook.rates.lowerBound) to \(Outlook.rates.upperBound) a year, "
          + "and beyond that the point is likely to stand in the wrong place",
        next: "give the rate in per cent: 3.5 is three and a half in a hundred")
    case .tooManyYears(let count):
      .error(
        "years-too-many", "\(count) years are asked for", at: place,
        why: "no rate is known so far ahead; \(Outlook.mostYears) years are the most",
        next: "name an earlier last year")
    case .outgrown(let year):
      .error(
        "projection-outgrown",
        "the cost of \(year), or what is put in for it, comes to a trillion pounds", at: place,
        why: "no pool holds so much, and a sum of such years is not kept to the penny",
        next: "give lower rates, an earlier last year or a smaller first year")
    case .noContributions:
      .withoutContribution("nobody puts anything in", at: place)
    case .partnerWithoutContribution(let partner, let amount):
      .withoutContribution("the contribution of \(partner) is \(amount)", at: place)
    case .partnerTwice(let partner):
      .namedTwice(partner, at: place)
    case .assumption(let refusal): refusal.diagnostic(at: place)
    }
  }
}

extension Diagnostic {
  fileprivate static func priceNotPositive(_ problem: String, at place: Place?) -> Diagnostic {
    .error(
      "price-not-positive", problem, at: place,
      why: "help costs something; a saving is a lever of a scenario, and not a negative price",
      next: "give what the first year costs")
  }

  /// Said of whoever is to share in a pool and has put nothing in.
  static func withoutContribution(_ problem: String, at place: Place?) -> Diagnostic {
    .error(
      "partner-without-contribution", problem, at: place,
      why: "a pooled fund is made up of its partners' contributions (SI 2000/617, regulation 7)",
      next: "give what each partner puts in, or leave out the one who puts in nothing")
  }

  static func namedTwice(_ partner: PartnerReference, at place: Place?) -> Diagnostic {
    .error(
      "partner-named-twice", "\(partner) is named twice", at: place,
      next: "put what it gives or bears in one place")
  }
}
