public import Bookkeeping
public import Funding

/// A row that was posted, as later imports look for it.
public struct SeenRow: Hashable, Sendable {
  public let identity: RowIdentity
  /// The number of its import.
  public let batch: Int
  public let row: Int
  public let day: Day

  public init(_ identity: RowIdentity, batch: Int, row: Int, day: Day) {
    self.identity = identity
    self.batch = batch
    self.row = row
    self.day = day
  }
}

extension SeenRow {
  public var place: RowPlace { RowPlace(ImportReference(batch), row: row) }
}
