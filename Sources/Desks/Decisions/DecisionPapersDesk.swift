import Bookkeeping
import Disaggregation
package import Funding
package import Reporting
import Storage

/// Gathers what a letter or a report of a decision says.
///
/// All of it is read as it was when it was decided, so that the same papers can be made again.
package struct DecisionPapersDesk {
  private let open: OpenBooks
  private let ledger: OpenLedger
  private let reference: DecisionReference
  private let officer: Officer

  /// Gathers papers from the books at a point.
  ///
  /// `ledger` is where it is rehearsed what an approval would post.
  package init(
    _ books: OpenBooks, of ledger: OpenLedger, _ reference: DecisionReference,
    for officer: Officer
  ) {
    open = books
    self.ledger = ledger
    self.reference = reference
    self.officer = officer
  }

  /// The papers of a request.
  ///
  /// Where nobody has decided yet, the request is assessed as of the officer's day.
  package func papers(isYoungPerson: Bool) async throws -> DecisionPapers {
    let today = officer.today
    let now = open.books
    let decision = try await now.decision(on: reference)?.value
    let then = try await books(at: decision?.assessed.record)
    let day = decision?.assessed.on ?? today
    let assessment = try await then.assessment(of: reference, on: day)
    let contract = assessment.given.contract
    let approval = try await now.approval(of: reference)
    let others = try await then.openRequests(for: contract.reference).filter {
      $0.reference != reference && $0.asked <= day
    }
    return DecisionPapers(
      assessment, decision, approval: try await name(approval),
      names: try await names(assessment, isYoungPerson: isYoungPerson),
      settings: try settings(on: day),
      others: DecisionPapers.OtherRequests(
        others.count, try await then.recommendation(contract.reference, on: day)),
      entries: try await entries(decision, assessment, approval, today),
      header: open.header, letter: try await letter())
  }

  private func name(_ approval: NumberedFact?) async throws -> DecisionPapers.Approval? {
    guard let approval, let day = approval.fact.day,
      let record = try await open.books.record(approval.number)
    else { return nil }
    return DecisionPapers.Approval(record.actor, on: day)
  }

  private func names(
    _ assessment: Assessment, isYoungPerson: Bool
  ) async throws -> DecisionPapers.Names {
    let given = assessment.given
    let family = try await open.names.family(given.request.line.child)
    let policy = open.books.policy
    let provider = try await text(given.contract.provider?.code) ?? "the provider"
    return DecisionPapers.Names(
      child: family?.givenName ?? given.request.line.child.code, isYoungPerson: isYoungPerson,
      authority: open.charter.authority,
      purpose: try await text(given.request.purpose.code) ?? "help", provider: provider,
      contract: try await text(given.contract.purpose?.code) ?? given.contract.reference.code,
      advice: try policy.setting(.adviceService, on: given.day).text,
      contact: try family?.contact ?? policy.setting(.statementContact, on: given.day).text)
  }

  private func text(_ reference: String?) async throws -> String? {
    guard let reference else { return nil }
    return try await open.names.text(reference)
  }

  private func settings(on day: Day) throws -> [Policy.Adopted] {
    let applied: [Setting] = [.disaggregationTolerance, .evidenceMonths, .reviewDays, .reasonReuse]
    return try applied.map { try open.books.policy.setting($0, on: day) }
  }

  // MARK: The ledger's side

  /// What was posted by the approval, or would be if it were approved today.
  private func entries(
    _ decision: Decision?, _ assessment: Assessment, _ approval: NumberedFact?, _ today: Day
  ) async throws -> ProposedEntries? {
    guard let decision else { return nil }
    let day = approval?.fact.day ?? today
    let approved = try ApprovedDecision(decision, on: assessment, approved: day)
    let records =
      approval == nil ? try await rehearsed(approved) : try await posted(approved)
    let proposals = records.compactMap { record -> Proposal? in
      guard case .posted(let kind, let entry) = record.content else { return nil }
      return Proposal(kind, on: entry.day, entry.movements)
    }
    let before = records.first.map { $0.number - 1 }
    return ProposedEntries(
      approved.grant, proposals,
      before: try await fund(approved, at: approval == nil ? nil : before))
  }

  private func rehearsed(_ approved: ApprovedDecision) async throws -> [JournalRecord] {
    try await ledger.write(by: officer, isDry: true) { try await $0.foresee(approved) }
  }

  private func posted(_ approved: ApprovedDecision) async throws -> [JournalRecord] {
    var mentions: [Mention] = [.contract(approved.contract.reference), .line(approved.line)]
    if case .cash(let cash) = approved.grant {
      mentions.append(.line(cash.line.reference))
      if let replaced = cash.replaces { mentions.append(.line(replaced)) }
    }
    var found: [Int: JournalRecord] = [:]
    for mention in mentions {
      for record in try await open.books.records(mentioning: mention) where isOurs(record) {
        found[record.number] = record
      }
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  private func isOurs(_ record: JournalRecord) -> Bool {
    record.content.event != nil
      && record.content.sources.contains { source in
        if case .command(_, let document) = source.origin {
          document.words == reference.code
        } else {
          false
        }
      }
  }

  /// The books as they stood at a record, where one is given.
  private func books(at record: Int?) async throws -> Books {
    guard let record else { return open.books }
    return try await open.books.earlier(.record(record))
  }

  private func fund(_ approved: ApprovedDecision, at record: Int?) async throws
    -> ProposedEntries.FundBefore
  {
    let fund = approved.contract.fund
    let year = FinancialYear(of: approved.day)
    let flows = try await books(at: record).flows(DaySpan(through: year.last))
    func sum(_ headings: Set<Heading>) -> Money {
      let term = Term(AccountFilter([fund], headings))
      return flows.map { term.counts($0) }.total()
    }
    let states: Set<Heading> = [.unallocated, .allocated, .committed, .advanced, .spent, .heldOver]
    let sources = Set(Heading.allCases.filter { $0.layer == .budget }).subtracting(states)
    return ProposedEntries.FundBefore(
      states: sum(states), sources: Money.zero - sum(sources),
      uncommitted: sum([.unallocated, .allocated]))
  }

  /// The digest of the last letter that was made.
  private func letter() async throws -> Digest? {
    try await open.books.facts(.fact(.decisionLetter, of: reference.code)).last?
      .fact.source["sha256"].flatMap { Digest($0) }
  }
}
