import Bookkeeping
import Funding

extension BudgetRequest.Refusal: RowRefusal {
  /// The refusal as a person should read it.
  func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .unitsNotPositive:
      .error(
        "units-not-positive", "the request is about no units", at: place,
        next: "give the units that the child uses, of a full year or of what is left of one")
    case .overheadsNegative(let overheads):
      .error(
        "overheads-negative", "the overheads are \(overheads)", at: place,
        why: "they are what a direct payment costs besides its price",
        next: "give a sum that is not negative, or leave the cell empty")
    case .replacesItself(let line):
      .error(
        "request-replaces-itself", "\(line) would give up its place and take it", at: place,
        next: "name the line of another child who waits, or leave the cell empty")
    case .anotherChild(let line):
      .error(
        "line-of-another-child",
        "the direct payment would be \(line), which is another child’s line", at: place,
        next: "name a line of the child who asks, or leave the cell empty")
    case .startsBeforeAsked(let starts, let asked):
      .error(
        "request-starts-before-asked",
        "money is asked for from \(starts), and was asked for on \(asked)", at: place,
        next: "correct one of the two days, or leave the start empty")
    }
  }
}

extension Evidence.Refusal: RowRefusal {
  /// The refusal as a person should read it.
  func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .findsOtherwise(let kind, let form):
      .error(
        "finding-of-another-form",
        "evidence of “\(kind.rawValue)” finds something else than \(form)", at: place,
        next: "write \(form)")
    case .priceNilOrNegative(let price):
      Diagnostic.priceNilOrNegative(price, at: place)
    case .aboutAnother(let kind):
      .error(
        "evidence-of-request-only", "“\(kind.rawValue)” is said of a contract", at: place,
        why: "it differs from one child to another",
        next: "say of which request it was found, by its reference")
    }
  }
}
