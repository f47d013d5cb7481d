public import Bookkeeping
public import Funding

/// What a named person decided on a request, beside what the program found.
public struct Decision: Hashable, Sendable {
  public let reference: DecisionReference
  public let outcome: Outcome
  /// What the program found, from what had been recorded by then.
  public let finding: Outcome
  public let assessed: Assessed
  /// Why the decision is another than the finding.
  public let difference: LedgerText?
  public let by: Decider
  /// A reason for each test, in words for this child.
  public let reasons: [Reason]
  public let forFamily: FamilyPart

  /// The day of an assessment, and the last record that it knew of.
  public struct Assessed: Hashable, Sendable {
    public let on: Day
    public let record: Int

    public init(on day: Day, record: Int) {
      self.on = day
      self.record = record
    }
  }

  /// Who decided, in what post, and the panel that looked at it.
  public struct Decider: Hashable, Sendable {
    /// Name and post, as the ledger may hold them.
    public let name: LedgerText
    public let panel: Day?

    public init(_ name: LedgerText, panel: Day?) {
      self.name = name
      self.panel = panel
    }
  }

  /// What was found on one of the law's questions, in a person's words.
  public struct Reason: Hashable, Sendable {
    public let test: DecisionTest
    public let text: LedgerText

    public init(_ test: DecisionTest, _ text: LedgerText) {
      self.test = test
      self.text = text
    }
  }

  /// What a letter has to say besides reasons.
  public struct FamilyPart: Hashable, Sendable {
    /// What can be done now.
    public let instead: LedgerText
    /// The last day on which the family may ask that it be looked at again.
    public let reviewBy: Day
    /// When the council itself will look again.
    public let looksAgain: Day?
    /// The family's or the young person's own words, and the day on which they were asked.
    public let view: LedgerText?
    public let viewAsked: Day?

    public init(
      instead: LedgerText, reviewBy: Day, looksAgain: Day?, view: LedgerText?, viewAsked: Day?
    ) {
      self.instead = instead
      self.reviewBy = reviewBy
      self.looksAgain = looksAgain
      self.view = view
      self.viewAsked = viewAsked
    }
  }
}

/// The law's questions to which a decision gives an answer.
///
/// There are no others.
public enum DecisionTest: String, Hashable, Sendable, CaseIterable {
  /// Would it harm help for other children with plans?
  case others
  /// Is it a good use of public money?
  case efficient
  /// May the recipient be paid?
  case recipient
  /// Does the school or college consent?
  case consent

  public var question: String {
    switch self {
    case .others: "Would it harm help for other children with plans?"
    case .efficient: "Is it a good use of public money?"
    case .recipient: "Can the money be paid to the person who would hold it?"
    case .consent: "Does the school or college agree?"
    }
  }
}
