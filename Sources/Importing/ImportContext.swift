public import Bookkeeping
public import Funding
public import Storage

/// What an import has to be told besides its file.
public struct ImportContext: Sendable {
  public let salt: Salt
  public let chart: Chart
  /// The authority's number with the department, three digits.
  public let authority: String
  /// What the authority is called, by which a family's bank may name it.
  public let authorityName: String
  /// The first day of the ledger's first year.
  public let opens: Day
  /// The day on which a grant's figures were published.
  public let published: Day?
  /// The family whose statement it is.
  public let child: ChildReference?

  public init(
    salt: Salt, chart: Chart, authority: String, named name: String, opens: Day,
    published: Day? = nil,
    child: ChildReference? = nil
  ) {
    self.salt = salt
    self.chart = chart
    self.authority = authority
    authorityName = name
    self.opens = opens
    self.published = published
    self.child = child
  }

  /// A text as the ledger may hold it.
  ///
  /// `kept` gets the text itself where the register has to hold it.
  func plain(_ text: String, keeping kept: inout [KeptText]) -> LedgerText {
    if let text = LedgerText(plain: text) { return text }
    let reference = salt.reference(to: text)
    kept.append(KeptText(reference: reference.code, text: text))
    return LedgerText(inPlace: reference)
  }
}
