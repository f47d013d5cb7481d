import Bookkeeping
import Funding

/// Transfers between blocks, held to the grant of the year to which they belong.
extension Bookkeeper {
  /// The year's transfers are those that belong to it, whatever month they count in.
  func moved(_ transfer: BlockTransferred, isByHand: Bool) async throws -> Proposal {
    _ = try postingDay(for: transfer.day)
    let year = FinancialYear(of: transfer.day)
    let earlier = try await writer.records(mentioning: .event(.blockTransferred)).standing
    let already = earlier.moved(outOf: transfer.from, in: year)
    let grant = try await writer.all(GrantPublished.self, of: year.description).map(\.value)
      .max { $0.published < $1.published }
    let gone = already.map(\.amount).total()
    let proposal = try transfer.proposal(already: gone, outOf: grant?.before[transfer.from])
    let same = earlier.first { record in
      guard let entry = record.content.entry else { return false }
      return entry.belongsTo == transfer.day && entry.movements == proposal.movements
    }
    // Whoever records it by hand says whether it is another.
    if let same, !isByHand { throw BlockTransferred.Refusal.stands(by: same.number) }
    if grant != nil { try hold(gone + transfer.amount, for: transfer.from, on: transfer.day) }
    return proposal
  }

  /// Tells that more has left the schools block by the forum’s word than the forum may agree of what is published now.
  func tellTransfers(beyond grant: GrantPublished) async throws {
    guard let block = grant.before[.schools] else { return }
    let transfers = try await writer.records(mentioning: .event(.blockTransferred)).standing
    let moved = transfers.filter { record in
      record.content.entry?.parts.first?.source[.secretaryOfState] == nil
    }
    .moved(outOf: .schools, in: grant.year).map(\.amount).total()
    let limit = BlockTransferLimit.of(block)
    if moved > limit {
      beyond.append(.transfer(.beyondNewBase(grant.year, moved: moved, limit: limit)))
    }
  }
}

extension [JournalRecord] {
  /// What transfers that belong to a year have taken out of a block.
  fileprivate func moved(outOf block: Fund, in year: FinancialYear) -> [Movement<Coding>] {
    compactMap(\.content.entry).filter { FinancialYear(of: $0.belongsTo) == year }
      .flatMap(\.movements).filter { $0.debit == Coding(block, .transferOut) }
  }
}
