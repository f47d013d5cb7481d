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

extension Decision {
  /// Why a decision cannot be recorded as it is given.
  public enum Refusal: Error, Hashable, Sendable {
    /// A test has no reason.
    case reasonMissing(DecisionTest)
    /// The words stand already on so many other children's refusals of the year.
    case reasonReused(DecisionTest, times: Int)
    case nothingInstead
    /// It is another than the finding, and nobody says why.
    case differenceUnexplained(decided: Outcome, found: Outcome)
    /// Evidence is missing, which is never a refusal.
    case evidenceMissing([Missing])
    /// The law leaves no such answer here: what the gates allow.
    case notOpen(Outcome, allowed: [Outcome])
    case reviewBeforeDecision(Day)
  }

  /// Records what a person decided on an assessment.
  ///
  /// A gate cannot be decided against: a place is never divided, no ground of regulation 4A counts
  /// for social care, health, travel or a service of the council's own, and while evidence is
  /// missing nothing is refused.
  ///
  /// `reused` says on how many other children's refusals of the year some words stand.
  public init(
    _ outcome: Outcome, on assessment: Assessment, record: Int, difference: LedgerText?,
    by decider: Decider, reasons: [Reason], forFamily: FamilyPart, mostReused: Int,
    reused: (Reason) -> Int
  ) throws(Refusal) {
    let allowed = assessment.openOutcomes
    if !allowed.contains(where: { $0.code == outcome.code }) {
      if assessment.outcome == .insufficientEvidence { throw .evidenceMissing(assessment.missing) }
      throw .notOpen(outcome, allowed: allowed)
    }
    if outcome != assessment.outcome, difference == nil {
      throw .differenceUnexplained(decided: outcome, found: assessment.outcome)
    }
    let needed = outcome.tests(of: assessment)
    for test in needed {
      guard let reason = reasons.first(where: { $0.test == test }),
        reason.text.saysSomething
      else { throw .reasonMissing(test) }
      let times = reused(reason)
      if times > mostReused { throw .reasonReused(test, times: times) }
    }
    if outcome.isNegative, !forFamily.instead.saysSomething {
      throw .nothingInstead
    }
    if forFamily.reviewBy <= assessment.given.day {
      throw .reviewBeforeDecision(forFamily.reviewBy)
    }
    reference = assessment.given.request.reference
    self.outcome = outcome
    finding = assessment.outcome
    assessed = Assessed(on: assessment.given.day, record: record)
    self.difference = outcome == assessment.outcome ? nil : difference
    by = decider
    self.reasons = reasons
    self.forFamily = forFamily
  }
}

extension Assessment {
  /// The outcomes that a person may decide on: those that the gates leave open.
  public var openOutcomes: [Outcome] {
    let laterDays = later.map { Outcome.deferred($0.day) }
    switch outcome {
    case .insufficientEvidence, .never: return [outcome]
    case .otherRegime: return [.otherRegime]
    case .disaggregate, .part, .organisedArrangement, .refuseAdverse, .refuseInefficient,
      .refuseBoth, .deferred:
      break
    }
    if case .notYet = budget { return [outcome] }
    let paid: [Outcome] = given.contract.kind == .topUp ? [.part, .disaggregate] : [.disaggregate]
    let isBarred = !given.recipientGrounds.isEmpty || given.isConsentRefused
    let refusals: [Outcome] =
      given.contract.kind.isAggregate
      ? [.refuseAdverse, .refuseInefficient, .refuseBoth, .deferred(given.day)] : []
    return (isBarred ? [] : paid) + [.organisedArrangement] + refusals + laterDays
  }
}

extension Outcome {
  /// The tests to which a decision of this outcome has to give a reason.
  public func tests(of assessment: Assessment) -> [DecisionTest] {
    switch self {
    case .refuseAdverse, .refuseInefficient, .refuseBoth: return [.others, .efficient]
    case .deferred:
      if case .notYet = assessment.budget { return [] }
      return [.others, .efficient]
    case .organisedArrangement:
      guard assessment.given.request.asks == .cash else { return [] }
      var tests: [DecisionTest] = []
      if !assessment.given.recipientGrounds.isEmpty { tests.append(.recipient) }
      if assessment.given.isConsentRefused { tests.append(.consent) }
      if tests.isEmpty || !assessment.harm.isEmpty || assessment.effect?.isOpen == false {
        tests += [.others, .efficient]
      }
      return tests
    case .disaggregate, .part, .otherRegime, .never, .insufficientEvidence: return []
    }
  }
}
