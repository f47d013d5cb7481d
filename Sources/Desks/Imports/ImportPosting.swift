import Bookkeeping
import Funding
import Importing
import Storage

/// Posts the new rows of a file, in their order.
///
/// A rehearsal goes the same way in a piece of writing that is given up, and finds out which rows
/// are matched, held or refused.
final class ImportPosting {
  let bookkeeper: Bookkeeper
  let batch: ImportReference
  private let resolver: Resolver
  let otherwise: SaidOtherwise
  private let board: ProgressBoard
  /// Keeps what the ledger may not hold; none in a rehearsal.
  private var keeper: RegisterKeeper?
  private var drafts: [Draft] = []
  private var advances: [String: [(Reading, DirectPaymentAdvanced)]] = [:]
  private var advanceOrder: [String] = []
  /// What partners gave, which is held to what the whole file says was due.
  private var received: [Reading] = []
  private var balances = ClosingBalances()
  /// The rows of which something is kept.
  private(set) var kept = RowFates()
  private(set) var posted = 0
  /// The rows that a person has called twins of others, which are remembered and not posted.
  private(set) var leftOut = 0
  /// The rows that wait for a person once the file is committed.
  private(set) var held: [RowHeld] = []

  private var isRehearsal: Bool { keeper == nil }

  init(
    _ bookkeeper: Bookkeeper, batch: ImportReference, kind: ImportKind, window: Int,
    progress: ProgressBoard
  ) async throws {
    self.bookkeeper = bookkeeper
    self.batch = batch
    board = progress
    otherwise = try await SaidOtherwise(bookkeeper.ledger, than: kind)
    resolver = Resolver(
      bookkeeper.ledger, window: window, kind: kind, otherwise, today: bookkeeper.recorded)
  }

  /// Whether rows are left out of a rehearsal that nothing has to be looked up for.
  private var isBrief = true

  /// Finds out which of the rows that are to be posted would be matched, held or refused.
  ///
  /// A large refund is held to what was spent before it, so that all is posted where there is one.
  func rehearse(_ preview: inout ImportPreview, hasRefunds: Bool) async throws {
    isBrief = !hasRefunds
    var found = preview
    try await eachPage(of: preview.ready) { results in
      for case .reading(let reading) in results where found.fates[reading.place.row] == .post {
        try await post(reading, &found)
      }
    }
    try await finish(&found)
    preview = found
  }

  /// Posts what is new, and counts anew what every row comes to.
  ///
  /// `forecast` says which rows are known or may be twins. It is only believed until all rows have been
  /// read: see ``CommitRun``.
  /// `read` is told of every row that could be posted.
  func commit(
    _ preview: inout ImportPreview, _ forecast: Forecast, corrects: Bool,
    keeping keeper: RegisterKeeper, _ read: (Reading) throws -> Void
  ) async throws {
    self.keeper = keeper
    var found = preview
    found.summary = try await eachPage(of: preview.ready) { results in
      for result in results {
        guard let reading = found.count(result) else { continue }
        try read(reading)
        if case .statementLine(let line) = reading.intent { balances.count(line, reading) }
        switch forecast[reading.place.row] {
        case .new: try await post(reading, &found)
        case .known: found.move(reading.amount, row: reading.place.row, to: .known)
        case .mayBeTwin(let recognition, let decision):
          found.doubt(reading.key, Found(recognition, like: nil))
          if let decision { try await rule(decision, on: reading, &found) }
        }
      }
    }
    try await finish(&found)
    for fact in try await balances.facts(
      of: batch, corrects: corrects, in: bookkeeper.ledger)
    {
      try await bookkeeper.note(fact)
    }
    try await leaveOutWaiting()
    for row in held { try await bookkeeper.note(row.fact) }
    try await keeper.finish()
    preview = found
  }

  /// Leaves out the held rows that wait already, from an earlier file that had them.
  private func leaveOutWaiting() async throws {
    guard !held.isEmpty else { return }
    var waiting = try await bookkeeper.ledger.heldRows().reduce(into: [EarlierRow: Int]()) {
      $0[EarlierRow($1.identity, day: $1.day), default: 0] += 1
    }
    held = held.sorted { $0.place < $1.place }.filter { row in
      let key = EarlierRow(row.identity, day: row.day)
      guard let known = waiting[key], known > 0 else { return true }
      waiting[key] = known - 1
      return false
    }
  }

  @discardableResult
  private func eachPage(
    of ready: ImportRequest.Ready, _ take: ([RowResult]) async throws -> Void
  ) async throws -> SheetSummary {
    let pages = try ImportPages(ready.reader, whole: !isRehearsal)
    let progress = board.begin(isRehearsal ? "Looking rows up" : "Writing", of: ready.file.size)
    try await pages.each { page in
      try await take(page.results)
      progress.show(page.bytesRead)
    }
    progress.end()
    return await pages.summary
  }

  private func finish(_ preview: inout ImportPreview) async throws {
    for reference in advanceOrder { try await postAdvances(advances[reference] ?? [], &preview) }
    let inOrder = received.sorted { ($0.day, $0.place.row) < ($1.day, $1.place.row) }
    for reading in inOrder { try await postNow(reading, &preview) }
    try await flush()
  }

  // MARK: One row

  private func post(
    _ reading: Reading, _ preview: inout ImportPreview
  ) async throws {
    if isRehearsal, isBrief, try await !resolver.needsLookingUp(reading) { return }
    if reading.namesLine {
      try await flush()
      if case .held(let code, let why)? = try await resolver.doubt(reading) {
        return try await hold(reading, code, why, &preview)
      }
    }
    if case .advance(let advance, let reference) = reading.intent {
      if advances[reference] == nil { advanceOrder.append(reference) }
      advances[reference, default: []].append((reading, advance))
      return
    }
    if reading.isReceived { return received.append(reading) }
    try await postNow(reading, &preview)
  }

  private func postNow(_ reading: Reading, _ preview: inout ImportPreview) async throws {
    let resolution =
      try await resolver.needsLookingUp(reading)
      ? resolved(reading) : resolver.resolve(reading)
    switch resolution {
    case .post(let events):
      try await post(events, reading, &preview)
    case .matched(let record):
      preview.change(reading, to: .matched, code: "matched", "it is record \(record)")
      if !isRehearsal {
        let source = Source(origin(of: reading), details: [Detail(.against, record)])
        try await bookkeeper.note(
          Fact(.rowMatched, of: resolver.subject(of: record), on: reading.day, source))
        try await keep(reading)
      }
    case .held(let code, let why):
      try await hold(reading, code, why, &preview)
    }
  }

  /// Looks a row up, once everything before it has been written.
  private func resolved(_ reading: Reading) async throws -> Resolution {
    try await flush()
    return try await resolver.resolve(reading)
  }

  private func post(
    _ events: [FundingEvent], _ reading: Reading, _ preview: inout ImportPreview
  ) async throws {
    let origin = origin(of: reading)
    do {
      if case .family(let family) = reading.intent { try await bookkeeper.admit(family) }
      for event in events {
        // A list of payments has been held against what was told otherwise by the time that it comes here.
        if case .payment = reading.intent, let draft = try bookkeeper.draft(of: event, from: origin)
        {
          drafts.append(draft)
          if drafts.count >= 256 { try await flush() }
        } else {
          try await flush()
          if let (reason, why) = try await resolver.doubt(event, from: origin, bookkeeper) {
            return try await hold(reading, reason.rawValue, why, &preview)
          }
          try await bookkeeper.post(event, from: origin)
        }
        preview.diagnostics += bookkeeper.warnings(at: reading.place)
      }
      try await keep(reading)
    } catch let failure as PostingFailure {
      try refuse(reading, failure, &preview)
    }
  }

  /// Leaves a row to a person: once its file is committed the ledger knows that it waits.
  func hold(
    _ reading: Reading, _ code: String, _ why: String, _ preview: inout ImportPreview
  ) async throws {
    preview.change(reading, to: .held, code: code, why)
    guard let keeper, let reason = HeldReason(rawValue: code) else { return }
    var child: ChildReference?
    if case .statementLine(let line) = reading.intent { child = line.child }
    held.append(
      RowHeld(
        RowPlace(batch, row: reading.place.row), line: reading.place.line, on: reading.day,
        reading.amount, because: reason, identity: reading.identity,
        hidden: reading.hidden?.digest, child: child))
    try await keeper.keep(reading, of: batch)
  }

  func refuse(
    _ reading: Reading, _ failure: PostingFailure, _ preview: inout ImportPreview
  ) throws {
    guard case .refused(let refusal) = failure else { throw failure }
    let diagnostic = refusal.diagnostic(at: reading.place)
    preview.diagnostics.append(diagnostic)
    preview.change(reading, to: .refused, code: diagnostic.code, diagnostic.problem)
  }

  private func rule(
    _ decision: ImportRow.Decision, on reading: Reading, _ preview: inout ImportPreview
  ) async throws {
    let source = Source(
      origin(of: reading),
      details: [
        Detail("ruled", (decision.isReal ? "real" : "twin") as LedgerText),
        Detail(.reason, decision.reason),
      ])
    try await flush()
    try await bookkeeper.note(
      Fact(.rowTwin, of: "\(batch) row \(reading.place.row)", on: reading.day, source))
    if decision.isReal {
      try await post(reading, &preview)
    } else {
      try await keep(reading)
      leftOut += 1
    }
  }

  // MARK: Writing

  func flush() async throws {
    guard !drafts.isEmpty else { return }
    try await bookkeeper.post(drafts)
    drafts.removeAll(keepingCapacity: true)
  }

  func keep(_ reading: Reading) async throws {
    posted += 1
    kept[reading.place.row] = .post
    try await keeper?.keep(reading, of: batch)
  }

  func origin(of reading: Reading) -> Origin {
    .row(
      RowOrigin(
        batch: batch.number, row: reading.place.row, line: reading.place.line, day: reading.day,
        cells: reading.cells, hidden: reading.hidden?.digest, identity: reading.identity))
  }
}

extension Reading {
  /// Whether it says that money came from a partner.
  fileprivate var isReceived: Bool {
    guard case .post(let events) = intent, case .contributionReceived? = events.first else {
      return false
    }
    return true
  }

  /// Whether it is a payment that names the plan line that it is for.
  fileprivate var namesLine: Bool {
    switch intent {
    case .advance: true
    case .payment(let payment): payment.planLine != nil
    case .post, .statementLine, .family: false
    }
  }
}
