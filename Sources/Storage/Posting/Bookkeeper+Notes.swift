import Bookkeeping
public import Funding

extension Bookkeeper {
  /// Records a fact that nothing has to be checked for; given again straight away, it is there already.
  ///
  /// - Throws: ``EventRefusal/hasItsOwnWay(_:)`` for one that comes about by an event, or by the word of a
  ///   second person.
  @discardableResult
  public func note(_ fact: Fact) async throws(PostingFailure) -> Int {
    try await posting {
      guard fact.kind.isFree else { throw EventRefusal.hasItsOwnWay(fact.kind) }
      return try await keepOnce(fact)
    }
  }
}

extension FactKind {
  /// Whether it may be noted as it is: nothing in the ledger has to be looked at first.
  fileprivate var isFree: Bool {
    switch self {
    case .fileImported, .agreement, .bankBalance, .rowMatched, .rowTwin, .rowRuled,
      .rowHeld, .controlRuled,
      .decisionLetter:
      true
    case .ledgerOpened, .policyAdopted, .importUndone, .rowSettled, .rowGone, .planLine,
      .grantPublished,
      .budgetSet,
      .poolShare, .receipt, .evidenceWaiting, .contract, .budgetRequest, .evidence,
      .decisionRecorded, .decisionApproved, .demand, .periodPrepared, .periodClosed,
      .periodReopened, .yearClosed, .proposed, .restorationAccepted, .childForgotten, .officerKey,
      .keyWithdrawn, .monthSigned:
      false
    }
  }
}
