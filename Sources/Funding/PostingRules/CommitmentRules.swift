public import Bookkeeping

extension Proposal {
  /// A commitment made, on the day from which it may be used.
  ///
  /// Budget: committed / allocated.
  public static func commitmentMade(
    _ fund: Fund, _ use: Use, _ amount: Money, on day: Day
  ) -> Proposal {
    Proposal(
      .commitmentMade, on: day,
      [
        Movement(
          amount, debit: Coding(fund, .committed, use),
          credit: Coding(fund, .allocated, use.budgetLine))
      ])
  }

  /// A commitment released: money no longer set aside, on the day of the instalment that it was for.
  ///
  /// Budget: allocated / committed.
  public static func commitmentReleased(
    _ fund: Fund, _ use: Use, _ amount: Money, on day: Day
  ) -> Proposal {
    Proposal(
      .commitmentReleased, on: day,
      [
        Movement(
          amount, debit: Coding(fund, .allocated, use.budgetLine),
          credit: Coding(fund, .committed, use))
      ])
  }
}

extension LineStanding {
  /// Help that the council arranges and had not given when a year was closed, committed again on
  /// the first day of the next.
  ///
  /// Budget: committed / allocated.
  ///
  /// What is owed to a child is help, and does not lapse with the council's year. What was committed for
  /// the time after an end that came to light later is not owed.
  public func carried(
    into year: FinancialYear, terms: TermDates?
  ) throws(PlanLine.ScheduleFailure) -> Proposal? {
    guard let line = line(on: year.first), line.held == .organisedArrangement,
      !isCarried(into: year)
    else { return nil }
    let before = FinancialYear(starting: year.start - 1)
    let wanted = try wanted(in: before, terms: terms).mapValues(\.amount)
    let scheduled = scheduledLessCredits(in: before, towards: wanted).values.total()
    let owed =
      lapsed(on: before.last) - max(scheduled - wanted.values.total(), .zero)
    guard owed > .zero else { return nil }
    return Proposal(
      .commitmentCarried, on: year.first,
      [Movement(owed, debit: line.coding(.committed), credit: line.budget)])
  }

  /// Brings what is committed for a line to what its versions now say, instalment by instalment.
  ///
  /// Each difference is posted on its instalment's own day: committed / allocated where there is
  /// more to set aside, allocated / committed where there is less. No more is released than is
  /// committed of the year: what was paid beyond what is wanted has to come back first.
  ///
  /// `line` is a version that is about to hold, if there is one.
  /// `last` is the last day of the line, where it has just ended.
  public func commitments(
    adding line: PlanLine? = nil, endingOn last: Day? = nil, in year: FinancialYear,
    terms: TermDates?
  ) throws(PlanLine.ScheduleFailure) -> [Proposal] {
    let wanted = try wanted(adding: line, endingOn: last, in: year, terms: terms)
    let scheduled = scheduledLessCredits(in: year, towards: wanted.mapValues(\.amount))
    var changes = Set(wanted.keys).union(scheduled.keys).sorted().map { day in
      (day: day, change: (wanted[day]?.amount ?? .zero) - (scheduled[day] ?? .zero))
    }
    var missing = Money.zero - committed(in: year) - changes.map(\.change).total()
    for place in changes.indices where missing > .zero && changes[place].change < .zero {
      let kept = min(Money.zero - changes[place].change, missing)
      changes[place].change += kept
      missing -= kept
    }
    return changes.compactMap { day, change in
      guard change != .zero, let holder = wanted[day]?.line ?? self.line(on: day) else {
        return nil
      }
      return Proposal(
        change > .zero ? .commitmentMade : .commitmentReleased, on: day,
        [.signed(change, debit: holder.coding(.committed), credit: holder.budget)])
    }
  }

  /// What the versions of the line want of a year, instalment by instalment, and which wants it.
  func wanted(
    adding line: PlanLine? = nil, endingOn last: Day? = nil, in year: FinancialYear,
    terms: TermDates?
  ) throws(PlanLine.ScheduleFailure) -> [Day: (line: PlanLine, amount: Money)] {
    var versions = versions.filter { $0.from != line?.from }
    if let line { versions.append(line) }
    versions.sort { $0.from < $1.from }

    var wanted: [Day: (line: PlanLine, amount: Money)] = [:]
    for (index, version) in versions.enumerated() {
      let next = index + 1 < versions.count ? versions[index + 1].from.advanced(by: -1) : nil
      let end = [next, last].compactMap(\.self).min()
      for instalment in less(
        try version.instalments(in: year, until: end, terms: terms), of: version, in: year)
      {
        wanted[instalment.day] = (version, instalment.amount)
      }
    }
    return wanted
  }
}
