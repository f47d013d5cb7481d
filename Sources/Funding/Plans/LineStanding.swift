public import Bookkeeping

/// What stands in the ledger for one plan line: what its rules need to know.
public struct LineStanding: Sendable {
  public let reference: PlanLineReference
  /// The versions of the line, the earliest first.
  public let versions: [PlanLine]
  /// What was granted out of the line, or out of the purchase that it stands for.
  let grants: [GrantRecord]
  let postings: [LinePosting]

  /// Gathers what stands for a line.
  ///
  /// `versions` are those that hold, in the order in which they were recorded; of two for one day the
  /// later does.
  /// `grants` are what was granted out of it, or out of the purchase that it stands for.
  /// `postings` are the movements that touch the line, in order.
  public init(
    of reference: PlanLineReference, versions: [PlanLine], grants: [GrantRecord],
    postings: [LinePosting]
  ) {
    self.postings = postings
    self.reference = reference
    self.grants = grants
    self.versions = versions.reduce(into: []) { lines, line in
      lines.removeAll { $0.from == line.from || line.isLast && $0.from > line.from }
      lines.append(line)
    }
    .sorted { $0.from < $1.from }
  }

  /// The same from the records that mention the line, in order.
  public init(
    of reference: PlanLineReference, versions: [PlanLine], grants: [GrantRecord],
    records: [JournalRecord]
  ) {
    self.init(
      of: reference, versions: versions, grants: grants,
      postings: records.flatMap(\.linePostings).filter { $0.line == reference }.map(\.posting))
  }
}

extension LineStanding {
  /// The version that holds on a day.
  public func line(on day: Day) -> PlanLine? { versions.last { $0.from <= day } ?? versions.first }

  /// What stands on a heading for the line, on all days together.
  public func balance(_ heading: Heading) -> Money { postings.map { $0.gain(heading) }.total() }

  /// What stands on a heading for the line in one year: its closing is not counted.
  public func balance(_ heading: Heading, in year: FinancialYear) -> Money {
    postings.filter { year.days.contains($0.day) && !$0.event.isClosing }
      .map { $0.gain(heading) }.total()
  }

  /// What is committed and not yet used, up to the end of that year.
  public func committed(through year: FinancialYear) -> Money {
    postings.filter { $0.day <= year.last }.map { $0.gain(.committed) }.total()
  }

  /// What is committed of one year alone and not yet used.
  func committed(in year: FinancialYear) -> Money {
    postings.filter { year.days.contains($0.day) }.map { $0.gain(.committed) }.total()
  }

  /// What has been committed for each day of a year, less what has been released from it.
  public func scheduled(in year: FinancialYear) -> [Day: Money] {
    var days: [Day: Money] = [:]
    for posting in postings where posting.isScheduled && year.days.contains(posting.ownDay) {
      days[posting.ownDay, default: .zero] += posting.gain(.committed)
    }
    return days.filter { $0.value != .zero }
  }

  /// The years of which something is or was committed or spent, the earliest first.
  public var years: [FinancialYear] { Set(postings.map { FinancialYear(of: $0.ownDay) }).sorted() }

  /// What grants have given back of a year, by the day of the instalment.
  func released(in year: FinancialYear) -> [Day: Money] {
    var days: [Day: Money] = [:]
    for posting in postings
    where posting.event == .sumReleased && year.days.contains(posting.ownDay) {
      days[posting.ownDay, default: .zero] += Money.zero - posting.gain(.committed)
    }
    return days
  }

  /// The instalments of a year not yet used, the oldest first: what has been used is taken from the
  /// oldest.
  ///
  /// `committed` is what is not yet used; that of the year and of those before it, where none is given.
  public func openInstalments(
    in year: FinancialYear, of committed: Money? = nil
  ) -> [(day: Day, amount: Money)] {
    let scheduled = scheduled(in: year).sorted { $0.key < $1.key }
    var used = scheduled.map(\.value).total() - (committed ?? self.committed(through: year))
    return scheduled.compactMap { day, amount in
      let taken = min(max(used, .zero), amount)
      used -= taken
      return amount == taken ? nil : (day, amount - taken)
    }
  }

  /// Whether an instalment of a year that comes to an amount is open, in whichever order they were paid.
  ///
  /// Where all that was paid was whole instalments, each was its own; otherwise what was paid is taken from the
  /// oldest.
  public func hasOpenInstalment(of amount: Money, in year: FinancialYear) -> Bool {
    var open = scheduled(in: year).map(\.value)
    for posting in postings
    where !posting.isScheduled && !posting.event.isClosing && year.days.contains(posting.ownDay) {
      let gain = posting.gain(.committed)
      if gain > .zero { open.append(gain) }
      guard gain < .zero else { continue }
      guard let paid = open.firstIndex(of: -gain) else {
        return openInstalments(in: year).contains { $0.amount == amount }
      }
      open.remove(at: paid)
    }
    return open.contains(amount)
  }

  /// What was spent on the line, by the instalment that the spending belongs to.
  public func spent(in days: DaySpan) -> Money {
    postings.filter { days.contains($0.ownDay) && !$0.event.isClosing }
      .map { $0.gain(.spent) }.total()
  }

  /// What was spent on the line, and what is out to be spent.
  func paid(in days: DaySpan) -> Money {
    spent(in: days)
      + postings.filter { days.contains($0.ownDay) && !$0.event.isClosing }
      .map { $0.gain(.advanced) }.total()
  }

  /// What of a year has gone beyond what was committed for the line: spent or advanced out of what was
  /// allocated, less what has come back to it.
  public func beyondCommitted(in year: FinancialYear) -> Money {
    postings.filter { year.days.contains($0.ownDay) && !$0.event.isClosing }.map { posting in
      switch (posting.debit, posting.credit) {
      case (.spent, .allocated), (.advanced, .allocated): return posting.amount
      case (.allocated, .spent), (.allocated, .advanced): return -posting.amount
      default: return .zero
      }
    }.total()
  }

  /// What stands for the line out of a contract's commitment, by the day of the instalment.
  func stated(from first: Day) -> [(day: Day, amount: Money)] {
    var days: [Day: Money] = [:]
    for posting in postings
    where posting.ownDay >= first
      && (posting.event == .budgetStated || posting.event == .budgetWithdrawn)
    {
      days[posting.ownDay, default: .zero] += posting.gain(.committed)
    }
    return days.filter { $0.value > .zero }.sorted { $0.key < $1.key }
      .map { (day: $0.key, amount: $0.value) }
  }

  /// What has been scheduled in a year, less what was paid out of it and is due back since a placement
  /// ended.
  ///
  /// That is neither committed any more nor to be released. It is taken from the last instalments of which
  /// less is wanted now than was scheduled.
  func scheduledLessCredits(in year: FinancialYear, towards wanted: [Day: Money]) -> [Day: Money] {
    var left =
      postings.filter { $0.traits.contains(.isOfEnd) && year.days.contains($0.ownDay) }
      .map { Money.zero - $0.gain(.spent) }.total()
    var days = scheduled(in: year)
    let open = Dictionary(
      uniqueKeysWithValues: openInstalments(in: year).map { ($0.day, $0.amount) })
    for (day, amount) in days.sorted(by: { $0.key > $1.key }) where left > .zero {
      let surplus = amount - (wanted[day] ?? .zero)
      let used = amount - (open[day] ?? .zero)
      let credited = min(left, max(min(surplus, used), .zero))
      days[day] = amount - credited
      left -= credited
    }
    return days
  }

  /// The last day of a year on which something was spent on the line.
  func lastSpending(in year: FinancialYear) -> Day? {
    postings.filter { year.days.contains($0.ownDay) && $0.gain(.spent) > .zero }.map(\.ownDay).max()
  }

  /// The invoices received by a day and not yet paid, the oldest first.
  public func unpaidInvoices(by day: Day) -> [(record: Int, amount: Money)] {
    var open: [(record: Int, amount: Money)] = []
    for posting in postings.sorted(by: { ($0.day, $0.record) < ($1.day, $1.record) }) {
      let owed = Money.zero - posting.gain(.creditors)
      if owed > .zero, posting.ownDay <= day {
        open.append((posting.record, owed))
      } else if owed < .zero {
        LineStanding.take(-owed, from: &open)
      }
    }
    return open
  }

  /// Takes a payment from the invoice of that amount, or else from the oldest.
  private static func take(_ amount: Money, from open: inout [(record: Int, amount: Money)]) {
    if let same = open.firstIndex(where: { $0.amount == amount }) {
      open.remove(at: same)
      return
    }
    var left = amount
    while left > .zero, !open.isEmpty {
      let taken = min(left, open[0].amount)
      left -= taken
      open[0].amount -= taken
      if open[0].amount == .zero { open.removeFirst() }
    }
  }

  /// The number of the latest payment made for the line, which a credit puts right.
  public var latestPayment: Int? {
    postings.last { $0.event == .paymentMade && !$0.traits.contains(.isReversal) }?.record
  }
}

extension Source {
  /// Whether it is a row of an import that has been taken back, or was read from one.
  public func isUndone(_ batches: Set<Int>) -> Bool {
    if case .row(let row) = origin { return batches.contains(row.batch) }
    guard let batch = self[.readFrom].flatMap(ImportReference.init) else { return false }
    return batches.contains(batch.number)
  }
}

extension LineStanding {
  /// What was committed for the line and lapsed when a year was closed on that day.
  func lapsed(on day: Day) -> Money {
    postings.filter { $0.event == .yearUnusedReleased && $0.day == day }
      .map { Money.zero - $0.gain(.committed) }.total()
  }

  /// Whether what lapsed has been committed again for a year.
  func isCarried(into year: FinancialYear) -> Bool {
    postings.contains { $0.event == .commitmentCarried && year.days.contains($0.ownDay) }
  }

  /// The instalments of a version, without what grants have taken out of them.
  ///
  /// A version restates its sum: what was granted before it began is taken to be in it.
  func less(
    _ instalments: [Instalment], of version: PlanLine, in year: FinancialYear
  ) -> [Instalment] {
    let grants = grants.filter { version.from < $0.starts }
    guard !grants.isEmpty else { return instalments }
    let posted = released(in: year)
    var amounts = instalments.map { $0.amount - (posted[$0.day] ?? .zero) }
    for taken in grants.flatMap({ $0.taken(from: reference) }) where taken.from <= year.last {
      // What was given back of the year of the grant was posted with it.
      if year.days.contains(taken.from), !posted.isEmpty { continue }
      let open = instalments.filter { $0.day >= taken.from }
      guard let first = open.first, let last = open.last else { continue }
      let days = first.day.distance(to: last.covers.upperBound) + 1
      let share = Fraction(Int64(days), over: Int64(year.length))
      let parts = taken.amount.times(share).shared(in: open.map(\.amount.pence))
      for (offset, part) in parts.enumerated() {
        let index = amounts.count - parts.count + offset
        amounts[index] = max(amounts[index] - part, .zero)
      }
    }
    return zip(instalments, amounts).map { Instalment(covers: $0.covers, amount: $1) }
      .filter { $0.amount > .zero }
  }
}

extension LineStanding {
  /// Whether the line is what it was there: its money, its days and how it is held, whoever decided it.
  public func isHeld(as other: LineStanding) -> Bool {
    versions.elementsEqual(other.versions) { one, other in
      one.fund == other.fund && one.use == other.use && one.held == other.held
        && one.rate == other.rate && one.proRata == other.proRata
        && one.instalments == other.instalments && one.from == other.from && one.to == other.to
    }
  }
}
