public import Bookkeeping

extension DirectPaymentAdvanced {
  /// A direct payment advanced, or money paid to a third party to hold.
  ///
  /// Actual: Direct payments advanced / Bank. Budget: advanced / committed, and what is beyond the
  /// commitment advanced / allocated. It is an asset until it is evidenced.
  public func proposal(for line: PlanLine, committed: Money) -> Proposal {
    Proposal(
      .directPaymentAdvanced, on: paid,
      [
        Movement(
          amount, debit: line.coding(.directPaymentsAdvanced), credit: Coding(line.fund, .bank))
      ]
        + Movement.relieving(
          amount, of: line.fund, for: line.use, into: .advanced, committed: committed),
      details: [Detail(.due, due), Detail(.paid, paid), Detail(.covers, covers)])
  }
}

extension LineSum {
  /// Spending by a family or a third party, as proved.
  ///
  /// Actual: Expenditure / Direct payments advanced. Budget: spent / advanced. What came back to
  /// them runs the other way.
  ///
  /// Proof of more than has been advanced is not posted until it is paid.
  ///
  /// `advanced` is what is out with them.
  ///
  /// - Returns: what may be posted now, and the sum that has to wait.
  public func evidenced(for line: PlanLine, advanced: Money) -> (posted: Proposal, waiting: Money) {
    let posted = min(amount, max(advanced, .zero))
    return (
      Proposal(
        .directPaymentEvidenced, on: day,
        [
          .signed(
            posted, debit: line.coding(.expenditure), credit: line.coding(.directPaymentsAdvanced)),
          .signed(posted, debit: line.coding(.spent), credit: line.coding(.advanced)),
        ]), amount - posted
    )
  }

  /// Money paid back.
  ///
  /// Actual: Bank / Direct payments advanced. Budget: allocated / advanced.
  ///
  /// The pound is back on its line and can be used again.
  public func returned(for line: PlanLine) -> Proposal {
    Proposal(
      .directPaymentReturned, on: day,
      [
        Movement(
          amount, debit: Coding(line.fund, .bank), credit: line.coding(.directPaymentsAdvanced)),
        Movement(amount, debit: line.budget, credit: line.coding(.advanced)),
      ])
  }
}
