import Bookkeeping
public import Funding

/// Rows of an import that another file corrects.
extension Bookkeeper {
  /// Takes back what stands of what a row has posted, since the file that corrects its import has it no more.
  ///
  /// What is noted is what this took back, and no more: what was taken back before stays so whatever comes.
  public func retract(_ row: RowGone) async throws(PostingFailure) {
    try await posting {
      var taken: [Int] = []
      let reason = LedgerText("corrected by", row.batch)
      for record in row.records {
        if let proof = try await proof(writer.record(record)) {
          if let reversed = try await takeBack(proof, because: reason) {
            taken += [record] + reversed
          }
          continue
        }
        let standing =
          try await writer.isReversed(record)
          ? try await writer.restored(record).map(\.number) : [record]
        for number in standing {
          _ = try await takeBack(number, because: reason, evenSo: false)
          taken.append(number)
        }
      }
      _ = try await keep(RowGone(row.place, by: row.batch, taken).fact)
    }
  }

  /// Posts again what a row had posted, since the file that corrected it is itself taken back.
  ///
  /// - Returns: how many entries were posted.
  func restore(_ row: RowGone) async throws -> Int {
    for number in row.records {
      let record = try await writer.record(number)
      if let proof = try await proof(record) {
        try await restore(proof)
        continue
      }
      guard let record, case .posted(let event, let entry) = record.content else {
        throw EventRefusal.notAnEntry(number)
      }
      let own = entry.belongsTo
      let day = firstOpenDay(for: own)
      // What was posted again before stands for the first of them still.
      let root = record.isRestored ? entry.correction?.number ?? number : number
      let parts = entry.parts.map { part in
        Part(
          Source(
            record.countsProof.map(EvidenceWaiting.rule)
              ?? .rule(name: JournalRecord.restoring, record: root),
            details: part.source.details),
          part.movements)
      }
      let again = try FundingEntry(
        ProposedEntry(
          on: day, belongingTo: day == own ? nil : own, parts: parts, correction: .corrects(root)))
      unsettle(entry, on: day)
      _ = try await append([draft(.posted(event, again))])
    }
    return row.records.count
  }

  /// The first import after a record that has posted again what a correction took back of a row.
  ///
  /// `gone` is the rows that corrections have taken back.
  func importAgain(
    of row: RowGone, after number: Int, besides gone: Set<RowPlace>
  ) async throws -> Int? {
    guard let origin = try await origin(of: row) else { return nil }
    let seen = try await writer.twins(of: [origin.identity.twin]).values.joined().filter {
      $0.identity == origin.identity && $0.day == origin.day && !gone.contains($0.place)
    }
    var files: [Int] = []
    for batch in Set(seen.map(\.place.batch)) {
      if let file = try await writer.last(FileImported.self, of: batch.code) {
        files.append(file.number)
      }
    }
    return files.filter { $0 > number }.min()
  }

  /// The row as its file had it, where it had posted anything.
  private func origin(of row: RowGone) async throws -> RowOrigin? {
    for number in row.records {
      for source in try await writer.record(number)?.content.sources ?? [] {
        if case .row(let origin) = source.origin, origin.place == row.place { return origin }
      }
    }
    return nil
  }

  /// Takes back what was posted again of an entry that a correction had taken back, where it was.
  func takeBackRestored(
    _ record: JournalRecord, because reason: LedgerText, evenSo: Bool
  ) async throws -> Int {
    guard record.content.entry != nil, try await writer.isReversed(record.number) else { return 0 }
    let restored = try await writer.restored(record.number)
    for later in restored {
      _ = try await takeBack(later.number, because: reason, evenSo: evenSo)
    }
    return restored.count
  }
}
