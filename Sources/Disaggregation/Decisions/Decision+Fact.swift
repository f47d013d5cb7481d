public import Bookkeeping
public import Funding

extension Decision {
  /// The decision as a fact of the chain.
  public func fact(from origin: Origin) -> Fact {
    var details = [
      Detail("outcome", outcome.description), Detail("finding", finding.description),
      Detail("assessed", assessed.on.description), Detail("record", "\(assessed.record)"),
      Detail("by", by.name), Detail("instead", forFamily.instead),
      Detail("review-by", forFamily.reviewBy.description),
    ]
    func keep(_ name: String, _ value: String?) {
      if let value { details.append(Detail(name, value)) }
    }
    keep("difference", difference)
    keep("panel", by.panel?.description)
    keep("looks-again", forFamily.looksAgain?.description)
    keep("view", forFamily.view)
    keep("view-asked", forFamily.viewAsked?.description)
    for reason in reasons { keep("reason-" + reason.test.rawValue, reason.words) }
    return Fact(
      .decisionRecorded, of: reference.code, on: assessed.on, Source(origin, details: details))
  }

  /// Reads a decision back from the chain.
  public init?(_ fact: Fact) {
    func day(_ name: String) -> Day? { fact.source[name].flatMap { Day($0) } }
    guard fact.kind == .decisionRecorded, let reference = DecisionReference(fact.subject),
      let outcome = fact.source["outcome"].flatMap({ Outcome($0) }),
      let finding = fact.source["finding"].flatMap({ Outcome($0) }),
      let on = day("assessed"), let record = fact.source["record"].flatMap({ Int($0) }),
      let by = fact.source["by"], let instead = fact.source["instead"],
      let reviewBy = day("review-by")
    else { return nil }
    self.reference = reference
    self.outcome = outcome
    self.finding = finding
    assessed = Assessed(on: on, record: record)
    difference = fact.source["difference"]
    self.by = Decider(by, panel: day("panel"))
    reasons = DecisionTest.allCases.compactMap { test in
      fact.source["reason-" + test.rawValue].map { Reason(test, $0) }
    }
    forFamily = FamilyPart(
      instead: instead, reviewBy: reviewBy, looksAgain: day("looks-again"),
      view: fact.source["view"], viewAsked: day("view-asked"))
  }
}
