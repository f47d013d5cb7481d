package import Bookkeeping
package import Disaggregation
package import Funding
import Storage

/// Makes a decision of what a person wrote, if it may stand.
package struct DecisionRecording {
  private let ledger: OpenLedger
  private let officer: Officer
  private let isDry: Bool
  private var today: Day { officer.today }

  package init(_ ledger: OpenLedger, by officer: Officer, isDry: Bool) {
    self.ledger = ledger
    self.officer = officer
    self.isDry = isDry
  }

  /// Records what was decided, in the piece of writing in which it is assessed.
  ///
  /// - Returns: the decision, and the number of its record.
  package func record(_ words: DecisionWords, on reference: DecisionReference) async throws
    -> Numbered<Decision>
  {
    try await ledger.write(by: officer, isDry: isDry) { bookkeeper in
      let decision = try await decision(on: reference, words, bookkeeper.books())
      return Numbered(number: try await bookkeeper.record(decision), decision)
    }
  }

  private func decision(
    on reference: DecisionReference, _ words: DecisionWords, _ books: Books
  ) async throws -> Decision {
    if try await books.approval(of: reference) != nil {
      throw PostingFailure.refused(.decision(.alreadyApproved(reference)))
    }
    let assessment = try await books.assessment(of: reference, on: today)
    let days = try books.policy.days(.reviewDays, on: today)
    let most = try books.policy.days(.reasonReuse, on: today)
    var reasons: [Decision.Reason] = []
    for test in DecisionTest.allCases {
      guard let text = words.reasons[test] else { continue }
      reasons.append(
        Decision.Reason(test, try await plain(text, "the reason on “\(test.rawValue)”")))
    }
    let used = try await usedReasons(besides: assessment.given.request.line.child, on: today, books)
    let family = Decision.FamilyPart(
      instead: try await optional(words.instead, "what can be done instead") ?? "",
      reviewBy: today.advanced(by: days), looksAgain: words.looksAgain,
      view: try await optional(words.view, "the family’s view"), viewAsked: words.viewAsked)
    return try Decision(
      words.outcome, on: assessment, record: books.head.number,
      difference: try await optional(words.because, "the reason for deciding otherwise"),
      by: Decision.Decider(
        try await plain(words.by, "the name of whoever decides"), panel: words.panel),
      reasons: reasons, forFamily: family, mostReused: most,
      reused: { reason in used[reason.text] ?? 0 })
  }

  private func plain(_ text: String, _ what: String) async throws -> LedgerText {
    try await ledger.plain(text, as: what, isDry: isDry)
  }

  private func optional(_ text: String?, _ what: String) async throws -> LedgerText? {
    guard let text, !text.isEmpty else { return nil }
    return try await plain(text, what)
  }

  /// On how many other children's refusals of the financial year each reason stands, word for word.
  private func usedReasons(
    besides child: ChildReference, on day: Day, _ books: Books
  ) async throws -> [LedgerText: Int] {
    let year = FinancialYear(of: day)
    var children: [LedgerText: Set<ChildReference>] = [:]
    for decision in try await books.all(Decision.self).map(\.value) {
      guard year.days.contains(decision.assessed.on),
        let other = try await books.request(decision.reference)?.line.child, other != child
      else { continue }
      for reason in decision.reasons { children[reason.text, default: []].insert(other) }
    }
    return children.mapValues(\.count)
  }
}

extension Decision.Refusal {
  /// The refusal as a person should read it.
  package var diagnostic: Diagnostic {
    switch self {
    case .reasonMissing(let test):
      .error(
        "test-without-reason", "the decision gives no reason on “\(test.rawValue)”",
        why: "the law asks: \(test.question) A refusal answers each test",
        next: "write it in the file, as \(test.rawValue): TEXT")
    case .reasonReused(let test, let times):
      .error(
        "reason-reused",
        "the reason on “\(test.rawValue)” stands on \(times) other children’s decisions",
        why: "a reason that fits every child was not found for this one",
        next: "write why for this child")
    case .nothingInstead:
      .error(
        "nothing-instead", "the decision does not say what can be done instead",
        why: "SEND Code of Practice, 9.106: help is made to fit the child by other means",
        next: "write it in the file, as instead: TEXT")
    case .differenceUnexplained(let decided, let found):
      .error(
        "difference-unexplained", "\(decided) is decided, and the program finds \(found)",
        why: "both are kept, and whoever reads them has to see why they differ",
        next: "write why in the file, as because: TEXT")
    case .evidenceMissing(let missing):
      .error(
        "evidence-missing", "evidence is missing: \(missing.map(\.text).joined(separator: "; "))",
        why: "missing evidence is never a refusal, and never a grant",
        next: "import it, or record INSUFFICIENT_EVIDENCE and ask for it")
    case .notOpen(let outcome, let allowed):
      .error(
        "outcome-not-open", "the law leaves no \(outcome.code) here",
        why: "the gates come before the sums, and the assessment prints both",
        next: "decide on one of: \(allowed.map(\.code).withoutRepeats.joined(separator: ", "))")
    case .reviewBeforeDecision(let day):
      .error(
        "review-before-decision", "the review could be asked for until \(day)",
        next: "adopt review-days of at least 1")
    }
  }
}
