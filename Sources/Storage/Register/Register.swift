public import Bookkeeping
public import Funding

/// What the ledger may not hold: names, addresses, and the text of cells that may name a person.
///
/// It is a file of its own, so that the ledger can be copied, shown and audited without it, and so
/// that a person can be forgotten without breaking the chain.
public protocol Register: Sendable {
  /// Lends one snapshot of what is kept for as long as the work takes.
  func reading<Result>(_ work: (any RegisterReading) async throws -> Result) async throws -> Result

  /// Does all of a piece of writing, or none of it.
  func write<Result>(_ work: (any RegisterWriter) async throws -> Result) async throws -> Result
}

/// What a register can be asked, all of it answered from one snapshot.
public protocol RegisterReading {
  /// The secret with which texts are digested: 32 bytes.
  func salt() async throws(StorageFailure) -> [UInt8]

  /// The text of a reference, unless it has been forgotten.
  func text(_ reference: String) async throws(StorageFailure) -> String?

  /// Any text that is kept, and the reference of it.
  func anyText() async throws(StorageFailure) -> (reference: String, text: String)?

  /// The cells of any row that are kept.
  func anyHiddenRow() async throws(StorageFailure) -> HiddenRow?

  /// The cells of a row that may name a person, unless they have been forgotten.
  func hiddenRow(batch: Int, row: Int) async throws(StorageFailure) -> HiddenRow?

  /// Every text that is kept, by its reference.
  func allTexts() async throws(StorageFailure) -> [String: String]

  /// Shows the cells that may name a person, row by row.
  func eachHiddenRow(_ visit: (HiddenRow) -> Void) async throws(StorageFailure)

  func family(_ child: ChildReference) async throws(StorageFailure) -> Family?

  func families() async throws(StorageFailure) -> [Family]

  /// The imports that were previewed, the earliest first.
  func imports() async throws(StorageFailure) -> [ImportRecord]

  /// The rows of an import that were not simply new.
  func rows(of batch: ImportReference) async throws(StorageFailure) -> [ImportRow]

  /// What the preview means to do with each row.
  func fates(of batch: ImportReference) async throws(StorageFailure) -> RowFates

  /// The last head, of no later record than that, that the ledger had when something was written: the
  /// chain has to contain it.
  func witness(through number: Int) async throws(StorageFailure) -> Head?

  /// The papers that were given out with a head on them.
  func papers() async throws(StorageFailure) -> [Paper]
}

/// A register while something is being written to it.
public protocol RegisterWriter {
  func keep(_ text: String, as reference: String) async throws(StorageFailure)
  func keep(_ rows: [HiddenRow]) async throws(StorageFailure)
  func keep(_ family: Family) async throws(StorageFailure)

  /// Remembers a preview, and gives it its number: that of the record, or a later one that is free.
  func add(_ record: ImportRecord, rows: [ImportRow], fates: RowFates)
    async throws(StorageFailure) -> ImportReference

  /// Says what became of a preview.
  ///
  /// - Returns: false where it was replaced or dropped before, and nothing is said.
  func setState(_ state: ImportRecord.State, of batch: ImportReference)
    async throws(StorageFailure) -> Bool

  /// Rows of an import that came to something else when it was committed.
  func amend(_ rows: [ImportRow], of batch: ImportReference) async throws(StorageFailure)

  /// Takes out what names a child, and leaves no byte of it once all is written.
  func forget(_ named: NamingChild) async throws(StorageFailure)

  /// Remembers a head; those of the same record and of later ones are no longer the ledger's.
  func witness(_ head: Head) async throws(StorageFailure)

  /// Remembers a paper that was given out; one with the same head on it is the same paper, made again.
  func remember(_ paper: Paper) async throws(StorageFailure)
}

/// The cells of a row that may name a person, and the digest that the ledger holds of them.
public struct HiddenRow: Hashable, Sendable {
  public let batch: Int
  public let row: Int
  public let digest: Digest
  /// Field and text in turn, as netstrings.
  public let encoded: [UInt8]

  public init(batch: Int, row: Int, digest: Digest, encoded: [UInt8]) {
    self.batch = batch
    self.row = row
    self.digest = digest
    self.encoded = encoded
  }
}
