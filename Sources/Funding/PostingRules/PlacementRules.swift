public import Bookkeeping

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
    let earned = try earned(given: standing, terms: terms)
    let paid = standing.spent(in: DaySpan(year.days))
    return [due(max(paid - earned, .zero), from: line, on: lastDay, standing)]
      + releases(of: line, earned: earned, standing, in: year)
  }

  /// The same of a later year that was opened or paid for already: all that was paid of it is due back but
  /// what was still owed for the time before, and all that is committed of it is released.
  ///
  /// `isClosed` is whether it is closed, and its commitments lapsed with it.
  public func proposals(
    in later: FinancialYear, isClosed: Bool, given standing: LineStanding, terms: TermDates?
  ) throws(PlanLine.ScheduleFailure) -> [Proposal] {
    let year = FinancialYear(of: lastDay)
    let earned = try earned(given: standing, terms: terms)
    let owed = max(earned - standing.spent(in: DaySpan(year.days)), .zero)
    let paid = standing.spent(in: DaySpan(from: year.last.advanced(by: 1), through: later.last))
    let before = standing.spent(
      in: DaySpan(from: year.last.advanced(by: 1), through: later.first.advanced(by: -1)))
    let credit = max(paid - owed, .zero) - max(before - owed, .zero)
    let day = standing.lastSpending(in: later) ?? later.first
    guard let line = standing.line(on: day) else { return [] }
    let open =
      isClosed ? [] : standing.openInstalments(in: later, of: standing.committed(in: later))
    return [due(max(credit, .zero), from: line, on: day, standing)]
      + open.compactMap { day, amount in
        standing.line(on: day).map { $0.released(amount, on: day) }
      }
  }

  /// What is owed of the last day's year, up to that day.
  private func earned(
    given standing: LineStanding, terms: TermDates?
  ) throws(PlanLine.ScheduleFailure) -> Money {
    try standing.wanted(endingOn: lastDay, in: FinancialYear(of: lastDay), terms: terms).values
      .map(\.amount).total()
  }

  private func due(
    _ credit: Money, from line: PlanLine, on day: Day, _ standing: LineStanding
  ) -> Proposal {
    Proposal(
      .placementEnded, on: day, line.creditDue(credit), details: [Detail(.lastDay, lastDay)],
      correction: standing.latestPayment.map { .corrects($0) })
  }

  /// What is committed and will not be needed, released from the last instalment backwards.
  private func releases(
    of line: PlanLine, earned: Money, _ standing: LineStanding,
    in year: FinancialYear
  ) -> [Proposal] {
    // What is paid in later years is for the time before, as far as something was owed for it. What is out
    // with a family has been paid, whether it was spent or not.
    let paid = standing.paid(in: DaySpan(from: year.first))
    let stillOwed = max(earned - paid, .zero)
    var spare = max(standing.committed(through: year) - stillOwed, .zero)
    var releases: [Proposal] = []
    for (day, amount) in standing.openInstalments(in: year).reversed() where spare > .zero {
      let released = min(amount, spare)
      spare -= released
      releases.append((standing.line(on: day) ?? line).released(released, on: day))
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
  /// What was committed for an instalment and is not needed.
  fileprivate func released(_ amount: Money, on day: Day) -> Proposal {
    Proposal(
      .commitmentReleased, on: day, [Movement(amount, debit: budget, credit: coding(.committed))])
  }

  fileprivate func creditDue(_ amount: Money) -> [Movement<Coding>?] {
    [
      .signed(amount, debit: coding(.dueFromSchools), credit: coding(.expenditure)),
      .signed(amount, debit: budget, credit: coding(.spent)),
    ]
  }
}
