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

/// What a family's payment was for, how it was worked out, and whether the receipt is here.
public struct Receipt: Hashable, Sendable {
  public let line: PlanLineReference
  public let amount: Money
  public let day: Day
  /// What it was for and how it was worked out, by their digests in the register.
  public let purpose: TextReference?
  public let workings: TextReference?
  public let status: Status

  /// Whether the council has seen the receipt.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case have
    case pleaseSend = "please-send"
    case notNeeded = "not-needed"
  }

  public init(
    _ line: PlanLineReference, _ amount: Money, on day: Day, purpose: TextReference?,
    workings: TextReference?, status: Status
  ) {
    self.line = line
    self.amount = amount
    self.day = day
    self.purpose = purpose
    self.workings = workings
    self.status = status
  }
}

extension Receipt: Noted {
  public static let kind = FactKind.receipt

  /// The receipt as a fact of the chain.
  public func fact(from origin: Origin) -> Fact {
    var details = [Detail("amount", amount), Detail("status", status)]
    if let purpose { details.append(Detail("purpose", purpose)) }
    if let workings { details.append(Detail("workings", workings)) }
    return Fact(.receipt, of: line.code, on: day, Source(origin, details: details))
  }

  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == Self.kind, let line = PlanLineReference(fact.subject), let day = fact.day,
      let amount = details.money("amount"),
      let status = details.read("status", { Status(rawValue: $0) })
    else { return nil }
    self.init(
      line, amount, on: day, purpose: details.read("purpose") { TextReference($0) },
      workings: details.read("workings") { TextReference($0) }, status: status)
    guard details.isSound else { return nil }
  }
}
