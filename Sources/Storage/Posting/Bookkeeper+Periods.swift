public import Bookkeeping
import Funding

/// Why a period may not be prepared, closed or reopened.
public enum PeriodRefusal: Error, Hashable, Sendable {
  case alreadyClosed(Month)
  case notClosed(Month)
  case notPrepared(Month)
  /// Whoever prepares a period does not close it.
  case preparedByYou(Month)
  case reasonMissing(Month)
  case yearClosed(FinancialYear)
  /// Something that counts in it, or in the earlier month that is named, was recorded after it was prepared.
  case moved(Month, in: Month, by: Int)
  /// Something waits for a person that is to be settled, or carried with a reason.
  case stillWaiting(Month, StillWaiting)
  /// An earlier month of the year is still open.
  case notYetOver(Month, today: Day)
  /// It is before the ledger's first year.
  case beforeLedger(Month, opens: Day)
  /// It begins neither in the year of that day nor in the next.
  case yearFarOff(FinancialYear, today: Day)
  /// A year before it is still open.
  case earlierYearOpen(FinancialYear, before: FinancialYear)
}

extension Bookkeeper {
  /// Says that a period is ready to be looked at by somebody else.
  ///
  /// `previews` is how many files with rows of it, or of an earlier month, wait to be committed.
  /// `reason` is why what waits is carried into the next month.
  /// - Returns: whether that is new, and not the last that was said.
  @discardableResult
  public func prepare(
    _ month: Month, previews: Int = 0, carrying reason: LedgerText? = nil
  ) async throws -> Bool {
    try requireOpened(by: month)
    guard !closed.contains(month) else { throw PeriodRefusal.alreadyClosed(month) }
    guard month.last <= recorded else { throw PeriodRefusal.notYetOver(month, today: recorded) }
    let waiting = try await stillWaiting(by: month.last, previews: previews)
    guard !waiting.isEmpty else { return try await noteMonth(.periodPrepared, month) }
    guard let reason else { throw PeriodRefusal.stillWaiting(month, waiting) }
    return try await noteMonth(
      .periodPrepared, month, waiting.details + [Detail(.reason, reason)])
  }

  /// What of the days until then waits for a person.
  private func stillWaiting(by day: Day, previews: Int) async throws -> StillWaiting {
    let window = (try? policy.days(.twinDays, on: day)) ?? 0
    let held = try await writer.heldRows().count { $0.day <= day }
    let due = try await writer.unpaidInstalments(by: day.advanced(by: -window)).count
    let unmatched = try await writer.unmatchedPayments(within: window).count { $0.sum.day <= day }
    return StillWaiting(rows: held, previews: previews, unmatched: unmatched, due: due)
  }

  /// Closes a period, which another person has prepared.
  ///
  /// It takes no entry from then on, and nor does a month before it: what is there at its end was prepared with it.
  /// Whoever has an adopted key signs the record that closes it.
  public func close(_ month: Month, signing: Signing? = nil) async throws {
    try requireOpened(by: month)
    guard !closed.contains(month) else { throw PeriodRefusal.alreadyClosed(month) }
    try await requirePrepared(month)
    try await shut(month, signing)
    closed = try await writer.closedMonths()
  }

  /// Whether a month was closed by itself, and not opened again since.
  private func isShut(_ month: Month) async throws -> Bool {
    let closed = try await writer.records(mentioning: .fact(.periodClosed, of: month.description))
    let opened = try await writer.records(mentioning: .fact(.periodReopened, of: month.description))
    return closed.last.map { $0.number > opened.last?.number ?? 0 } ?? false
  }

  private func shut(_ month: Month, _ signing: Signing?) async throws {
    try await noteMonth(.periodClosed, month)
    closed.insert(month)
    try await sign(month, with: signing)
  }

  /// Opens a closed period again by the word of two people, for a reason that the next report prints.
  ///
  /// - Returns: whether it is open by this word.
  public func reopen(_ month: Month, because reason: LedgerText) async throws -> Bool {
    try requireOpened(by: month)
    guard closed.contains(month) else { throw PeriodRefusal.notClosed(month) }
    guard !reason.words.isEmpty else { throw PeriodRefusal.reasonMissing(month) }
    let year = FinancialYear(of: month.first)
    try await requireOpen(year)
    // What was said of it before it was closed, by itself or with a later month, is of an earlier time.
    let opened =
      try await writer.records(mentioning: .fact(.periodReopened, of: month.description))
      .last?.number ?? 0
    let shut = try await writer.all(PeriodClosed.self)
      .filter { $0.value.month >= month && $0.number > opened }.map(\.number).min()
    let source = Source(word(on: LedgerText("period", month)), details: [Detail(.reason, reason)])
    let isOpen = try await posting {
      try await keepByTwo(
        Fact(.periodReopened, of: month.description, on: month.last, source),
        since: shut ?? 0)
    }
    if isOpen { closed.remove(month) }
    return isOpen
  }

  /// Closes a year in both layers, and every month of it that is open, each signed like any other.
  ///
  /// - Returns: the numbers of the closing entries.
  public func close(_ year: FinancialYear, signing: Signing? = nil) async throws -> [Int] {
    let last = Month(of: year.last)
    try requireOpened(by: last)
    try await requireOpen(year)
    guard !closed.contains(last) else { throw PeriodRefusal.alreadyClosed(last) }
    try await requireClosed(before: year)
    try await requirePrepared(last)

    let numbers = try await posting {
      let balances = try await writer.balances(through: year.last)
      var voucher = Voucher()
      for proposal in try YearClosed(year, balances: balances).proposals() {
        voucher.add(proposal, from: .rule(name: "year-closed", record: nil), on: proposal.day)
      }
      return try await write(voucher)
    }
    // What was closed with a later month is closed, and signed, by itself now.
    for month in year.months where try await !isShut(month) { try await shut(month, signing) }
    let source = Source(word(on: LedgerText("year", year)))
    _ = try await keep(Fact(.yearClosed, of: year.description, on: year.last, source))
    return numbers
  }

  /// Commits the contracts and the plan lines of a year that has begun or is about to, and what was still owed to a
  /// child when the year before was closed.
  ///
  /// - Returns: the numbers of the entries.
  public func open(_ year: FinancialYear) async throws -> [Int] {
    try requireOpened(by: Month(of: year.first))
    guard year <= FinancialYear(of: recorded).next else {
      throw PeriodRefusal.yearFarOff(year, today: recorded)
    }
    try await requireOpen(year)
    return try await posting {
      let lines = try await writer.all(PlanLine.self).map(\.value.reference)
      var numbers = try await commitContracts(of: year)
      for reference in Set(lines).sorted() {
        let standing = try await writer.standing(of: reference)
        let due = try standing.commitments(in: year, terms: policy.terms(on: year.first))
        let before = FinancialYear(starting: year.start - 1)
        let carried = try standing.carried(into: year, terms: policy.terms(on: before.first))
        numbers += try await opening(due + [carried].compactMap(\.self))
      }
      return numbers
    }
  }

  private func commitContracts(of year: FinancialYear) async throws -> [Int] {
    let contracts = try await writer.all(Contract.self).map(\.value.reference)
    var numbers: [Int] = []
    for reference in Set(contracts).sorted() {
      let standing = try await writer.standing(of: reference)
      guard let contract = standing.contract(on: year.last) else { continue }
      numbers += try await opening(standing.commitments(adding: contract, in: year))
    }
    return numbers
  }

  private func opening(_ proposals: [Proposal]) async throws -> [Int] {
    var voucher = Voucher()
    for proposal in proposals {
      voucher.add(
        proposal, from: .rule(name: "year-opened", record: nil),
        on: try postingDay(for: proposal.day))
    }
    return try await write(voucher)
  }

  private func requireOpen(_ year: FinancialYear) async throws {
    let closed = try await writer.facts(.fact(.yearClosed, of: year.description))
    guard closed.isEmpty else { throw PeriodRefusal.yearClosed(year) }
  }

  private func requireOpened(by month: Month) throws(PeriodRefusal) {
    if let opens, month.last < opens { throw .beforeLedger(month, opens: opens) }
  }

  /// Refuses to close a year while what it begins with is still provisional.
  private func requireClosed(before year: FinancialYear) async throws {
    guard let opens, opens < year.first else { return }
    let closed = try await writer.closedYears()
    let open = (FinancialYear(of: opens)..<year).first { !closed.contains($0) }
    if let open { throw PeriodRefusal.earlierYearOpen(open, before: year) }
  }

  /// Refuses to close a month that nobody else has prepared, or by the end of which something counts since.
  private func requirePrepared(_ month: Month) async throws {
    guard
      let prepared = try await writer.records(
        mentioning: .fact(.periodPrepared, of: month.description)
      ).last
    else { throw PeriodRefusal.notPrepared(month) }
    let reopened = try await writer.records(
      mentioning: .fact(.periodReopened, of: month.description)
    ).last
    if let reopened, reopened.number > prepared.number { throw PeriodRefusal.notPrepared(month) }
    guard !Actor(prepared.actor).mayBe(actor) else { throw PeriodRefusal.preparedByYou(month) }
    var next = prepared.number + 1
    let head = try await head()
    while next <= head {
      let page = try await writer.records(next...min(next + 499, head))
      for record in page {
        guard let day = record.content.entry?.day, day <= month.last else { continue }
        throw PeriodRefusal.moved(month, in: Month(of: day), by: record.number)
      }
      next += 500
    }
  }

  @discardableResult
  private func noteMonth(
    _ kind: FactKind, _ month: Month, _ details: [Detail] = []
  ) async throws(StorageFailure) -> Bool {
    let source = Source(word(on: LedgerText("period", month)), details: details)
    let before = try await head()
    return try await keepOnce(Fact(kind, of: month.description, on: month.last, source)) > before
  }
}

extension PeriodRefusal {
  /// The refusal as a person should read it.
  public var diagnostic: Diagnostic {
    switch self {
    case .alreadyClosed(let month):
      .error(
        "period-closed", "\(month) is closed",
        next: "post in the first open month, or: \(.reopen("\(month)"))")
    case .notClosed(let month):
      .error(
        "period-not-closed", "\(month) is not closed",
        next: "close it first: \(.prepare("\(month)"))")
    case .notPrepared(let month):
      .error(
        "period-not-prepared", "nobody has prepared \(month)",
        why: "whoever prepares a period and whoever closes it are two people",
        next: "have it prepared: \(.prepare("\(month)"))")
    case .stillWaiting(let month, let waiting):
      .error(
        "still-waiting", "\(waiting.words), of \(month) or before",
        why: "what is not settled by the end of a month is forgotten in the next",
        next: "settle it: \(.listWaiting); or carry it: --carry REASON")
    case .preparedByYou(let month):
      .error(
        "preparer-cannot-close", "you prepared \(month)",
        why: "whoever prepares a period and whoever closes it are two people",
        next: "have somebody else close it")
    case .moved(let month, let earlier, let number):
      .error(
        "period-moved",
        "\(earlier) has moved since \(earlier == month ? "it" : "\(month)") was prepared, by record \(number)",
        why: "what is closed is what was prepared and looked at, with all that came before it",
        next: "look at it, and have \(month) prepared again: \(.showRecord(number))")
    case .reasonMissing(let month):
      .error(
        "reason-missing", "no reason is given for reopening \(month)",
        next: "give one: --reason TEXT")
    case .yearClosed(let year):
      .error(
        "year-closed", "\(year) is closed", why: "its closing entries rest on what its months hold",
        next: "post in the first open month; the entry keeps its own day")
    case .notYetOver(let month, let today):
      .error(
        "period-not-over", "\(month) is not over on \(today)",
        next: "prepare it after \(month.last)")
    case .beforeLedger(let month, let opens):
      .error(
        "date-before-ledger", "\(month) is before the ledger",
        why: "the ledger opens on \(opens), and what was before is in its openings",
        next: "name a month or a year from \(opens) on")
    case .yearFarOff(let year, let today):
      .error(
        "year-far-off", "\(year) has not begun on \(today), and is not the next year",
        why: "what its contracts and plan lines will be is not yet known",
        next: "open it in the year before it, or later")
    case .earlierYearOpen(let open, let year):
      .error(
        "earlier-year-open", "\(open) is not closed, and \(year) is after it",
        why: "what a year begins with is what the year before it closed with",
        next: "close the earlier one first: \(.closeYear("\(open)"))")
    }
  }
}
