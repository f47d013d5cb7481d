public import Bookkeeping
public import Funding

/// Turns events into posted entries.
///
/// It looks up what a rule has to know, applies the rule, moves what belongs to a closed month to
/// the first open day, and writes. It decides nothing that a rule could decide.
public final class Bookkeeper {
  let writer: any LedgerWriter
  let recorded: Day
  let actor: String
  var closed: Set<Month>
  var policy: Policy

  /// Opens the books of a ledger that is being written to.
  ///
  /// `recorded` is the day on which this is recorded.
  /// `actor` is who acts.
  public init(
    _ writer: any LedgerWriter, on recorded: Day, by actor: String
  ) async throws(StorageFailure) {
    self.writer = writer
    self.recorded = recorded
    self.actor = actor
    closed = try await writer.closedMonths()
    policy = try await writer.policy()
  }

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
      var sheaf = Sheaf()
      var numbers: [Int] = []
      var touched: Set<PlanLineReference> = []
      for (event, origin) in document {
        if let line = event.planLine, !touched.insert(line).inserted {
          numbers += try await write(sheaf)
          sheaf = Sheaf()
          touched = [line]
        }
        let outcome = try await outcome(of: event, from: origin)
        for proposal in outcome.proposals where !proposal.isEmpty {
          sheaf.add(proposal, from: origin, on: postingDay(for: proposal.day))
        }
        sheaf.facts += outcome.facts
      }
      numbers += try await write(sheaf)
      for case (.directPaymentAdvanced(let advance), _) in document {
        numbers += try await evidenceWaiting(for: advance)
      }
      return numbers
    }
  }

  /// Finds out whether an event could be posted, and posts nothing.
  public func check(_ event: FundingEvent) async throws(PostingFailure) {
    try await posting {
      var sheaf = Sheaf()
      let origin = Origin.command(person: actor, document: "")
      for proposal in try await outcome(of: event, from: origin).proposals where !proposal.isEmpty {
        sheaf.add(proposal, from: origin, on: postingDay(for: proposal.day))
      }
      _ = try sheaf.drafts(recorded: recorded, actor: actor)
    }
  }

  /// What an event that needs nothing looked up would be recorded as.
  ///
  /// - Returns: none where its rule has to know what stands in the ledger.
  public func draft(of event: FundingEvent, from origin: Origin) throws(PostingFailure) -> Draft? {
    let proposal: Proposal
    switch event {
    case .paymentMade(.budget(let fund, let use), let amount, on: let day, namesCommitment: false):
      proposal = PaymentMade(fund, use, amount, on: day, namesCommitment: false)
        .proposal(committed: .zero)
    case .paymentNotPlaced(let payment): proposal = payment.proposal
    default: return nil
    }
    do {
      return try draft(of: proposal, from: origin)
    } catch {
      throw .refused(.entry(error))
    }
  }

  private func draft(of proposal: Proposal, from origin: Origin) throws(FundingEntry.Refusal)
    -> Draft
  {
    let day = postingDay(for: proposal.day)
    let entry = try FundingEntry(
      FundingProposal(
        on: day, belongingTo: day == proposal.day ? nil : proposal.day,
        parts: [Part(Source(origin, details: proposal.details), proposal.movements)]))
    return Draft(recorded: recorded, actor: actor, .posted(proposal.event, entry))
  }

  /// The ledger as it stands in the middle of this piece of writing.
  public var ledger: any LedgerReading { writer }

  /// The number of the last record, so far.
  public func head() async throws(StorageFailure) -> Int { try await writer.head().number }

  /// What has been recorded after that number, so far.
  public func records(after number: Int) async throws(StorageFailure) -> [JournalRecord] {
    let last = try await writer.head().number
    return last > number ? try await writer.records(number + 1...last) : []
  }

  /// Records a fact.
  @discardableResult
  public func note(_ fact: Fact) async throws(StorageFailure) -> Int {
    try await writer.append([Draft(recorded: recorded, actor: actor, .noted(fact))])
  }

  /// The day on which something of that day counts: its own, or the first open one after a closed
  /// month.
  func postingDay(for day: Day) -> Day {
    var month = Month(of: day)
    if !closed.contains(month) { return day }
    while closed.contains(month) { month = month.next }
    return month.first
  }

  func write(_ sheaf: Sheaf) async throws -> [Int] {
    let drafts = try sheaf.drafts(recorded: recorded, actor: actor)
    if drafts.isEmpty { return [] }
    let first = try await writer.append(drafts)
    return Array(first..<first + drafts.count)
  }
}

/// Entries and facts that are about to be written together.
struct Sheaf {
  private var order: [Binding] = []
  private var parts: [Binding: [Part<Coding>]] = [:]
  var facts: [Fact] = []

  /// What has to be the same for two events to share an entry.
  private struct Binding: Hashable {
    let event: EventKind
    let day: Day
    let ownDay: Day?
    let correction: Correction?
  }

  mutating func add(_ proposal: Proposal, from origin: Origin, on day: Day) {
    let binding = Binding(
      event: proposal.event, day: day, ownDay: day == proposal.day ? nil : proposal.day,
      correction: proposal.correction)
    if parts[binding] == nil { order.append(binding) }
    parts[binding, default: []].append(
      Part(Source(origin, details: proposal.details), proposal.movements))
  }

  func drafts(recorded: Day, actor: String) throws(FundingEntry.Refusal) -> [Draft] {
    var drafts: [Draft] = []
    for binding in order {
      let entry = try FundingEntry(
        FundingProposal(
          on: binding.day, belongingTo: binding.ownDay, parts: parts[binding] ?? [],
          correction: binding.correction))
      drafts.append(Draft(recorded: recorded, actor: actor, .posted(binding.event, entry)))
    }
    return drafts + facts.map { Draft(recorded: recorded, actor: actor, .noted($0)) }
  }
}
