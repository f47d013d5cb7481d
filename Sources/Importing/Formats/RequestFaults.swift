import Bookkeeping
import Funding

extension BudgetRequest.Refusal {
  /// The refusal as a person should read it.
  func diagnostic(at place: Place) -> Diagnostic {
    switch self {
    case .unitsNotPositive:
      Diagnostic(
        .error, "units-not-positive", at: place, problem: "the request is about no units",
        next: "give the units that the child uses, of a full year or of what is left of one")
    case .overheadsNegative(let overheads):
      Diagnostic(
        .error, "overheads-negative", at: place, problem: "the overheads are \(overheads)",
        why: "they are what a direct payment costs besides its price",
        next: "give a sum that is not negative, or leave the cell empty")
    case .replacesItself(let line):
      Diagnostic(
        .error, "request-replaces-itself", at: place,
        problem: "\(line) would give up its place and take it",
        next: "name the line of another child who waits, or leave the cell empty")
    case .anotherChild(let line):
      Diagnostic(
        .error, "line-of-another-child", at: place,
        problem: "the direct payment would be \(line), which is another child’s line",
        next: "name a line of the child who asks, or leave the cell empty")
    case .startsBeforeAsked(let starts, let asked):
      Diagnostic(
        .error, "request-starts-before-asked", at: place,
        problem: "money is asked for from \(starts), and was asked for on \(asked)",
        next: "correct one of the two days, or leave the start empty")
    }
  }
}

extension Evidence.Refusal {
  /// The refusal as a person should read it.
  func diagnostic(at place: Place) -> Diagnostic {
    switch self {
    case .findsOtherwise(let kind, let form):
      Diagnostic(
        .error, "finding-of-another-form", at: place,
        problem: "evidence of “\(kind.rawValue)” finds something else than \(form)",
        next: "write \(form)")
    case .priceNilOrNegative(let price):
      Diagnostic.priceNilOrNegative(price, at: place)
    case .aboutAnother(let kind):
      Diagnostic(
        .error, "evidence-of-request-only", at: place,
        problem: "“\(kind.rawValue)” is said of a contract",
        why: "it differs from one child to another",
        next: "say of which request it was found, by its reference")
    }
  }
}
