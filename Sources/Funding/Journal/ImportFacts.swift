public import Bookkeeping

/// A file that was imported.
public struct FileImported: Noted, Hashable {
  public static let kind = FactKind.fileImported
  public let reference: ImportReference
  /// The number of the first record that was made of it.
  public let first: Int
  /// The name of the file, as the ledger may hold it.
  public let name: String
  /// The digest of its bytes, where it was kept.
  public let digest: Digest?
  /// What kind of file it is, in the words of whoever read it.
  public let fileKind: String?
  /// The first and last day of its rows.
  public let days: DaySpan
  /// The family whose statement it is, where it is one.
  public let child: ChildReference?
  /// The import that the file corrects, where it corrects one.
  public let corrects: ImportReference?
  /// Whether its rows that were held are facts of their own.
  public let notesHeldRows: Bool
  /// By which rule its rows are told apart: the first had remarks, areas and balances in it, the second
  /// amounts as they are written, and the third the columns in which a list writes them.
  public let rule: Int
  /// The mark of the secret by which its rows are told apart, where that was kept.
  public let secret: Digest?
  /// The digest of what the codes of its mapping were for, where it had codes and that was kept.
  public let codes: Digest?
  /// How many rows came to what, and their sum.
  public let tallies: [Tally]

  /// How many of its rows were not posted since an earlier import had them.
  public var known: Int { tallies.first { $0.verdict == "known" }?.rows ?? 0 }

  /// How many rows came to the same.
  public struct Tally: Hashable, Sendable {
    public let verdict: String
    public let rows: Int
    public let amount: Money
  }

  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == Self.kind, let reference = ImportReference(fact.subject),
      let first = details.read("first", as: Int.self), first > 0
    else { return nil }
    self.reference = reference
    self.first = first
    name = fact.source["file"] ?? ""
    digest = details.read("sha256", as: Digest.self)
    fileKind = fact.source["kind"]
    days = DaySpan(from: details.day("first-day"), through: details.day("last-day"))
    child = details.read("child") { ChildReference($0) }
    corrects = details.read("corrects") { ImportReference($0) }
    notesHeldRows = details.read("held-noted", as: Int.self) != nil
    rule = details.read("told-apart-by", as: Int.self) ?? 1
    secret = details.read("told-apart-with", as: Digest.self)
    codes = details.read("codes-sha256", as: Digest.self)
    let sums = details.all("sum-") { Money(written: $0) }
    tallies = details.all("rows-") { Int($0) }.map { verdict, rows in
      Tally(
        verdict: verdict, rows: rows,
        amount: sums.first { $0.name == verdict }?.value ?? .zero)
    }
    guard details.isSound else { return nil }
  }
}

/// An import that was taken back.
public struct ImportUndone: Noted, Hashable {
  public static let kind = FactKind.importUndone
  public let reference: ImportReference

  public init?(_ fact: Fact) {
    guard fact.kind == Self.kind, let reference = ImportReference(fact.subject) else { return nil }
    self.reference = reference
  }
}

/// A row that was found to be an entry already posted.
public struct RowMatched: Noted, Hashable {
  public static let kind = FactKind.rowMatched
  /// The record of the entry.
  public let record: Int
  /// How much of it the row is; the whole where nothing is said.
  public let amount: Money?

  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == Self.kind,
      let record = details.read(DetailName.against.rawValue, as: Int.self), record > 0
    else { return nil }
    self.record = record
    amount = details.money("amount")
    guard details.isSound else { return nil }
  }
}

/// A person's word on a row of a file that waits, which may be a twin of another.
public struct RowRuled: Noted, Hashable {
  public static let kind = FactKind.rowRuled
  public let reference: ImportReference
  /// The digest of the file in which the row stands.
  public let file: Digest
  public let row: Int
  public let isReal: Bool
  public let reason: LedgerText

  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == Self.kind, let reference = ImportReference(fact.subject),
      let file = details.read("sha256", as: Digest.self),
      let row = details.read("row", as: Int.self), row > 0,
      let isReal = RowTwin.isReal(fact), let reason = fact.source.text("reason")
    else { return nil }
    self.reference = reference
    self.file = file
    self.row = row
    self.isReal = isReal
    self.reason = reason
  }
}

/// A row that was posted, or left out, by a person's word that it is real, or a twin of another.
public struct RowTwin: Noted, Hashable {
  public static let kind = FactKind.rowTwin
  public let isReal: Bool

  public init?(_ fact: Fact) {
    guard fact.kind == Self.kind, let isReal = Self.isReal(fact) else { return nil }
    self.isReal = isReal
  }

  fileprivate static func isReal(_ fact: Fact) -> Bool? {
    fact.source["ruled"].flatMap { ["real": true, "twin": false][$0] }
  }
}
