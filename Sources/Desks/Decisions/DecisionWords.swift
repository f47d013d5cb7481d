package import Bookkeeping
package import Disaggregation
import Importing

/// What a person wrote down of a decision, as read from a file.
///
/// It is a file and not a command line, because it may hold a family's own words.
package struct DecisionWords {
  package let outcome: Outcome
  package let by: String
  package let panel: Day?
  package let reasons: [DecisionTest: String]
  package let instead: String
  package let because: String?
  package let looksAgain: Day?
  package let view: String?
  package let viewAsked: Day?

  private static let names: WrittenNames = [
    "outcome", "by", "panel", "others", "efficient", "recipient", "consent", "instead", "because",
    "looks again", "view", "view asked",
  ]

  package init(_ file: GivenFile) throws(DeskFailure) {
    let written = try WrittenFile(
      at: file.path, named: file.lastName, as: .decision,
      missing: (
        "there is no such file of words", "name the file in which the decision is written"
      ))
    self = try DeskFailure.reading { () throws(WrittenFaults) in
      try written.read(DecisionWords.names) { DecisionWords($0) }
    }
  }

  private init?(_ root: WrittenPart) {
    func day(_ name: String) -> Day? { root.isSaid(name) ? root.day(name) : nil }
    func words(_ name: String) -> String? {
      root.isSaid(name) ? root.words(name, as: "one text") : nil
    }
    let outcome = root.value(
      "outcome", as: "one of: \(DecisionWords.outcomes); DEFER with its day"
    ) { Outcome($0) }
    let by = root.words("by", as: "the name and the post of whoever decides")
    (panel, looksAgain, viewAsked) = (day("panel"), day("looks again"), day("view asked"))
    reasons = [
      DecisionTest.others: words("others"), .efficient: words("efficient"),
      .recipient: words("recipient"), .consent: words("consent"),
    ].compactMapValues(\.self)
    (instead, because, view) = (words("instead") ?? "", words("because"), words("view"))
    guard let outcome, let by else { return nil }
    self.outcome = outcome
    self.by = by
  }

  private static let outcomes = [
    Outcome.disaggregate, .part, .organisedArrangement, .refuseAdverse, .refuseInefficient,
    .refuseBoth, .otherRegime, .never, .insufficientEvidence,
  ].map(\.code).joined(separator: ", ")
}
