import Bookkeeping
public import Funding

/// Rows of an import that another file corrects.
extension Bookkeeper {
  /// Takes back what a row has posted, since the file that corrects its import has it no more.
  public func retract(_ row: RowGone) async throws(PostingFailure) {
    try await posting {
      for record in row.records where try await !writer.isReversed(record) {
        _ = try await takeBack(
          record, because: LedgerText("corrected by", row.batch), evenSo: false)
      }
      _ = try await keep(row.fact)
    }
  }

  /// Posts again what a row had posted, since the file that corrected it is itself taken back.
  ///
  /// - Returns: how many entries were posted.
  func restore(_ row: RowGone) async throws -> Int {
    for number in row.records {
      guard let record = try await writer.record(number),
        case .posted(let event, let entry) = record.content
      else { throw EventRefusal.notAnEntry(number) }
      let own = entry.belongsTo
      let day = firstOpenDay(for: own)
      let parts = entry.parts.map { part in
        Part(
          Source(
            .rule(name: Self.restoring, record: number), details: part.source.details),
          part.movements)
      }
      let again = try FundingEntry(
        ProposedEntry(
          on: day, belongingTo: day == own ? nil : own, parts: parts, correction: .corrects(number))
      )
      _ = try await append([draft(.posted(event, again))])
    }
    return row.records.count
  }

  /// Takes back what was posted again of an entry that a correction had taken back, where it was.
  func takeBackRestored(
    _ record: JournalRecord, because reason: LedgerText, evenSo: Bool
  ) async throws -> Int {
    guard record.content.entry != nil, try await writer.isReversed(record.number) else { return 0 }
    var count = 0
    for later in try await writer.records(mentioning: .corrects(record.number)) {
      guard case .rule(Self.restoring, _)? = later.content.sources.first?.origin,
        try await !writer.isReversed(later.number)
      else { continue }
      _ = try await takeBack(later.number, because: reason, evenSo: evenSo)
      count += 1
    }
    return count
  }

  private static let restoring = "row-restored"
}
