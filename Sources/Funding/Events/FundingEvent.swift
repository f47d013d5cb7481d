public import Bookkeeping

/// Something that happened, in the words of SEND finance.
///
/// An importer or a command says this and no more; one posting rule for each kind makes entries of
/// it. What the rule has to know of the ledger is looked up on the way.
public enum FundingEvent: Hashable, Sendable {
  case yearOpened(YearOpened)
  case grantPublished(GrantPublished)
  case grantInstalmentReceived(GrantInstalmentReceived)
  case blockTransferred(BlockTransferred)
  case budgetSet(BudgetSet)
  /// Money set aside for something that is not a plan line: a contract, or a service as a whole.
  case commitmentMade(Fund, Use, Money, on: Day)
  case commitmentReleased(Target, Money, on: Day)
  case planLineDecided(PlanLine)
  case invoiceReceived(Target, Money, on: Day)
  case invoicePaid(Target, Money, on: Day)
  case paymentMade(Target, Money, on: Day, namesCommitment: Bool)
  case directPaymentAdvanced(DirectPaymentAdvanced)
  /// Proof of what a family or a third party spent, or, where negative, of what came back to them.
  case directPaymentEvidenced(LineSum)
  /// Money that a family or a third party paid back.
  case directPaymentReturned(LineSum)
  case placementEnded(PlacementEnded)
  /// A credit that a school owes for something else than the end of a placement.
  case creditDue(LineSum)
  case creditReceived(LineSum)
  case contributionAgreed(Contribution)
  case contributionDue(Contribution)
  case contributionReceived(Contribution)
  case poolAgreed(PoolAgreed)
  case poolContributionPaid(PoolContributionPaid)
  case poolSpent(PoolSpent)
  /// A payment of ours that no line could be found for.
  case paymentNotPlaced(Money, on: Day)
  case paymentPlaced(record: Int, Target, on: Day, authority: LedgerText)
  case receipt(Receipt)
  case contractAgreed(Contract)
  case budgetRequested(BudgetRequest)
  case evidenceFound(Evidence)
}

extension FundingEvent {
  /// The plan line that it is about, if it is about one.
  public var planLine: PlanLineReference? {
    switch self {
    case .commitmentReleased(.line(let line), _, _), .invoiceReceived(.line(let line), _, _),
      .invoicePaid(.line(let line), _, _), .paymentMade(.line(let line), _, _, _),
      .paymentPlaced(_, .line(let line), _, _):
      line
    case .planLineDecided(let line): line.reference
    case .directPaymentAdvanced(let advance): advance.line
    case .directPaymentEvidenced(let evidence): evidence.line
    case .directPaymentReturned(let back): back.line
    case .placementEnded(let ended): ended.line
    case .creditDue(let credit): credit.line
    case .creditReceived(let credit): credit.line
    case .receipt(let receipt): receipt.line
    case .budgetRequested(let request): request.line
    case .yearOpened, .grantPublished, .grantInstalmentReceived, .blockTransferred, .budgetSet,
      .commitmentMade, .commitmentReleased, .invoiceReceived, .invoicePaid, .paymentMade,
      .contributionAgreed, .contributionDue, .contributionReceived, .poolAgreed,
      .poolContributionPaid, .poolSpent, .paymentNotPlaced, .paymentPlaced, .contractAgreed,
      .evidenceFound:
      nil
    }
  }
}

/// What a sum is for: a line of a child's plan, or a budget of a fund.
public enum Target: Hashable, Sendable {
  case line(PlanLineReference)
  case budget(Fund, Use)
}
