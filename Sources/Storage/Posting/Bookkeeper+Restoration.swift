public import Bookkeeping
import Funding

extension Bookkeeper {
  /// Takes a person's word that the ledger is to be used although it is not the one that was last
  /// written; the second, of another person, makes it so.
  ///
  /// - Returns: whether it is so by this word.
  public func accept(_ parting: Parting, because reason: LedgerText)
    async throws(PostingFailure) -> Bool
  {
    try await posting {
      let seen = parting.seen
      let proposals = try await writer.records(
        mentioning: .fact(.restorationProposed, of: seen.digest.description))
      let isSecond = !proposals.isEmpty
      if isSecond, proposals.allSatisfy({ Actor($0.actor) == actor }) {
        throw EventRefusal.proposedByYou
      }
      let source = Source(
        word(on: LedgerText("record", seen.number)), details: [Detail(.reason, reason)])
      _ = try await keep(
        Fact(
          isSecond ? .restorationAccepted : .restorationProposed, of: seen.digest.description,
          on: nil, source))
      return isSecond
    }
  }
}
