public import Bookkeeping
public import Funding

extension Decision: Noted {
  public static let kind = FactKind.decisionRecorded

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
    let details = DetailReader(fact)
    guard fact.kind == Self.kind, let reference = DecisionReference(fact.subject),
      let outcome = details.read("outcome", { Outcome($0) }),
      let finding = details.read("finding", { Outcome($0) }), let on = details.day("assessed"),
      let record = details.read("record", as: Int.self),
      let by = fact.source["by"], let instead = fact.source["instead"],
      let reviewBy = details.day("review-by")
    else { return nil }
    self.reference = reference
    self.outcome = outcome
    self.finding = finding
    assessed = Assessed(on: on, record: record)
    difference = fact.source["difference"]
    self.by = Decider(by, panel: details.day("panel"))
    reasons = DecisionTest.allCases.compactMap { test in
      fact.source["reason-" + test.rawValue].map { Reason(test, $0) }
    }
    forFamily = FamilyPart(
      instead: instead, reviewBy: reviewBy, looksAgain: details.day("looks-again"),
      view: fact.source["view"], viewAsked: details.day("view-asked"))
    guard details.isSound else { return nil }
  }
}
