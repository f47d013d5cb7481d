/// What happened, in the words of the table of posting rules.
///
/// Each kind has one rule, in `PostingRules`, and every entry says which event it came from.
public enum EventKind: String, Hashable, Sendable, CaseIterable {
  case yearOpened = "year-opened"
  case grantNotified = "grant-notified"
  case grantInstalmentReceived = "grant-instalment-received"
  case blockTransferred = "block-transferred"
  case budgetVoted = "budget-voted"
  case budgetAllocated = "budget-allocated"
  case commitmentMade = "commitment-made"
  case commitmentReleased = "commitment-released"
  case commitmentCarried = "commitment-carried"
  case invoiceReceived = "invoice-received"
  case invoicePaid = "invoice-paid"
  case paymentMade = "payment-made"
  case directPaymentAdvanced = "direct-payment-advanced"
  case directPaymentEvidenced = "direct-payment-evidenced"
  case directPaymentReturned = "direct-payment-returned"
  case placementEnded = "placement-ended"
  case creditReceived = "credit-received"
  case contributionAgreed = "contribution-agreed"
  case contributionDue = "contribution-due"
  case contributionReceived = "contribution-received"
  case poolAgreed = "pool-agreed"
  case poolContributionPaid = "pool-contribution-paid"
  case poolSpent = "pool-spent"
  case paymentNotPlaced = "payment-not-placed"
  case paymentPlaced = "payment-placed"
  case budgetStated = "budget-stated"
  case budgetWithdrawn = "budget-withdrawn"
  case sumReleased = "sum-released"
  case yearUnusedReleased = "year-unused-released"
  case yearClosed = "year-closed"
  case deficitCarried = "deficit-carried"
}

extension EventKind {
  /// Whether it closes a year.
  ///
  /// A position of the year is read before its closing entries.
  public var isClosing: Bool { bearing == .closing }

  /// Whether it says what is planned, and moves no money of the actual layer.
  public var isPlanned: Bool { bearing == .planned }

  private enum Bearing { case closing, planned, actual }

  private var bearing: Bearing {
    switch self {
    case .yearUnusedReleased, .yearClosed, .deficitCarried: .closing
    case .budgetVoted, .budgetAllocated, .commitmentMade, .commitmentReleased,
      .commitmentCarried, .contributionAgreed, .poolAgreed, .budgetStated, .budgetWithdrawn,
      .sumReleased:
      .planned
    case .yearOpened, .grantNotified, .grantInstalmentReceived, .blockTransferred,
      .invoiceReceived, .invoicePaid, .paymentMade, .directPaymentAdvanced,
      .directPaymentEvidenced, .directPaymentReturned, .placementEnded, .creditReceived,
      .contributionDue, .contributionReceived, .poolContributionPaid, .poolSpent,
      .paymentNotPlaced, .paymentPlaced:
      .actual
    }
  }
}
