package import Bookkeeping
package import Disaggregation
import Foundation
import Funding
import Yams

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

  /// The names under which the file says each thing.
  private enum Key: String, CaseIterable {
    case outcome, by, panel, others, efficient, recipient, consent, instead, because
    case looksAgain = "looks again"
    case view
    case viewAsked = "view asked"
  }

  package init(_ path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DeskFailure(
        .cannotOpen,
        Diagnostic(
          .error, "file-not-found", problem: "there is no such file of words",
          next: "name the file in which the decision is written"))
    }
    let texts = try DecisionWords.texts(data)
    func day(_ key: Key) throws -> Day? {
      guard let text = texts[key] else { return nil }
      guard let day = Day(text) else {
        throw DecisionWords.fault("“\(key.rawValue)” is not a day", "write it as 2026-11-19")
      }
      return day
    }
    guard let outcome = texts[.outcome].flatMap({ Outcome($0) }) else {
      throw DecisionWords.fault(
        "“outcome” is not one of the outcomes",
        "write one of: \(DecisionWords.outcomes); DEFER with its day")
    }
    guard let by = texts[.by] else {
      throw DecisionWords.fault(
        "“by” is not said", "write the name and the post of whoever decides")
    }
    self.outcome = outcome
    self.by = by
    panel = try day(.panel)
    reasons = [
      DecisionTest.others: texts[.others], .efficient: texts[.efficient],
      .recipient: texts[.recipient], .consent: texts[.consent],
    ].compactMapValues(\.self)
    instead = texts[.instead] ?? ""
    because = texts[.because]
    looksAgain = try day(.looksAgain)
    view = texts[.view]
    viewAsked = try day(.viewAsked)
  }

  private static let outcomes = [
    Outcome.disaggregate, .part, .organisedArrangement, .refuseAdverse, .refuseInefficient,
    .refuseBoth, .otherRegime, .never, .insufficientEvidence,
  ].map(\.code).joined(separator: ", ")

  private static func texts(_ data: Data) throws -> [Key: String] {
    guard let text = String(validating: data, as: UTF8.self),
      let node = try? Yams.compose(yaml: text), let mapping = node.mapping
    else {
      throw fault(
        "the file is not written as names and texts", "write it as name: text, line by line")
    }
    var texts: [Key: String] = [:]
    for (name, value) in mapping {
      guard let name = name.string, let key = Key(rawValue: name) else {
        let names = Key.allCases.map(\.rawValue).joined(separator: ", ")
        throw fault("the file says something under a name that is not known", "use only: \(names)")
      }
      guard let text = value.scalar?.string else {
        throw fault("“\(name)” is not a text", "write one text for it")
      }
      if text.contains(where: { !$0.isWhitespace }) { texts[key] = text }
    }
    return texts
  }

  private static func fault(_ problem: String, _ next: String) -> DeskFailure {
    DeskFailure(
      .badInput,
      Diagnostic(.error, "decision-words-unreadable", problem: problem, next: next))
  }
}
