public import Bookkeeping
import Funding

extension Bookkeeper {
  /// Takes a person's word that the ledger is to be used although it is not the one that was last
  /// written; the second, of another person, makes it so.
  ///
  /// `secret` is the mark of the secret of a register that saw no head of it before.
  /// `beginsRegister` is whether that register is a new one.
  /// - Returns: whether it is so by this word.
  public func accept(
    _ parting: Parting, because reason: LedgerText, secret: Digest? = nil,
    beginsRegister: Bool = false
  ) async throws(PostingFailure) -> Bool {
    try await posting {
      let seen = parting.seen
      let source = Source(
        word(on: LedgerText("record", seen.number)),
        details: [Detail(.reason, reason)]
          + (secret.map { [Detail("secret", $0)] } ?? [])
          + (beginsRegister ? [Detail("register", "new" as LedgerText)] : []))
      let subject = seen.digest.description
      let earlier = try await writer.records(mentioning: .fact(.restorationAccepted, of: subject))
      return try await keepByTwo(
        Fact(.restorationAccepted, of: subject, on: nil, source), since: earlier.last?.number ?? 0)
    }
  }

  /// Records a fact once two people have said it: the word of the first is kept, and waits.
  ///
  /// `number` is the record up to which words for it are of an earlier time, and `isSame` whether an
  /// earlier word says the same.
  /// - Returns: whether it was recorded by this word.
  func keepByTwo(
    _ fact: Fact, since number: Int = 0, where isSame: (Source) -> Bool = { _ in true }
  ) async throws -> Bool {
    let subject = Proposed.subject(fact.kind, of: fact.subject)
    let words = try await writer.records(mentioning: .fact(.proposed, of: subject))
      .filter { $0.number > number && $0.content.sources.allSatisfy(isSame) }
    guard !words.isEmpty else {
      _ = try await keep(Fact(.proposed, of: subject, on: fact.day, fact.source))
      return false
    }
    if words.allSatisfy({ Actor($0.actor).mayBe(actor) }) { throw EventRefusal.proposedByYou }
    _ = try await keep(fact)
    return true
  }
}
