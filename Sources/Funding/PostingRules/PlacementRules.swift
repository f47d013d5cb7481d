import Bookkeeping

extension PlacementEnded {
  /// A placement that ended: what was paid beyond the last day is due back, and what is committed
  /// beyond it is released.
  ///
  /// Actual: Due from schools / Expenditure. Budget: allocated / spent; and allocated / committed
  /// on the day of each instalment that is released.
  ///
  /// - Returns: the credit, if there is one, and then the releases.
  public func proposals(
    given standing: LineStanding, terms: TermDates?
  ) throws(PlanLine.ScheduleFailure) -> [Proposal] {
    guard let line = standing.line(on: lastDay) else { return [] }
    let year = FinancialYear(of: lastDay)
    let earned = try line.instalments(in: year, until: lastDay, terms: terms).map(\.amount).total()
    let paid = standing.spent(in: DaySpan(from: year.first, through: year.last))
    let credit = max(paid - earned, .zero)
    let due = Proposal(
      .placementEnded, on: lastDay, line.creditDue(credit), details: [Detail(.lastDay, lastDay)],
      correction: standing.latestPayment.map { .corrects($0) })
    return [due] + (try releases(of: line, earned: earned, paid: paid, standing, in: year))
  }

  /// What is committed and will not be needed, released from the last instalment backwards.
  private func releases(
    of line: PlanLine, earned: Money, paid: Money, _ standing: LineStanding,
    in year: FinancialYear
  ) throws(PlanLine.ScheduleFailure) -> [Proposal] {
    let stillOwed = max(earned - paid, .zero)
    var spare = max(standing.committed(through: year) - stillOwed, .zero)
    var releases: [Proposal] = []
    for (day, amount) in standing.openInstalments(in: year).reversed() where spare > .zero {
      let released = min(amount, spare)
      spare -= released
      releases.append(
        Proposal(
          .commitmentReleased, on: day,
          [Movement(released, debit: line.budget, credit: line.coding(.committed))]))
    }
    return releases.reversed()
  }
}

extension LineSum {
  /// A credit due from a school.
  ///
  /// Actual: Due from schools / Expenditure. Budget: allocated / spent.
  public func creditDue(for line: PlanLine, corrects payment: Int?) -> Proposal {
    Proposal(
      .placementEnded, on: day, line.creditDue(amount),
      correction: payment.map { .corrects($0) })
  }

  /// A credit received from a school.
  ///
  /// Actual: Bank / Due from schools. Budget: nothing.
  public func creditReceived(for line: PlanLine) -> Proposal {
    Proposal(
      .creditReceived, on: day,
      [Movement(amount, debit: Coding(line.fund, .bank), credit: line.coding(.dueFromSchools))])
  }
}

extension PlanLine {
  fileprivate func creditDue(_ amount: Money) -> [Movement<Coding>?] {
    [
      .signed(amount, debit: coding(.dueFromSchools), credit: coding(.expenditure)),
      .signed(amount, debit: budget, credit: coding(.spent)),
    ]
  }
}
