public import Bookkeeping

extension DeficitOutlook {
  /// Why a deficit cannot be projected.
  public enum Refusal: Error, Hashable, Sendable {
    case noYears
    case yearMissing(after: FinancialYear)
    case yearNegative(FinancialYear, Money)
    /// The transfer or its base is nil or negative, or the transfer is more than its base.
    case transferOutOfRange(FinancialYear, base: Money, amount: Money)
    case transferOutsideYears(FinancialYear)
    case transferTwice(FinancialYear)
    /// The eligible deficit is above the one brought forward, or negative.
    case grantBeyondDeficit(eligible: Money, broughtForward: Money)
    /// The years do not begin where the grant measures the deficit.
    case grantOutsideYears(first: FinancialYear)
  }

  var refusal: Refusal? {
    guard let first = years.first else { return .noYears }
    for (one, next) in zip(years, years.dropFirst()) where next.year != one.year.next {
      return .yearMissing(after: one.year)
    }
    for one in years {
      if one.funding < .zero { return .yearNegative(one.year, one.funding) }
      if one.cost < .zero { return .yearNegative(one.year, one.cost) }
    }
    for (index, one) in transfers.enumerated() {
      if !years.contains(where: { $0.year == one.year }) { return .transferOutsideYears(one.year) }
      if transfers[..<index].contains(where: { $0.year == one.year }) {
        return .transferTwice(one.year)
      }
    }
    guard let grant else { return nil }
    if first.year != StabilityGrant.year { return .grantOutsideYears(first: first.year) }
    return grant.eligible < .zero || grant.eligible > max(broughtForward, .zero)
      ? .grantBeyondDeficit(eligible: grant.eligible, broughtForward: broughtForward) : nil
  }
}

extension DeficitOutlook.Refusal {
  /// The refusal as a person should read it.
  public func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .noYears: .years("no year is given", at: place)
    case .yearMissing(let after): .years("there is no year next after \(after)", at: place)
    case .yearNegative(let year, let amount):
      .years("\(year) has funding or a cost of \(amount)", at: place)
    case .transferOutOfRange(let year, let base, let amount):
      .transfer("the transfer of \(year) is \(amount) of a base of \(base)", at: place)
    case .transferOutsideYears(let year):
      .transfer("the transfer of \(year) is outside the years", at: place)
    case .transferTwice(let year): .transfer("\(year) has two transfers", at: place)
    case .grantBeyondDeficit(let eligible, let brought):
      .grant("\(eligible) is said to be eligible, of \(brought) brought forward", at: place)
    case .grantOutsideYears(let first):
      .grant("the years begin with \(first)", at: place)
    }
  }
}

extension Diagnostic {
  fileprivate static func years(_ problem: String, at place: Place?) -> Diagnostic {
    .error(
      "deficit-years-not-whole", problem, at: place,
      why: "a deficit is carried from each year into the next, so none can be left out",
      next: "give the funding and the cost of every year from the first to the last")
  }

  fileprivate static func transfer(_ problem: String, at place: Place?) -> Diagnostic {
    .error(
      "transfer-not-usable", problem, at: place,
      why: "a transfer out of the schools block is for one year, and its share is of a stored base",
      next: "give one transfer a year, positive and up to its base")
  }

  fileprivate static func grant(_ problem: String, at place: Place?) -> Diagnostic {
    .error(
      "grant-not-usable", problem, at: place,
      why: "the stability grant meets a share of the eligible deficit at 31 March 2026, which is "
        + "brought forward into 2026-27",
      next: "begin with 2026-27, and give the eligible part of what is brought forward")
  }
}
