import Bookkeeping
import Funding

extension Contract.Refusal {
  /// The refusal as a person should read it.
  func diagnostic(at place: Place) -> Diagnostic {
    switch self {
    case .sumNotPositive(let sum): sumNotPositive(sum, place)
    case .capacityNotPositive: capacityNotPositive(place)
    case .usedBeyondCapacity(let used, let capacity): usedBeyond(used, capacity, place)
    case .namedTwice(let line): namedTwice(line, place)
    case .stepsDoNotCover(let units, let capacity): stepsDoNotCover(units, capacity, place)
    case .stepsBeyondSum(let saving, let sum): stepsBeyond(saving, sum, place)
    case .stepNotPositive: stepNotPositive(place)
    case .bandBeyondCapacity(let band, let capacity): bandBeyond(band, capacity, place)
    case .minimumBeyondCapacity(let minimum, let capacity): minimumBeyond(minimum, capacity, place)
    case .exitsBeyondCapacity(let exits, let capacity): exitsBeyond(exits, capacity, place)
    case .datesOutOfOrder(let one, let next): outOfOrder(one, next, place)
    case .priceNilOrNegative(let price): Diagnostic.priceNilOrNegative(price, at: place)
    case .placeNamesChildren: placeNamesChildren(place)
    case .forbidden(let objection): objection.diagnostic(at: place)
    }
  }
}

extension Diagnostic {
  /// A price of a unit that is nil or negative, in a contract or in a quote.
  static func priceNilOrNegative(_ price: Money, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "price-nil-or-negative", at: place, problem: "the price of a unit is \(price)",
      why: "nobody provides help for nothing, so it is a price that is not known",
      next: "find out the price; until then leave it out")
  }
}

// MARK: What is paid

extension Contract.Refusal {
  private func sumNotPositive(_ sum: Money, _ place: Place) -> Diagnostic {
    Diagnostic(
      .error, "amount-not-positive", at: place, problem: "the sum of the contract is \(sum)",
      next: "give the sum of a full year; leave the cell empty where the papers give none")
  }

  private func stepsDoNotCover(
    _ units: Fraction, _ capacity: Fraction, _ place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "steps-do-not-cover", at: place,
      problem: "the steps are of \(units) units together, and the contract holds \(capacity)",
      why: "what lies beyond the last step could never be given up",
      next: "correct the units or the number of the steps, or leave the number out")
  }

  private func stepsBeyond(_ saving: Money, _ sum: Money, _ place: Place) -> Diagnostic {
    Diagnostic(
      .error, "steps-beyond-sum", at: place,
      problem: "the steps together would save \(saving), and the sum is \(sum)",
      why: "no more can be saved than is paid",
      next: "correct the saving, the number of the steps or the sum")
  }

  private func stepNotPositive(_ place: Place) -> Diagnostic {
    Diagnostic(
      .error, "step-not-positive", at: place,
      problem: "a step is of no units or saves nothing, or there are none of them",
      next: "give its units and its saving, or leave all of it out")
  }
}

// MARK: How much there is

extension Contract.Refusal {
  private func capacityNotPositive(_ place: Place) -> Diagnostic {
    Diagnostic(
      .error, "capacity-not-positive", at: place, problem: "the contract holds no units",
      next: "give the units of a full year; leave the cell empty where the papers give none")
  }

  private func usedBeyond(_ used: Fraction, _ capacity: Fraction, _ place: Place) -> Diagnostic {
    Diagnostic(
      .error, "contract-used-beyond-capacity", at: place,
      problem: "the children named and the exits use \(used) units, and there are \(capacity)",
      why: "their shares of the sum would be more than the sum",
      next: "correct what they use, or the capacity")
  }

  private func bandBeyond(_ band: Fraction, _ capacity: Fraction, _ place: Place) -> Diagnostic {
    Diagnostic(
      .error, "band-beyond-capacity", at: place,
      problem: "the volume band is \(band) units, and the contract holds \(capacity)",
      next: "correct the band: 5% of the capacity, or a number of units")
  }

  private func minimumBeyond(
    _ minimum: Fraction, _ capacity: Fraction, _ place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "minimum-beyond-capacity", at: place,
      problem: "the minimum is \(minimum) units, and the contract holds \(capacity)",
      next: "correct the minimum volume, or the capacity")
  }

  private func exitsBeyond(_ exits: Fraction, _ capacity: Fraction, _ place: Place) -> Diagnostic {
    Diagnostic(
      .error, "exits-beyond-capacity", at: place,
      problem: "\(exits) units were given up before, and the contract holds \(capacity)",
      next: "correct the exits, or the capacity")
  }

  private func namedTwice(_ line: PlanLineReference, _ place: Place) -> Diagnostic {
    Diagnostic(
      .error, "line-named-twice", at: place, problem: "plan line \(line) is named twice",
      why: "nobody could say which of the two numbers of units it uses",
      next: "name it once, with all of its units")
  }

  private func placeNamesChildren(_ place: Place) -> Diagnostic {
    Diagnostic(
      .error, "place-names-children", at: place,
      problem: "the money is for places, and children are named as served",
      why: "place funding belongs to no child, and is never divided",
      next: "leave the children out, or give another kind if it is no place funding")
  }

  private func outOfOrder(_ one: Named, _ next: Named, _ place: Place) -> Diagnostic {
    Diagnostic(
      .error, "dates-out-of-order", at: place,
      problem: "\(one.name) is \(one.day), and \(next.name) is \(next.day)",
      why: "a contract begins, may be broken, ends and is let anew, in that order",
      next: "correct one of the two days")
  }
}
