public import Bookkeeping
public import Funding

extension Outcome: LedgerValue {}

extension Decision: Noted {
  public static let kind = FactKind.decisionRecorded

  /// The decision as a fact of the chain.
  public func fact(from origin: Origin) -> Fact {
    var details = [
      Detail("outcome", outcome), Detail("finding", finding), Detail("assessed", assessed.on),
      Detail("record", assessed.record), Detail("by", by.name),
      Detail("instead", forFamily.instead), Detail("review-by", forFamily.reviewBy),
    ]
    func keep(_ name: String, _ value: (some LedgerValue)?) {
      if let value { details.append(Detail(name, value)) }
    }
    keep("difference", difference)
    keep("panel", by.panel)
    keep("looks-again", forFamily.looksAgain)
    keep("view", forFamily.view)
    keep("view-asked", forFamily.viewAsked)
    for reason in reasons { keep("reason-" + reason.test.rawValue, reason.text) }
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
      let by = fact.source.text("by"), let instead = fact.source.text("instead"),
      let reviewBy = details.day("review-by")
    else { return nil }
    self.reference = reference
    self.outcome = outcome
    self.finding = finding
    assessed = Assessed(on: on, record: record)
    difference = fact.source.text("difference")
    self.by = Decider(by, panel: details.day("panel"))
    reasons = DecisionTest.allCases.compactMap { test in
      fact.source.text("reason-" + test.rawValue).map { Reason(test, $0) }
    }
    forFamily = FamilyPart(
      instead: instead, reviewBy: reviewBy, looksAgain: details.day("looks-again"),
      view: fact.source.text("view"), viewAsked: details.day("view-asked"))
    guard details.isSound else { return nil }
  }
}
