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
        if try await writer.record(record)?.content.fact != nil {
          if let reversed = try await takeBackProof(record, because: reason) {
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
      guard let record = try await writer.record(number),
        case .posted(let event, let entry) = record.content
      else {
        try await restoreProof(number)
        continue
      }
      let own = entry.belongsTo
      let day = firstOpenDay(for: own)
      // What was posted again before stands for the first of them still.
      let root = record.isRestored ? entry.correction?.number ?? number : number
      let parts = entry.parts.map { part in
        Part(
          Source(
            EvidenceWaiting.rule(in: record) ?? .rule(name: JournalRecord.restoring, record: root),
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
  func importAgain(of row: RowGone, after number: Int) async throws -> Int? {
    var origins: [RowOrigin] = []
    for record in row.records {
      for case .row(let origin) in try await writer.record(record)?.content.sources.map(\.origin)
        ?? [] where origin.place == row.place
      {
        origins.append(origin)
      }
    }
    guard let origin = origins.first else { return nil }
    let gone = try await writer.goneRows()
    let seen = try await writer.twins(of: [origin.identity.twin]).values.joined().filter {
      $0.identity == origin.identity && $0.day == origin.day && !gone.contains($0.place)
    }
    for batch in Set(seen.map(\.place.batch)) {
      let file = try await writer.last(FileImported.self, of: batch.code)
      if let file, file.number > number { return file.number }
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
