/// The rows of a file, read ahead of whoever posts them.
///
/// Reading and posting take about as long as each other, and neither needs the other's state: while
/// one page is posted, the next is read.
public actor ImportPages {
  private let stream: ImportStream

  /// Opens the file, to be read from its first row.
  ///
  /// `isWhole` is whether the texts of cells are wanted.
  public init(_ reader: ImportReader, whole isWhole: Bool) throws(Unusable) {
    stream = try reader.open(whole: isWhole)
  }

  /// Some rows, and how much of the file has been read with them.
  public struct Page: Sendable {
    public let results: [RowResult]
    public let bytesRead: Int
  }

  /// The next rows, or none at the end.
  public func next() throws(Unusable) -> Page? {
    guard let results = try stream.next() else { return nil }
    return Page(results: results, bytesRead: stream.bytesRead)
  }

  /// What has been found out about the file so far: all of it, at its end.
  public var summary: SheetSummary { stream.summary }
}
