public import Bookkeeping

extension Proposal {
  /// An invoice received: spending is known, whether or not it has been paid.
  ///
  /// Actual: Expenditure / Creditors. Budget: spent / committed, and what is beyond the commitment
  /// spent / allocated.
  public static func invoiceReceived(
    _ fund: Fund, _ use: Use, _ amount: Money, on day: Day, committed: Money
  ) -> Proposal {
    Proposal(
      .invoiceReceived, on: day,
      Movement.spending(
        amount, of: fund, for: use, from: Coding(fund, .creditors, use), committed: committed))
  }

  /// An invoice paid that had been received before.
  ///
  /// Actual: Creditors / Bank. Budget: nothing, since the spending was counted when the invoice
  /// came.
  public static func invoicePaid(
    _ fund: Fund, _ use: Use, _ amount: Money, on day: Day
  ) -> Proposal {
    Proposal(
      .invoicePaid, on: day,
      [Movement(amount, debit: Coding(fund, .creditors, use), credit: Coding(fund, .bank))])
  }

  /// A payment made without an invoice, or, where negative, a refund.
  ///
  /// Actual: Expenditure / Bank. Budget: spent / committed, and what is beyond the commitment spent
  /// / allocated.
  ///
  /// A refund is Bank / Expenditure and allocated / spent.
  ///
  /// `committed` is what is committed and open for what the payment names: a plan line, a contract,
  /// or the line as a whole. It is nothing where it names nothing, so that a forecast does not count
  /// a pound twice.
  /// `corrects` is the payment that a refund puts right, where it is known.
  public static func paymentMade(
    _ fund: Fund, _ use: Use, _ amount: Money, on day: Day, committed: Money = .zero,
    corrects: Int? = nil
  ) -> Proposal {
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
        amount, of: fund, for: use, from: Coding(fund, .bank), committed: committed))
  }

  /// A payment not placed, in the general fund.
  ///
  /// Actual: Suspense / Bank. Budget: nothing.
  public static func paymentNotPlaced(_ amount: Money, on day: Day) -> Proposal {
    Proposal(
      .paymentNotPlaced, on: day,
      [
        .signed(amount, debit: Coding(.generalFund, .suspense), credit: Coding(.generalFund, .bank))
      ])
  }

  /// A payment placed from suspense, by the word of a person.
  ///
  /// | | Actual: debit / credit | Budget: debit / credit |
  /// |---|---|---|
  /// | the general fund | Bank / Suspense | nothing |
  /// | its own fund | Expenditure / Bank | spent / committed, and what is beyond spent / allocated |
  ///
  /// It crosses from one fund to another, so it names its authority: the person and the reason.
  /// `record` is the one that put it in suspense.
  public static func paymentPlaced(
    _ record: Int, _ amount: Money, to fund: Fund, _ use: Use, on day: Day, authority: LedgerText,
    committed: Money
  ) -> Proposal {
    let suspense = Coding(.generalFund, .suspense)
    let spending = paymentMade(fund, use, amount, on: day, committed: committed)
    return Proposal(
      .paymentPlaced, on: day,
      [.signed(amount, debit: Coding(.generalFund, .bank), credit: suspense)]
        + spending.movements,
      details: [Detail(.authority, authority), Detail(.against, record)],
      correction: .corrects(record))
  }
}
