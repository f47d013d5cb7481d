public import Bookkeeping

extension PlanLine.Refusal {
  /// The refusal as a person should read it.
  public func diagnostic(at place: Place? = nil) -> Diagnostic {
    switch self {
    case .endsBeforeItBegins(let from, let to):
      Diagnostic(
        .error, "line-ends-before-it-begins", at: place,
        problem: "the line would end on \(to) and begin on \(from)",
        next: "correct one of the two days")
    case .rateNotPositive(let rate):
      Diagnostic(
        .error, "amount-not-positive", at: place, problem: "the rate is \(rate)",
        next: "give a positive rate; to end a line, give its last day")
    case .sectionNotAllowed(let section, let fund):
      Diagnostic(
        .error, "section-not-allowed", at: place,
        problem: "\(fund.name) would pay for provision of section \(section.rawValue)",
        why: "a fund pays only for what its table allows",
        next: "name the fund that pays for that section")
    case .anotherChild(let reference):
      Diagnostic(
        .error, "line-of-another-child", at: place,
        problem: "the row's money is for another line than \(reference)",
        next: "correct the reference")
    case .forbidden(let objection):
      objection.diagnostic(at: place)
    }
  }
}
