import Bookkeeping
import Funding

extension Contract.Refusal: RowRefusal {
  /// The refusal as a person should read it.
  func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .sumNotPositive(let sum):
      .error(
        "amount-not-positive", "the sum of the contract is \(sum)", at: place,
        next: "give the sum of a full year; leave the cell empty where the papers give none")
    case .capacityNotPositive:
      .error(
        "capacity-not-positive", "the contract holds no units", at: place,
        next: "give the units of a full year; leave the cell empty where the papers give none")
    case .usedBeyondCapacity(let used, let capacity):
      .error(
        "contract-used-beyond-capacity",
        "the children named and the exits use \(used) units, and there are \(capacity)", at: place,
        why: "their shares of the sum would be more than the sum",
        next: "correct what they use, or the capacity")
    case .namedTwice(let line):
      .error(
        "line-named-twice", "plan line \(line) is named twice", at: place,
        why: "nobody could say which of the two numbers of units it uses",
        next: "name it once, with all of its units")
    case .stepsDoNotCover(let units, let capacity):
      .error(
        "steps-do-not-cover",
        "the steps are of \(units) units together, and the contract holds \(capacity)", at: place,
        why: "what lies beyond the last step could never be given up",
        next: "correct the units or the number of the steps, or leave the number out")
    case .stepsBeyondSum(let saving, let sum):
      .error(
        "steps-beyond-sum", "the steps together would save \(saving), and the sum is \(sum)",
        at: place, why: "no more can be saved than is paid",
        next: "correct the saving, the number of the steps or the sum")
    case .stepNotPositive:
      .error(
        "step-not-positive", "a step is of no units or saves nothing, or there are none of them",
        at: place, next: "give its units and its saving, or leave all of it out")
    case .bandBeyondCapacity(let band, let capacity):
      .error(
        "band-beyond-capacity",
        "the volume band is \(band) units, and the contract holds \(capacity)", at: place,
        next: "correct the band: 5% of the capacity, or a number of units")
    case .minimumBeyondCapacity(let minimum, let capacity):
      .error(
        "minimum-beyond-capacity",
        "the minimum is \(minimum) units, and the contract holds \(capacity)", at: place,
        next: "correct the minimum volume, or the capacity")
    case .exitsBeyondCapacity(let exits, let capacity):
      .error(
        "exits-beyond-capacity",
        "\(exits) units were given up before, and the contract holds \(capacity)", at: place,
        next: "correct the exits, or the capacity")
    case .datesOutOfOrder(let one, let next):
      .error(
        "dates-out-of-order", "\(one.name) is \(one.day), and \(next.name) is \(next.day)",
        at: place,
        why: "a contract begins, may be broken, ends and is let anew, in that order",
        next: "correct one of the two days")
    case .priceNilOrNegative(let price): Diagnostic.priceNilOrNegative(price, at: place)
    case .placeNamesChildren:
      .error(
        "place-names-children", "the money is for places, and children are named as served",
        at: place, why: "place funding belongs to no child, and is never divided",
        next: "leave the children out, or give another kind if it is no place funding")
    case .forbidden(let objection): objection.diagnostic(at: place)
    }
  }
}

extension Diagnostic {
  /// A price of a unit that is nil or negative, in a contract or in a quote.
  static func priceNilOrNegative(_ price: Money, at place: Place?) -> Diagnostic {
    .error(
      "price-nil-or-negative", "the price of a unit is \(price)", at: place,
      why: "nobody provides help for nothing, so it is a price that is not known",
      next: "find out the price; until then leave it out")
  }
}
