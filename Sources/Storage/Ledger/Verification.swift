import Bookkeeping
public import Funding

extension LedgerStore {
  /// Checks everything that the store keeps against the chain, and names the first fault.
  ///
  /// All of it is of one snapshot. What only the store's engine can say is found out beside the walk
  /// along the chain, since neither needs the other. A store that cannot be read to its end is at fault,
  /// like one that does not agree.
  ///
  /// `readers` read facts of their kinds further than the modules below this one can.
  /// `progress` hears the number of records checked, now and then.
  public func verify(
    reading readers: [any Noted.Type] = [], progress: @Sendable (Int) -> Void
  ) async throws(StorageFailure) -> Verdict {
    async let engine = engineVerdict()
    let walked: Result<Verdict, StorageFailure>
    do throws(StorageFailure) {
      walked = .success(try await walk(Verification(readers), progress))
    } catch {
      walked = error.verdict
    }
    let found = try await engine.get()
    // A record that is at fault is named before what is kept of it, and that before the seal of it all.
    if case .faulty(.keptFigureDiffers(let name))? = found,
      case .success(.faulty(let fault)) = walked,
      !fault.isOfWhatIsKept || Verdict.Fault.sealDiffers == .keptFigureDiffers(name)
    {
      return .faulty(fault)
    }
    if let found { return found }
    return try walked.get()
  }

  private func walk(
    _ verification: consuming Verification, _ progress: @Sendable (Int) -> Void
  ) async throws(StorageFailure) -> Verdict {
    var verification = verification
    do {
      return try await snapshot { try await verification.verdict($0, progress) }
    } catch let failure as StorageFailure {
      throw failure
    } catch {
      preconditionFailure("a snapshot fails only as a store does")
    }
  }

  private func engineVerdict() async -> Result<Verdict?, StorageFailure> {
    do throws(StorageFailure) {
      return .success(try await engineFault().map { .faulty($0) })
    } catch {
      return error.verdict.map { $0 }
    }
  }
}

extension Verdict.Fault {
  fileprivate var isOfWhatIsKept: Bool {
    if case .keptFigureDiffers = self { true } else { false }
  }
}

extension StorageFailure {
  /// What is found wrong with what cannot be read; a failure that says nothing of it stays one.
  fileprivate var verdict: Result<Verdict, StorageFailure> {
    switch self {
    case .damaged(let words): .success(.faulty(.damaged(words)))
    case .unreadableRecord(let number): .success(.faulty(.recordUnsound(number)))
    case .locked, .diskFull, .readOnly, .notFound, .registerMissing, .secretDiffers, .notALedger,
      .newer, .pointNotKnown, .nothingRecorded, .refused, .recordedBefore, .recordedLongAfter,
      .notSignedIn, .failed:
      .failure(self)
    }
  }
}

/// Walks along the chain, link by link, and adds up again what is kept beside it.
private struct Verification {
  private let readers: [any Noted.Type]
  private var chain = Chain(after: .nothing)
  private var codings: [Int: KnownCoding] = [:]
  private var accounts: [Account: Int] = [:]
  private var flows: [FlowSlot: Int64] = [:]
  /// What moved in the stretch that is walked along, and the sum of those before it.
  private var stretch: [FlowSlot: Int64] = [:]
  private var stretches = ManySum()
  private var postings = ManySum()
  private var filed = ManySum()
  private var seen = ManySum()
  private var periods = ManySum()
  private var number = 0
  private var entries = 0
  private var movements = 0
  private var lastRecorded: Day?
  private var months = SignedMonths()

  /// A coding as the chain hashes it, and the number that its account has here.
  private struct KnownCoding {
    let encoded: [UInt8]
    let account: Int
  }

  fileprivate struct FlowSlot: Hashable {
    let day: Int32
    let event: EventKind
    let debit: Int
    let credit: Int
  }

  /// Codings are few in most ledgers; where they are many, the table starts afresh.
  private static let mostCodings = 20_000

  init(_ readers: [any Noted.Type]) { self.readers = readers }

  mutating func verdict(
    _ questions: any StoreQuestions, _ progress: @Sendable (Int) -> Void
  ) async throws(StorageFailure) -> Verdict {
    var fault: Verdict.Fault?
    let isWhole = try await questions.eachRecord { record in
      fault = check(record)
      if number % 10_000 == 0 { progress(number) }
      return fault == nil
    }
    if let fault { return .faulty(fault) }
    if !isWhole { return .faulty(.endMissing(after: number)) }
    endStretch()
    if let fault = months.faultAtEnd(number) { return .faulty(fault) }
    if let fault = try await keptFault(questions) { return .faulty(fault) }
    let head = Head(number: number, digest: chain.last, recorded: lastRecorded)
    return .sound(head, entries: entries, movements: movements, months)
  }

  // MARK: One record

  private mutating func check(_ kept: KeptRecord) -> Verdict.Fault? {
    let stored = kept.stored
    guard stored.number == number + 1 else { return .recordMissing(number + 1) }
    if Stretch.of(stored.number) != Stretch.of(number) { endStretch() }
    number = stored.number
    let previous = chain.last
    guard kept.previous == previous else { return .chainBroken(at: number) }
    let known = learn(kept)
    var encoded = known.makeIterator()
    let digest = chain.link(stored) { _ in encoded.next()?.encoded ?? [] }
    guard kept.digest == digest else { return .chainBroken(at: number) }
    if let lastRecorded, stored.recorded < lastRecorded { return .recordUnsound(number) }
    lastRecorded = stored.recorded
    guard let record = try? JournalRecord(stored) else { return .recordUnsound(number) }
    if let fact = record.content.fact, !isReadable(fact) { return .recordUnsound(number) }
    count(record, known)
    return months.follow(record, after: previous)
  }

  private func isReadable(_ fact: Fact) -> Bool {
    fact.isReadable && readers.allSatisfy { $0.kind != fact.kind || $0.init(fact) != nil }
  }

  private mutating func learn(_ kept: KeptRecord) -> [KnownCoding] {
    var known: [KnownCoding] = []
    known.reserveCapacity(kept.codings.count)
    for (index, number) in kept.codings.enumerated() {
      if let found = codings[number] {
        known.append(found)
        continue
      }
      let movement = kept.stored.movements[index / 2]
      let new = learn(index % 2 == 0 ? movement.debit : movement.credit)
      if codings.count >= Verification.mostCodings { codings.removeAll(keepingCapacity: true) }
      codings[number] = new
      known.append(new)
    }
    return known
  }

  private mutating func learn(_ coding: Coding) -> KnownCoding {
    let account = Account(coding)
    let number = accounts[account] ?? accounts.count
    accounts[account] = number
    return KnownCoding(encoded: Chain.encoded(coding), account: number)
  }

  private mutating func count(_ record: JournalRecord, _ codings: [KnownCoding]) {
    switch record.content {
    case .posted(let event, let entry):
      entries += 1
      movements += entry.movements.count
      let isReversal = entry.correction?.isReversal ?? false
      for (index, movement) in entry.movements.enumerated() {
        let (debit, credit) = (codings[index * 2].account, codings[index * 2 + 1].account)
        let slot =
          isReversal
          ? FlowSlot(day: entry.day.number, event: event, debit: credit, credit: debit)
          : FlowSlot(day: entry.day.number, event: event, debit: debit, credit: credit)
        let pence = movement.amount.pence
        flows[slot, default: 0] += isReversal ? -pence : pence
        stretch[slot, default: 0] += isReversal ? -pence : pence
      }
    case .noted(let fact):
      if let closed = PeriodClosed(fact) {
        periods.add(closed.month, record.number, isClosed: true)
      }
      if let reopened = PeriodReopened(fact) {
        periods.add(reopened.month, record.number, isClosed: false)
      }
    }
    for (line, posting) in record.linePostings { postings.add(posting, of: line.code) }
    for mention in record.content.mentions { filed.add(mention.text, record.number) }
    seen.addRows(of: record.content)
  }

  private mutating func endStretch() {
    for (slot, pence) in stretch { stretches.add(slot, pence, in: Stretch.of(number)) }
    stretch.removeAll(keepingCapacity: true)
  }

  // MARK: What is kept beside the chain

  private mutating func keptFault(_ questions: any StoreQuestions)
    async throws(StorageFailure) -> Verdict.Fault?
  {
    var left = flows
    var wrongFlow: Flow?
    var (filedNow, seenNow, periodsNow) = (ManySum(), ManySum(), ManySum())
    var (stretchesNow, postingsNow) = (ManySum(), ManySum())
    try await questions.eachKept { row in
      switch row {
      case .flow(let flow, let day):
        let kept = take(flow, on: day, from: &left)
        if wrongFlow == nil, kept != flow.amount.pence { wrongFlow = flow }
      case .stretch(let number, let flow, let day):
        // A flow between accounts of which the chain knows nothing is of none.
        let slot =
          slot(of: flow, on: day) ?? FlowSlot(day: 0, event: flow.event, debit: -1, credit: -1)
        stretchesNow.add(slot, flow.amount.pence, in: number)
      case .posting(let posting, let line): postingsNow.add(posting, of: line.code)
      case .filed(let word, let record): filedNow.add(word, record)
      case .seen(let row): seenNow.add(row)
      case .period(let month, let record, let isClosed):
        periodsNow.add(month, record, isClosed: isClosed)
      }
    }
    if let wrongFlow { return .keptFigureDiffers("a balance of \(wrongFlow.debit.fund.name)") }
    if left.contains(where: { $0.value != 0 }) { return .keptFigureDiffers("a balance") }
    guard stretchesNow == stretches else {
      return .keptFigureDiffers("what moved in a stretch of records")
    }
    guard postingsNow == postings else {
      return .keptFigureDiffers("what stands for a plan line")
    }
    guard filedNow == filed else { return .keptFigureDiffers("what records are filed under") }
    guard seenNow == seen else { return .keptFigureDiffers("the list of rows that were posted") }
    guard periodsNow == periods else { return .keptFigureDiffers("the list of closed periods") }
    return nil
  }

  /// The pence that a kept flow should be of, which are then no longer looked for.
  private func take(_ flow: Flow, on day: Day, from left: inout [FlowSlot: Int64]) -> Int64 {
    slot(of: flow, on: day).flatMap { left.removeValue(forKey: $0) } ?? 0
  }

  private func slot(of flow: Flow, on day: Day) -> FlowSlot? {
    guard let debit = accounts[flow.debit], let credit = accounts[flow.credit] else { return nil }
    return FlowSlot(day: day.number, event: flow.event, debit: debit, credit: credit)
  }
}

extension ManySum {
  fileprivate mutating func add(_ slot: Verification.FlowSlot, _ pence: Int64, in stretch: Int) {
    add(
      slot.event.rawValue, Int64(stretch), Int64(slot.day), Int64(slot.debit), Int64(slot.credit),
      pence)
  }
}
