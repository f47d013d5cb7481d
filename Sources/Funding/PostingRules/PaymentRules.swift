public import Bookkeeping

extension InvoiceReceived {
  /// An invoice received.
  ///
  /// Actual: Expenditure / Creditors. Budget: spent / committed, and what is beyond the commitment
  /// spent / allocated.
  public func proposal(committed: Money) -> Proposal {
    Proposal(
      .invoiceReceived, on: day,
      Movement.spending(
        amount, of: fund, for: use, from: Coding(fund, .creditors, use), committed: committed))
  }
}

extension InvoicePaid {
  /// An invoice paid.
  ///
  /// Actual: Creditors / Bank. Budget: nothing, since the spending was counted when the invoice
  /// came.
  public var proposal: Proposal {
    Proposal(
      .invoicePaid, on: day,
      [Movement(amount, debit: Coding(fund, .creditors, use), credit: Coding(fund, .bank))])
  }
}

extension PaymentMade {
  /// A payment made without an invoice.
  ///
  /// Actual: Expenditure / Bank. Budget: spent / committed, and what is beyond the commitment spent
  /// / allocated.
  ///
  /// A refund is Bank / Expenditure and allocated / spent.
  ///
  /// `committed` is what is committed and open for what the payment names; nothing where it names
  /// nothing, so that a forecast does not count a pound twice.
  /// `corrects` is the payment that a refund puts right, where it is known.
  public func proposal(committed: Money, corrects: Int? = nil) -> Proposal {
    guard amount > .zero else {
      let spent = Coding(fund, .spent, use)
      return Proposal(
        .paymentMade, on: day,
        [
          .signed(-amount, debit: Coding(fund, .bank), credit: Coding(fund, .expenditure, use)),
          .signed(-amount, debit: Coding(fund, .allocated, use.budgetLine), credit: spent),
        ], correction: corrects.map { .corrects($0) })
    }
    return Proposal(
      .paymentMade, on: day,
      Movement.spending(
        amount, of: fund, for: use, from: Coding(fund, .bank),
        committed: namesCommitment ? committed : .zero))
  }
}

extension PaymentNotPlaced {
  /// A payment not placed, in the general fund.
  ///
  /// Actual: Suspense / Bank. Budget: nothing.
  public var proposal: Proposal {
    Proposal(
      .paymentNotPlaced, on: day,
      [
        .signed(
          amount, debit: Coding(.generalFund, .suspense), credit: Coding(.generalFund, .bank))
      ])
  }
}

extension PaymentPlaced {
  /// A payment placed from suspense.
  ///
  /// | | Actual: debit / credit | Budget: debit / credit |
  /// |---|---|---|
  /// | the general fund | Bank / Suspense | nothing |
  /// | its own fund | Expenditure / Bank | spent / committed, and what is beyond spent / allocated |
  ///
  /// It crosses from one fund to another, so it names its authority: the person and the reason.
  public func proposal(committed: Money) -> Proposal {
    let suspense = Coding(.generalFund, .suspense)
    let spending = PaymentMade(fund, use, amount, on: day, namesCommitment: true)
      .proposal(committed: committed)
    return Proposal(
      .paymentPlaced, on: day,
      [.signed(amount, debit: Coding(.generalFund, .bank), credit: suspense)]
        + spending.movements,
      details: [Detail(.authority, authority), Detail(.against, record)],
      correction: .corrects(record))
  }
}
