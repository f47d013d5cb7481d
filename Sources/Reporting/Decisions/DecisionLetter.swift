public import Bookkeeping
public import Disaggregation
public import Funding

/// The letter that tells a family what was decided, why, what would change it, and what they can do.
///
/// There is no letter of a refusal without its reasons, without what is done instead, or without a
/// day until which it can be looked at again.
public struct DecisionLetter: Sendable {
  let papers: DecisionPapers
  let decision: Decision
  let figures: DecisionFigures
  let voice: LetterVoice

  /// Why there can be no letter.
  public enum Refusal: Error, Hashable, Sendable {
    case notDecided
    case anotherRequest(decided: DecisionReference, assessed: DecisionReference)
    /// The papers are of another day or come to something else than what was decided on.
    case anotherAssessment(decidedOn: Day, finding: Outcome)
    case reasonMissing(DecisionTest)
    case nothingInstead
    case reviewDayMissing(Day)
    /// A sum is agreed, and nobody knows how much.
    case sumNotKnown(Outcome)
  }

  public init(_ papers: DecisionPapers) throws(Refusal) {
    guard let decision = papers.decision else { throw .notDecided }
    let assessment = papers.assessment
    let reference = assessment.given.request.reference
    guard decision.reference == reference else {
      throw .anotherRequest(decided: decision.reference, assessed: reference)
    }
    guard decision.assessed.on == assessment.given.day, decision.finding == assessment.outcome
    else { throw .anotherAssessment(decidedOn: decision.assessed.on, finding: decision.finding) }
    for test in decision.outcome.tests(of: assessment) {
      guard decision.reasons.contains(where: { $0.test == test && $0.text.saysSomething }) else {
        throw .reasonMissing(test)
      }
    }
    if decision.outcome.isNegative, !decision.forFamily.instead.saysSomething {
      throw .nothingInstead
    }
    guard decision.forFamily.reviewBy > decision.assessed.on else {
      throw .reviewDayMissing(decision.forFamily.reviewBy)
    }
    if decision.outcome.paysCash, assessment.effect == nil { throw .sumNotKnown(decision.outcome) }
    self.papers = papers
    self.decision = decision
    figures = DecisionFigures(assessment)
    voice = LetterVoice(papers.names)
  }

  var assessment: Assessment { papers.assessment }
  var names: DecisionPapers.Names { papers.names }
  var contract: Contract { assessment.given.contract }
  var request: BudgetRequest { assessment.given.request }
  var unit: Rate.Unit { contract.volume.unit }

  public var report: Report {
    Report(
      schema: "sendledger/decision-letter@1",
      title: "Our decision about \(voice.whose) \(names.purpose) money",
      blocks: [head] + whatYouAsked + (names.isYoungPerson ? yourView : []) + whatWeDecided + why
        + whatHappensNext + whatWouldChange + whatWeCanDo + ifYouDoNotAgree + whoDecided
        + (names.isYoungPerson ? [] : yourView))
  }

  private var head: Report.Block {
    .facts([
      Report.Fact("From", .text(names.authority)),
      Report.Fact("Date", .text(spoken(decision.assessed.on))),
      Report.Fact("Ref", .text(decision.reference.code)),
    ])
  }

  private var whatYouAsked: [Report.Block] {
    let asked =
      switch request.asks {
      case .cash: "You asked us for money in place of \(voice.whose) \(names.purpose)."
      case .statement:
        "You asked us to show \(voice.whose) \(names.purpose) as a sum of money."
      }
    let day = spoken(request.asked)
    let when =
      switch request.window {
      case .draft: "You asked on \(day), while \(voice.whose) plan was being written."
      case .review: "You asked on \(day), at the review of \(voice.whose) plan."
      case .reassessment:
        "You asked on \(day), while \(voice.who) \(voice.verb("was", you: "were")) being assessed again."
      case .none: "You asked on \(day)."
      }
    return [
      .heading("What you asked"),
      .paragraph("\(asked) \(when) We decided on \(spoken(decision.assessed.on))."),
    ]
  }
}

extension Outcome {
  /// Whether a sum is paid to somebody.
  var paysCash: Bool {
    switch self {
    case .disaggregate, .part: true
    case .deferred, .organisedArrangement, .refuseAdverse, .refuseInefficient, .refuseBoth,
      .otherRegime, .never, .insufficientEvidence:
      false
    }
  }
}

extension DecisionLetter.Refusal {
  /// What is wrong, as a message says it.
  public var problem: String {
    switch self {
    case .notDecided: "nobody has decided yet"
    case .anotherRequest(let decided, let assessed):
      "the decision is on \(decided), and the papers are of \(assessed)"
    case .anotherAssessment(let day, let finding):
      "the decision was made on the finding \(finding) of \(day), and the papers say otherwise"
    case .reasonMissing(let test): "no reason is recorded to “\(test.question)”"
    case .nothingInstead: "nothing is recorded of what is done instead"
    case .reviewDayMissing(let day):
      "\(day) leaves no day on which the family could ask for it to be looked at again"
    case .sumNotKnown(let outcome): "\(outcome) pays a sum that nobody knows"
    }
  }

  /// What to do about it.
  public var next: String {
    switch self {
    case .notDecided: "record the decision, and have a second person approve it"
    case .anotherRequest: "ask for the letter of the request that was decided"
    case .anotherAssessment: "assess it again, and decide on what is found now"
    case .reasonMissing, .nothingInstead, .reviewDayMissing:
      "record the decision again with what is missing"
    case .sumNotKnown: "import what is missing, and assess it again"
    }
  }
}
