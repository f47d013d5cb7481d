public import Bookkeeping
public import Funding

/// Turns events into posted entries.
///
/// It looks up what a rule has to know, applies the rule, moves what belongs to a closed month to
/// the first open day, and writes. It decides nothing that a rule could decide.
public final class Bookkeeper {
  let writer: any LedgerWriter
  /// The day on which this is recorded.
  public let recorded: Day
  /// The day under which it stands in the chain: it never goes back, whatever the clock says.
  private let entered: Day
  /// The latest day that is known to have come: that of a clock set back is none on which less is forbidden.
  var latest: Day { max(recorded, entered) }
  /// The day of the last record, where it is so long ago that two people have to say that it is right.
  private let rested: Day?
  let actor: Actor
  /// Whether all that is posted will be given up.
  let isRehearsal: Bool
  var closed: Set<Month>
  var policy: Policy
  /// The first day of the ledger's first year, where a ledger has been opened: nothing counts before it.
  let opens: Day?
  /// The last day of the year after that of recording: nothing counts later.
  let ends: Day
  var agreedSums: AgreedSums

  /// Opens the books of a ledger that is being written to.
  ///
  /// `recorded` is the day on which this is recorded.
  /// `actor` is who acts.
  init(
    _ writer: any LedgerWriter, on recorded: Day, by actor: Actor, isRehearsal: Bool
  ) async throws(StorageFailure) {
    self.writer = writer
    self.recorded = recorded
    // The last years of the calendar have no next one.
    ends = recorded.year < 9990 ? FinancialYear(of: recorded).next.last : recorded
    self.actor = actor
    self.isRehearsal = isRehearsal
    closed = try await writer.closedMonths()
    policy = try await writer.policy()
    if policy.signIn == .serviceAccount, !actor.isSignedIn { throw .notSignedIn }
    let head = try await writer.head().number
    let last = try await writer.record(head)?.recorded ?? recorded
    let mayBeWrong = last.distance(to: recorded) > Bookkeeper.longestRest
    rested = mayBeWrong && !policy.resumes(by: recorded, after: last) ? last : nil
    entered = rested ?? max(recorded, last)
    opens = try await writer.last(Charter.self)?.value.firstYear.first
    agreedSums = try await AgreedSums(writer)
  }

  /// What of the last events has gone beyond what is agreed, and was not refused.
  var beyond: [EventRefusal] = []

  /// By a day: the last record that had been recorded by its end, where that has been looked for.
  var lastRecords: [Day: Int] = [:]

  /// The references of contracts, requests and evidence in what has been written: people make them of names.
  public private(set) var references: Set<String> = []

  /// What was paid for lines of the budget, where an invoice has been held against that.
  var paidPlain: [PaidWithoutLine.Key: [PaidWithoutLine]] = [:]

  /// The lines on which more or less money is out since something was taken back, and from which day.
  var unsettled: [PlanLineReference: Day] = [:]
  /// What stood in the accounts of entries that were taken back, before they were.
  var before: [Stood: Money] = [:]

  /// Notes an amount that is more than what stands for it, and refuses one that is far more: with what
  /// went `beyond` before it, so that many small sums are not let through for one large.
  func hold(
    _ amount: Money, to standing: Money, beyond before: Money = .zero, of name: String, on day: Day
  ) throws(EventRefusal) {
    let agreed = max(standing, .zero)
    guard amount > agreed else { return }
    let limit = policy.beyondAgreed(on: day)
    // Where less than nothing stands, so much has gone beyond already.
    guard amount - agreed + max(before, .zero - standing, .zero) <= limit else {
      throw .beyondAgreed(amount, agreed: agreed, of: name, limit: limit)
    }
    beyond.append(.beyondAgreed(amount, agreed: agreed, of: name, limit: nil))
  }

  /// What a person has to be told of the last events.
  public func warnings(at place: Place? = nil) -> [Diagnostic] {
    beyond.map { $0.diagnostic(at: place) }
  }

  /// For how many days nothing may be recorded before the day of recording is asked about.
  static let longestRest = 800

  /// Posts an event, and returns the numbers of what was recorded.
  @discardableResult
  public func post(_ event: FundingEvent, from origin: Origin) async throws(PostingFailure)
    -> [Int]
  {
    try await post([(event, origin)])
  }

  /// Posts the events of one document: what they do on one day, by one rule, is one entry.
  ///
  /// Two events for one plan line are two entries, since the second has to see what the first did.
  @discardableResult
  public func post(_ document: [(event: FundingEvent, origin: Origin)])
    async throws(PostingFailure) -> [Int]
  {
    try await posting {
      beyond = []
      var numbers = try await post(document.map { matter($0.event, from: $0.origin) })
      for (event, _) in document {
        guard let (line, day) = event.lettingOut else { continue }
        numbers += try await countProof(of: line, on: day)
      }
      if document.contains(where: \.event.agrees) { agreedSums = try await AgreedSums(writer) }
      return numbers
    }
  }

  /// One thing of a document: the plan line that it is about, and what its rule comes to once what went
  /// before has been written.
  struct Matter {
    let line: PlanLineReference?
    let origin: Origin
    let outcome: () async throws -> Outcome
  }

  func matter(_ event: FundingEvent, from origin: Origin) -> Matter {
    Matter(line: event.planLine, origin: origin) { try await self.outcome(of: event, from: origin) }
  }

  func post(_ document: [Matter]) async throws -> [Int] {
    var voucher = Voucher()
    var numbers: [Int] = []
    var touched: Set<PlanLineReference> = []
    for matter in document {
      if let line = matter.line, !touched.insert(line).inserted {
        numbers += try await write(voucher)
        voucher = Voucher()
        touched = [line]
      }
      try add(try await matter.outcome(), of: matter, to: &voucher)
    }
    return try await numbers + write(voucher)
  }

  private func add(_ outcome: Outcome, of matter: Matter, to voucher: inout Voucher) throws {
    for proposal in outcome.proposals where !proposal.isEmpty {
      voucher.add(proposal, from: matter.origin, on: try postingDay(for: proposal.day))
    }
    voucher.facts += outcome.facts
  }

  /// What an event would be recorded as.
  func contents(of event: FundingEvent, from origin: Origin) async throws -> [JournalContent] {
    let matter = matter(event, from: origin)
    var voucher = Voucher()
    try add(try await matter.outcome(), of: matter, to: &voucher)
    return try voucher.contents()
  }

  /// What an event that needs nothing looked up would be recorded as.
  ///
  /// - Returns: none where its rule has to know what stands in the ledger.
  public func draft(of event: FundingEvent, from origin: Origin) throws(PostingFailure) -> Draft? {
    beyond = []
    do throws(EventRefusal) {
      switch event {
      case .paymentMade(.budget(let fund, let use), let amount, let day, false):
        // A refund is held to what was spent only where that could refuse it.
        if policy.isLargeRefund(amount, on: day) || use.contract != nil { return nil }
        try hold(amount, for: fund, use, on: day)
        return try draft(of: Proposal.paymentMade(fund, use, amount, on: day), from: origin)
      case .paymentNotPlaced(let amount, let day):
        return try draft(of: Proposal.paymentNotPlaced(amount, on: day), from: origin)
      default: return nil
      }
    } catch {
      throw .refused(error)
    }
  }

  private func draft(of proposal: Proposal, from origin: Origin) throws(EventRefusal) -> Draft {
    let day = try postingDay(for: proposal.day)
    do {
      let entry = try FundingEntry(
        FundingProposal(
          on: day, belongingTo: day == proposal.day ? nil : proposal.day,
          parts: [Part(Source(origin, details: proposal.details), proposal.movements)]))
      return draft(.posted(proposal.event, entry))
    } catch {
      throw .entry(error)
    }
  }

  /// The ledger as it stands in the middle of this piece of writing.
  public var ledger: any LedgerReading { writer }

  /// The same, as books of now.
  public func books() async throws(StorageFailure) -> Books {
    try await Books(writer.questions, at: .now)
  }

  /// The number of the last record, so far.
  public func head() async throws(StorageFailure) -> Int { try await writer.head().number }

  /// What has been recorded after that number, so far.
  public func records(after number: Int) async throws(StorageFailure) -> [JournalRecord] {
    let last = try await writer.head().number
    return last > number ? try await writer.records(number + 1...last) : []
  }

  /// Records what was drafted, in its order.
  public func post(_ drafts: [Draft]) async throws(StorageFailure) {
    try requireRested()
    try await writer.take(drafts)
  }

  func draft(_ content: JournalContent) -> Draft {
    Draft(recorded: entered, actor: actor.name, content: content)
  }

  /// Everything that is recorded goes this way.
  ///
  /// - Throws: ``StorageFailure/recordedLongAfter(_:last:)``, but for the word of the two people on it.
  func append(_ drafts: [Draft], resuming: Bool = false) async throws(StorageFailure) -> Int {
    if !resuming { try requireRested() }
    for draft in drafts { draft.content.nameReferences(&references) }
    return try await writer.append(drafts)
  }

  private func requireRested() throws(StorageFailure) {
    if let rested { throw .recordedLongAfter(recorded, last: rested) }
  }

  /// Remembers rows as posted.
  ///
  /// They may come in any order, and come fastest in that of their identities.
  public func remember(_ rows: [SeenRow]) async throws(StorageFailure) {
    try await writer.remember(rows)
  }

  /// Records a fact that has been checked.
  func keep(_ fact: Fact) async throws(StorageFailure) -> Int {
    try await append([draft(.noted(fact))])
  }

  /// The same, unless the ledger ends with that very word of a person: said again, it says nothing new.
  func keepOnce(_ fact: Fact) async throws(StorageFailure) -> Int {
    if fact.source.origin.isByHand {
      let last = try await head()
      if try await writer.record(last)?.content == .noted(fact) { return last }
    }
    return try await keep(fact)
  }

  /// The word of whoever acts, as where a record comes from.
  func word(on document: some LedgerValue) -> Origin {
    .command(person: actor.name, document: LedgerText(document))
  }

  /// The day on which something of that day counts: its own, or the first open one after a closed
  /// month.
  ///
  /// - Throws: ``EventRefusal/dayBeforeLedger(_:opens:)``: what was before is in the openings; or
  ///   ``EventRefusal/dayFarOff(_:ends:)``.
  func postingDay(for day: Day) throws(EventRefusal) -> Day {
    if let opens, day < opens { throw .dayBeforeLedger(day, opens: opens) }
    if day > ends { throw .dayFarOff(day, ends: ends) }
    return firstOpenDay(for: day)
  }

  /// The same of something that stands already, and is taken back.
  func firstOpenDay(for day: Day) -> Day {
    let month = Month(of: day)
    return closed.contains(month) ? month.firstOpenDay(past: closed) : day
  }

  func write(_ voucher: Voucher) async throws -> [Int] {
    let drafts = try voucher.contents().map(draft)
    if drafts.isEmpty { return [] }
    let first = try await append(drafts)
    return Array(first..<first + drafts.count)
  }
}

extension Policy {
  /// Whether two people have said that recording goes on by a day, after the last record.
  fileprivate func resumes(by day: Day, after last: Day) -> Bool {
    adopted.contains { found in
      guard case .day(let resumed) = found.setting.value(found.text) else { return false }
      return last < resumed && resumed <= day
        && resumed.distance(to: day) <= Bookkeeper.longestRest
    }
  }
}
