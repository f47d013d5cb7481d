public import Bookkeeping

extension Report {
  /// The same as a paper that is kept, with a head by which anyone can say later whether the accounts were
  /// changed: as many digits as no other chain will have.
  public func proven(by digest: Digest, of record: Int) -> Report {
    let words =
      "Keep this paper. It was made from record \(record) of our accounts, check number "
      + "\(digest.printed). With it anyone can check that the accounts before it were not changed."
    return Report(schema: schema, title: title, blocks: blocks + [.paragraph(words)])
  }
}
