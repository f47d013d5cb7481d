public import Bookkeeping
public import Funding

extension LedgerReading {
  /// The rows of committed files that wait for a person, in their order.
  ///
  /// One that a later import has posted, or that a person has settled by entries that stand, waits no more.
  public func heldRows() async throws(StorageFailure) -> [RowHeld] {
    let held = try await all(RowHeld.self).map(\.value)
    if held.isEmpty { return [] }
    // A row is remembered once, however often it is settled.
    var remembered: Set<RowPlace> = []
    // What of each row stands by a person’s word; none where all of it was set aside.
    var standing: [RowPlace: Money?] = [:]
    for word in try await all(RowSettled.self).map(\.value) {
      remembered.insert(word.place)
      if word.way == .aside {
        standing[word.place] = .some(nil)
      } else if case .some(.some(let before)) = standing[word.place] ?? .some(.zero) {
        standing[word.place] = before + (try await stands(word))
      }
    }
    let gone = try await goneRows()
    var waiting = held.compactMap { row -> RowHeld? in
      if gone.contains(row.place) { return nil }
      guard case .some(let settled) = standing[row.place] else { return row }
      guard let settled, settled != row.amount else { return nil }
      return row.waiting(for: row.amount - settled)
    }
    let posted = try await twins(of: held.map(\.identity.twin).withoutRepeats)
    // Of rows that are equal, as many have been posted as are known.
    var left: [SeenKey: Int] = [:]
    for row in posted.values.joined() where !gone.contains(row.place) {
      left[SeenKey(row), default: 0] += 1
    }
    for row in held where remembered.contains(row.place) { left[SeenKey(row), default: 0] -= 1 }
    waiting = waiting.filter { row in
      guard let known = left[SeenKey(row)], known > 0 else { return true }
      left[SeenKey(row)] = known - 1
      return false
    }
    return waiting
  }

  /// The rows that were matched with an entry, in the books of one side, and that their files still have.
  public func matches(of record: Int, _ side: MatchedSide) async throws(StorageFailure)
    -> [Numbered<RowMatched>]
  {
    let found = try await facts(.fact(.rowMatched, of: side.subject(of: record)))
    var standing: [NumberedFact] = []
    for match in found {
      if case .row(let row) = match.fact.source.origin,
        try await last(RowGone.self, of: row.place.description) != nil
      {
        continue
      }
      standing.append(match)
    }
    return try standing.read(as: RowMatched.self)
  }

  /// The rows of imports that a later file, which corrects them, has no more.
  public func goneRows() async throws(StorageFailure) -> Set<RowPlace> {
    Set(try await all(RowGone.self).map(\.value.place))
  }

  /// Direct payments that were due by a day and have not been made, or not in full.
  public func unpaidInstalments(by day: Day) async throws(StorageFailure) -> [LineSum] {
    let lines = try await all(PlanLine.self).map(\.value)
      .filter(\.held.isAdvanced).map(\.reference)
    var found: [LineSum] = []
    for line in lines.withoutRepeats.sorted() {
      let standing = try await standing(of: line)
      for instalment in standing.openInstalments(in: FinancialYear(of: day))
      where instalment.day <= day {
        found.append(LineSum(line, instalment.amount, on: instalment.day))
      }
    }
    return found
  }

  /// Payments to families that a statement of theirs should show, and does not.
  ///
  /// `window` is how many days one may take from one statement to another.
  public func unmatchedPayments(within window: Int) async throws(StorageFailure)
    -> [(record: Int, sum: LineSum)]
  {
    let undone = try await undoneImports()
    let statements = try await all(FileImported.self).map(\.value).filter {
      ["bank", "card"].contains($0.fileKind ?? "") && !undone.contains($0.reference.number)
    }
    var found: [(record: Int, sum: LineSum)] = []
    let children = statements.compactMap(\.child).withoutRepeats.sorted()
    for child in children {
      let spans = statements.filter { $0.child == child }.map(\.days)
      for record in try await records(mentioning: .child(child)) {
        guard case .posted(.directPaymentAdvanced, let entry) = record.content,
          entry.correction == nil,
          let line = entry.movements.compactMap(\.debit.use.planLine).first,
          try await standing(of: line).line(on: entry.belongsTo)?.held == .directPayment,
          // Where a statement goes past the days on which it would have come in.
          spans.contains(where: { $0.contains(entry.belongsTo.advanced(by: window)) }),
          try await !isReversed(record.number)
        else { continue }
        let whole = entry.throughBank
        let matched = try await matches(of: record.number, .family)
          .map { $0.value.amount ?? whole }.total()
        guard matched < whole else { continue }
        found.append((record.number, LineSum(line, whole - matched, on: entry.belongsTo)))
      }
    }
    return found
  }

  /// How much of a row stands by what a person made of it: the entries that are not taken back.
  private func stands(_ word: RowSettled) async throws(StorageFailure) -> Money {
    var sum = Money.zero
    for share in word.shares {
      if try await !isReversed(share.record) {
        sum += share.amount
      } else if try await !restored(share.record).isEmpty {
        sum += share.amount
      }
    }
    return sum
  }

  /// The entries that stand by which one that a correction had taken back was posted again.
  public func restored(_ record: Int) async throws(StorageFailure) -> [JournalRecord] {
    var found: [JournalRecord] = []
    for later in try await records(mentioning: .corrects(record)) {
      if later.isRestored, try await !isReversed(later.number) { found.append(later) }
    }
    return found
  }
}

extension JournalRecord {
  /// The name of the rule by which an entry is posted again.
  static let restoring = "row-restored"

  /// Whether it is an entry that was posted again after a correction was taken back.
  var isRestored: Bool {
    guard case .rule(JournalRecord.restoring, _)? = content.sources.first?.origin else {
      return false
    }
    return true
  }
}

/// What a row is known by in a later file.
private struct SeenKey: Hashable {
  let identity: RowIdentity
  let day: Day

  init(_ row: SeenRow) { (identity, day) = (row.identity, row.day) }

  init(_ row: RowHeld) { (identity, day) = (row.identity, row.day) }
}
