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
          if try await takeBackProof(record, because: reason) != nil { taken.append(record) }
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
            .rule(name: JournalRecord.restoring, record: root), details: part.source.details),
          part.movements)
      }
      let again = try FundingEntry(
        ProposedEntry(
          on: day, belongingTo: day == own ? nil : own, parts: parts, correction: .corrects(root)))
      _ = try await append([draft(.posted(event, again))])
    }
    return row.records.count
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
