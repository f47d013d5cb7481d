import Bookkeeping
public import Disaggregation
public import Funding

/// A recorded decision that a second person has approved, and what that posted.
public struct Approval: Sendable {
  public let decision: Decision
  public let approved: ApprovedDecision
  public let records: [JournalRecord]
}

extension Bookkeeper {
  /// Records what a named person decided on a request; nothing is posted until it is approved.
  ///
  /// - Returns: the number of the record.
  public func record(_ decision: Decision) async throws(PostingFailure) -> Int {
    try await posting {
      let reference = decision.reference
      guard try await writer.request(reference) != nil else {
        throw DecisionRefusal.requestNotKnown(reference)
      }
      guard try await writer.approval(of: reference) == nil else {
        throw DecisionRefusal.alreadyApproved(reference)
      }
      return try await keep(decision.fact(from: word(on: reference)))
    }
  }

  /// Puts a second name to a recorded decision, and posts what it comes to.
  ///
  /// Whoever recorded it is somebody else, and it comes to what it came to when it was decided: the case
  /// is worked out again here, in the piece of writing that posts, so that nothing comes between.
  /// Whoever is named as the decider does not approve it either: `names` may hold that name.
  public func approve(
    _ reference: DecisionReference, _ names: any RegisterReading
  ) async throws(PostingFailure) -> Approval {
    try await posting {
      guard let recorded = try await writer.decision(on: reference) else {
        throw DecisionRefusal.notRecorded(reference)
      }
      guard try await writer.approval(of: reference) == nil else {
        throw DecisionRefusal.alreadyApproved(reference)
      }
      let decision = recorded.value
      guard let record = try await writer.record(recorded.number), !Actor(record.actor).mayBe(actor)
      else { throw DecisionRefusal.decidedByYou(reference) }
      // No clock that was set back has it approved before it was decided.
      let today = max(self.recorded, record.recorded)
      if actor.isNamed(in: try await deciders(of: decision, names)) {
        throw DecisionRefusal.namedAsDecider(reference)
      }

      let day = decision.assessed.on
      let books = try await Books(writer.questions, at: .record(decision.assessed.record))
      let then = try await books.assessment(of: reference, on: day)
      let now = try await writer.assessment(of: reference, on: day)
      guard now.given.request == then.given.request, now.effect == then.effect,
        now.outcome == then.outcome
      else { throw DecisionRefusal.figuresMoved(reference) }
      for line in [now.given.request.line, now.given.request.replaces].compactMap(\.self) {
        let held = try await books.standing(of: line)
        guard try await writer.standing(of: line).isHeld(as: held) else {
          throw DecisionRefusal.figuresMoved(reference)
        }
      }
      let approved = try ApprovedDecision(decision, on: now, approved: today)
      var records = try await grant(approved)
      let demand = now.demand(after: decision, approved: today, from: word(on: reference))
      if let demand { records += try await self.records([try await keep(demand)]) }
      return Approval(decision: decision, approved: approved, records: records)
    }
  }

  /// The deciders as they are named.
  ///
  /// - Throws: ``DecisionRefusal/deciderNotHeld(_:)``.
  private func deciders(
    of decision: Decision, _ names: any RegisterReading
  ) async throws -> String {
    guard let reference = decision.by.name.reference else { return decision.by.name.words }
    guard let text = try await names.text(reference.code) else {
      throw DecisionRefusal.deciderNotHeld(decision.reference)
    }
    return text
  }

  /// What the approval of a decision would post, whoever asks.
  ///
  /// - Precondition: it is a rehearsal, of which nothing is kept.
  public func foresee(_ approved: ApprovedDecision) async throws(PostingFailure) -> [JournalRecord]
  {
    precondition(isRehearsal, "only what will be given up is posted without a second person")
    return try await posting { try await grant(approved) }
  }

  /// Posts what an approval comes to: the new version of the line sees what was given back.
  func grant(_ approved: ApprovedDecision) async throws -> [JournalRecord] {
    let origin = word(on: approved.reference)
    var document = [
      Matter(line: approved.line, origin: origin) {
        try await self.outcome(of: approved, from: origin)
      }
    ]
    if case .cash(let cash) = approved.grant {
      document.append(
        Matter(line: cash.line.reference, origin: origin) {
          try await self.decided(cash.line, from: origin, mayMove: true)
        })
    }
    return try await records(post(document))
  }

  private func records(_ numbers: [Int]) async throws(StorageFailure) -> [JournalRecord] {
    guard let first = numbers.first, let last = numbers.last else { return [] }
    return try await writer.records(first...last)
  }
}
