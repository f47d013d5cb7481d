import Bookkeeping
import Disaggregation

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
