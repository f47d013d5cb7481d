public import Bookkeeping

extension Assumption {
  /// Why an assumption, or a table of them, cannot stand as it is given.
  public enum Refusal: Error, Hashable, Sendable {
    case noSource(AssumptionReference)
    case noSourceDay(AssumptionReference)
    case noOwnerOrText(AssumptionReference)
    /// The low value is above the central one, or that above the high one.
    case outOfOrder(AssumptionReference)
    /// The values are of a kind that the use cannot take.
    case unsuited(AssumptionReference, Use)
    case noAssumptions
    case namedTwice(AssumptionReference)
    case usedTwice(AssumptionReference, AssumptionReference, Use)
    /// The first year's cost is said to change in a later year.
    case firstYearLater(AssumptionReference)
    /// A rate changes in a year that leaves it, or the one before it, no year of the projection.
    case changeOutOfReach(AssumptionReference, FinancialYear)
    /// A figure of the projection that no row is for.
    case missing(Driver)
    /// A switch of the deficit by year that no row is for.
    case missingSwitch(DeficitSwitch)
  }
}

extension Assumption.Refusal {
  /// The refusal as a person should read it.
  public func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .noSource(let reference):
      .unsourced(
        "assumption \(reference) has no source", at: place,
        next: "say where the values come from, or take the assumption out")
    case .noSourceDay(let reference):
      .unsourced(
        "the source of assumption \(reference) has no day", at: place,
        next: "give the day on which it was published or counted")
    case .noOwnerOrText(let reference):
      .unsourced(
        "assumption \(reference) has no text or no owner", at: place,
        next: "say what is supposed, and which team answers for it")
    case .outOfOrder(let reference):
      .unusable(
        "the values of assumption \(reference) are out of order", at: place,
        next: "give the low, the central and the high value, none below the one before")
    case .unsuited(let reference, let use):
      .unusable(
        "assumption \(reference) is for \(use.name), and its values are of another kind",
        at: place, next: "give rates for a figure of the projection, and a policy for a switch")
    case .namedTwice(let reference):
      .unusable(
        "two assumptions are called \(reference)", at: place,
        next: "give each a reference of its own")
    case .usedTwice(let one, let other, let use):
      .unusable(
        "\(one) and \(other) are both for \(use.name)", at: place, next: "keep one of the two")
    case .firstYearLater(let reference):
      .unusable(
        "\(reference) is for the first year’s cost, from a later year on", at: place,
        next: "leave out the year, or name the figure that changes in it")
    case .changeOutOfReach(let reference, let year):
      .unusable(
        "\(reference) changes a rate from \(year) on", at: place,
        next: "name a year from the third to the last: the first rate needs a year of its own")
    case .noAssumptions:
      .lacking("there are no assumptions", at: place)
    case .missing(let driver):
      .lacking("no assumption is for \(driver.name)", at: place)
    case .missingSwitch(let matter):
      .lacking("no assumption is for \(matter.name)", at: place)
    }
  }
}

extension Diagnostic {
  fileprivate static func unsourced(
    _ problem: String, at place: Place?, next: Remedy
  ) -> Diagnostic {
    .error(
      "assumption-without-source", problem, at: place,
      why: "what nobody can check is not put before people who decide", next: next)
  }

  fileprivate static func unusable(_ problem: String, at place: Place?, next: Remedy) -> Diagnostic
  {
    .error(
      "assumption-not-usable", problem, at: place,
      why: "every figure that is moved has one row, from a low value to a high one", next: next)
  }

  fileprivate static func lacking(_ problem: String, at place: Place?) -> Diagnostic {
    .error(
      "assumption-missing", problem, at: place,
      why: "a figure that nobody has supposed is never filled in",
      next: "add it to the table of assumptions, with its source")
  }
}
