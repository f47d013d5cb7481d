public import Bookkeeping

/// A person's word that a total which a file states is wrong, and its rows are right.
///
/// It holds for that file alone, and while its rows add to what they added to.
public struct ControlRuled: Noted, Hashable {
  public static let kind = FactKind.controlRuled
  /// The import for whose file it was said.
  public let batch: ImportReference
  /// The digest of the file.
  public let file: Digest
  public let total: Total
  public let reason: LedgerText

  /// What a file states in a row, and what its rows add to.
  public struct Total: Hashable, Sendable {
    public let row: Int
    public let stated: Money
    public let found: Money

    public init(row: Int, stated: Money, found: Money) {
      self.row = row
      self.stated = stated
      self.found = found
    }
  }

  public init(
    _ total: Total, of file: Digest, _ batch: ImportReference, because reason: LedgerText
  ) {
    self.batch = batch
    self.file = file
    self.total = total
    self.reason = reason
  }

  /// The word as a fact of the chain.
  public func fact(from origin: Origin) -> Fact {
    Fact(
      .controlRuled, of: batch.code, on: nil,
      Source(
        origin,
        details: [
          Detail("row", total.row), Detail("stated", total.stated), Detail("found", total.found),
          Detail("sha256", file), Detail(.reason, reason),
        ]))
  }

  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == Self.kind, let batch = ImportReference(fact.subject),
      let file = details.read("sha256", as: Digest.self),
      let row = details.read("row", as: Int.self), let stated = details.money("stated"),
      let found = details.money("found"), let reason = fact.source.text("reason")
    else { return nil }
    self.init(
      Total(row: row, stated: stated, found: found), of: file, batch, because: reason)
    guard details.isSound else { return nil }
  }
}
